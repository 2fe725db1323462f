import { parseReport, type Report } from '../../shared/model/report.ts';
import type { Line, Ran } from './line.ts';

/** One run of the built `postway check --json` on the home computer of a line. */
export type Checked = Ran & { readonly report: Report };

/** Throws when the command line does not end within `limitMs`, or prints anything but a report. */
export async function check(line: Line, args: readonly string[], limitMs = 60_000): Promise<Checked> {
  const ran = await line.run(
    [line.programs.node, line.programs.postway, 'check', ...args, '--json'],
    limitMs,
  );
  const report = parseReport(ran.stdout);
  if (!report.ok) {
    const { field, message } = report.problem;
    throw new Error(`check ended with status ${ran.status}; ${field} ${message}\n${ran.stderr.slice(-2000)}`);
  }
  return { ...ran, report: report.value };
}

/** When the recommended outgoing server was known to work, in milliseconds after the start of the check. */
export function usableAfterMs({ recommendation, observations }: Report): number {
  const recommended = recommendation?.outgoing;
  const working = observations.filter(
    ({ role, outcome, host, port, security }) =>
      role === 'outgoing' &&
      outcome === 'ok' &&
      host === recommended?.host &&
      port === recommended.port &&
      security === recommended.security,
  );
  return Math.min(...working.map(({ startedMs, elapsedMs }) => startedMs + elapsedMs));
}
