import type { CheckEvent } from '../../shared/model/check.ts';
import { type Report, renderReport } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { exitStatusOf } from './exit-status.ts';
import { nextTest } from './next-test.ts';
import { paintFor } from './paint.ts';
import { startProgress } from './progress.ts';
import { renderResult } from './result.ts';
import type { Shell } from './shell.ts';

/** One check, and how it is to be shown. */
export type Shown = {
  /** What is checked, for the first line. */
  readonly subject: string;
  readonly asJson: boolean;
  readonly isColourOff: boolean;
  readonly check: (onEvent: (event: CheckEvent) => void, signal: AbortSignal) => Promise<Report>;
};

/**
 * Runs one check: progress on stderr while it goes, the result on stdout. Ctrl-C ends the check, and what was found until then is
 * shown. Resolves to the exit status.
 */
export async function showCheck(
  { subject, asJson, isColourOff, check }: Shown,
  shell: Shell,
): Promise<number> {
  const stop = new AbortController();
  const progress = startProgress(shell, paintFor(shell.stderr, shell, isColourOff), subject);
  const forget = shell.onInterrupt(() => {
    progress.note(say('cli.progress.stopping'));
    stop.abort();
  });
  try {
    const report = await check(progress.onEvent, stop.signal);
    progress.end();
    const shown = asJson
      ? renderReport(report)
      : renderResult(report, {
          columns: shell.stdout.columns(),
          paint: paintFor(shell.stdout, shell, isColourOff),
        });
    shell.stdout.write(shown);
    const next = asJson ? [] : nextTest(report, shell.stdout.columns());
    if (next.length > 0) shell.stdout.write(`\n${next.join('\n')}\n`);
    return exitStatusOf(report);
  } finally {
    progress.end();
    forget();
  }
}
