import { fail, ok, type Result } from '../../../shared/model/problem.ts';
import { said } from '../../../shared/text/said.ts';
import { readCheckOptions } from '../check-options.ts';
import type { Arguments, RunCommand } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { safeText } from '../safe-text.ts';
import type { Shell } from '../shell.ts';
import { nagiosOf, prometheusOf, type WatchLine, watchLine } from '../watch-lines.ts';
import { wordOf } from '../word-of.ts';

/** Seconds between two runs. Servers note who comes too often. */
const seconds = { usual: 300, least: 30, most: 86_400 };

/** `postway watch`: checks again and again and prints a line each time; or once, in a monitoring system's format. */
export const runWatchCommand: RunCommand = async (args, { shell, services }) => {
  const input = readCheckOptions(args);
  if (!input.ok) return input;
  const everyMs = readEvery(args);
  if (!everyMs.ok) return everyMs;
  const end = args.value('until');
  const until = end === undefined ? end : wordOf(end, ['works', 'changes'] as const);
  if (end !== undefined && until === undefined) {
    return fail('--until', said('cli.wrong.until', { found: safeText(end, 60) }));
  }
  const named = args.value('format') ?? 'json';
  const format = wordOf(named, ['json', 'nagios', 'prometheus'] as const);
  if (format === undefined) {
    return fail('--format', said('cli.wrong.watch-format', { found: safeText(named, 60) }));
  }
  const repeating = ['every', 'until'].find((option) => args.has(option));
  if (format !== 'json' && repeating !== undefined) {
    return fail(`--${repeating}`, said('cli.wrong.clash', { other: `--format ${format}` }));
  }
  const stop = new AbortController();
  const forget = shell.onInterrupt(() => stop.abort());
  const look = () => services.check(input.value, null, () => {}, stop.signal, 'unkept');
  try {
    if (format === 'nagios') {
      const { line, status } = nagiosOf(await look());
      shell.stdout.write(line);
      return ok(status);
    }
    if (format === 'prometheus') {
      const report = await look();
      if (stop.signal.aborted) return ok(exitStatus.interrupted); // "does not work" would be no figure, but a lie
      shell.stdout.write(prometheusOf(report));
      return ok(exitStatus.ok);
    }
    let before: WatchLine | null = null;
    for (;;) {
      const report = await look();
      if (stop.signal.aborted) return ok(exitStatus.interrupted);
      before = watchLine(report, before);
      shell.stdout.write(`${JSON.stringify(before)}\n`);
      if (until === 'works' && before.works) return ok(exitStatus.ok);
      if (until === 'changes' && before.changed) {
        return ok(before.works ? exitStatus.ok : exitStatus.nothingFound);
      }
      await pause(everyMs.value, shell, stop.signal);
      if (stop.signal.aborted) return ok(exitStatus.interrupted);
    }
  } finally {
    forget();
  }
};

function readEvery(args: Arguments): Result<number> {
  const text = args.value('every');
  if (text === undefined) return ok(seconds.usual * 1000);
  const found = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (found >= seconds.least && found <= seconds.most) return ok(found * 1000);
  const { least, most } = seconds;
  return fail('--every', said('cli.wrong.every', { found: safeText(text, 40), least, most }));
}

/** Resolves after `ms`, or at once when the signal aborts. */
function pause(ms: number, shell: Shell, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      end();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const end = shell.every(ms, done);
    signal.addEventListener('abort', done, { once: true });
  });
}
