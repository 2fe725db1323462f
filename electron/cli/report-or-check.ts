import { fail, type Result } from '../../shared/model/problem.ts';
import { addressIn, type Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import type { ActRequest } from '../backend/acting.ts';
import { parseCheckRequest } from '../backend/input.ts';
import type { Arguments, Context } from './command.ts';
import { savedReport } from './report-source.ts';

/** The report of `--report`, else of a check that is made now, of the server that was named or of the address. */
export async function reportOrCheck(
  args: Arguments,
  { address, server, user }: ActRequest,
  context: Context,
  signal: AbortSignal,
): Promise<Result<Report>> {
  if (args.value('report') !== undefined) {
    const report = await savedReport(args, context);
    if (!report.ok || server || user !== undefined) return report;
    const about = otherSubject(report.value, address);
    return about === undefined
      ? report
      : fail('--report', said('cli.wrong.report-about', { about, address }));
  }
  const { shell, services } = context;
  const input = parseCheckRequest({
    subject: address,
    ...(server && { server: `${server.host}:${server.port}`, current: server }),
  });
  if (!input.ok) return input;
  shell.stderr.write(`${say('cli.act.checking')}\n`);
  return { ok: true, value: await services.check(input.value, null, () => {}, signal) };
}

/**
 * Whom a report is about, where that is another address, or a domain that is not the address': the servers in it are another provider's
 * or another person's, and are told no password by a slip of a file name.
 */
function otherSubject(report: Report, address: string): string | undefined {
  if (report.masked) return undefined;
  const about = addressIn(report) ?? report.input.domain;
  const own = addressIn(report) === undefined ? address.slice(address.lastIndexOf('@') + 1) : address;
  return about === undefined || about.toLowerCase() === own.toLowerCase() ? undefined : about;
}
