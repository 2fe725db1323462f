import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line, Ran } from '../lab/line.ts';

/** What one run of a program took, its child processes included. */
export type Measured = {
  readonly wallMs: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
};

/** Runs what `work` runs on the line's home computer, once, under GNU time. */
export async function measured<Outcome extends Ran>(
  line: Line,
  work: (line: Line) => Promise<Outcome>,
): Promise<Measured & { readonly outcome: Outcome }> {
  const folder = mkdtempSync(join(tmpdir(), 'postway-bench-'));
  const file = join(folder, 'time');
  const watched: Line = {
    ...line,
    run: (command, limitMs) =>
      line.run(['/usr/bin/time', '--quiet', '-o', file, '-f', '%U %S %M', ...command], limitMs),
  };
  try {
    const outcome = await work(watched);
    const [user = 0, system = 0, kilobytes = 0] = readFileSync(file, 'utf8').trim().split(' ').map(Number);
    return {
      outcome,
      wallMs: outcome.elapsedMs,
      cpuSeconds: user + system,
      peakMegabytes: kilobytes / 1024,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The middle value; between the middle two when their number is even. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
