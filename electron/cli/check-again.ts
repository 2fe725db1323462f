import { compare } from '../../shared/compare/compare.ts';
import { comparisonIn } from '../../shared/compare/words.ts';
import { type Report, renderReport } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import type { Context } from './command.ts';
import { comparisonStatus } from './commands/compare.ts';
import { renderComparison } from './comparison-result.ts';
import { exitStatus } from './exit-status.ts';
import { paintFor } from './paint.ts';
import type { Shell } from './shell.ts';
import { type Shown, showCheck } from './show-check.ts';

/**
 * Checks, waits for another network, checks again there and compares: `postway check --again`. As JSON it is the comparison alone. Resolves to
 * the exit status; Ctrl-C while it waits leaves the first check.
 */
export async function checkAgain(shown: Shown, { shell, services }: Context): Promise<number> {
  const first = await shownOnce(shown, shell);
  if (first.report === null || first.report.interrupted) return first.status;
  shell.stderr.write(`\n${say('cli.again.wait')}\n`);
  const stop = new AbortController();
  const forget = shell.onInterrupt(() => stop.abort());
  const isElsewhere = await services.otherNetwork(first.report.network, stop.signal).finally(forget);
  if (!isElsewhere) {
    if (shown.asJson) shell.stdout.write(renderReport(first.report));
    return exitStatus.interrupted;
  }
  const second = await shownOnce(shown, shell);
  if (second.report === null || second.report.interrupted) return second.status;
  const reports = { older: first.report, newer: second.report };
  const comparison = comparisonIn(compare(reports.older, reports.newer, 'other'), say);
  const page = { columns: shell.stdout.columns(), paint: paintFor(shell.stdout, shell, shown.isColourOff) };
  shell.stdout.write(
    shown.asJson
      ? `${JSON.stringify(comparison, null, 2)}\n`
      : `\n${renderComparison(comparison, reports, page)}`,
  );
  return comparisonStatus(comparison);
}

/** One check as people see it, and its report; where only JSON is wanted, with progress alone. */
async function shownOnce(
  shown: Shown,
  shell: Shell,
): Promise<{ readonly report: Report | null; readonly status: number }> {
  let report: Report | null = null;
  const check: Shown['check'] = async (...asked) => {
    report = await shown.check(...asked);
    return report;
  };
  const quiet = { ...shell, stdout: { ...shell.stdout, write: () => {} } };
  const status = await showCheck({ ...shown, check }, shown.asJson ? quiet : shell);
  return { report, status };
}
