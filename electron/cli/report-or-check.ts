import type { Result } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import type { ActRequest } from '../backend/acting.ts';
import { parseCheckRequest } from '../backend/input.ts';
import type { Arguments, Context } from './command.ts';
import { savedReport } from './report-source.ts';

/** The report of `--report`, else of a check that is made now, of the server that was named or of the address. */
export async function reportOrCheck(
  args: Arguments,
  { address, server }: ActRequest,
  context: Context,
  signal: AbortSignal,
): Promise<Result<Report>> {
  if (args.value('report') !== undefined) return savedReport(args, context);
  const { shell, services } = context;
  const input = parseCheckRequest({
    subject: address,
    ...(server && { server: `${server.host}:${server.port}`, current: server }),
  });
  if (!input.ok) return input;
  shell.stderr.write(`${say('cli.act.checking')}\n`);
  return { ok: true, value: await services.check(input.value, null, () => {}, signal) };
}
