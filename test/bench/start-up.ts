import type { Line } from '../lab/line.ts';
import { median } from './measured.ts';

/** Medians in milliseconds. */
export type StartUp = { readonly versionMs: number; readonly bareNodeMs: number };

/** How long `postway --version` and a Node that does nothing take, in turns. */
export async function measureStartUp(line: Line, runs: number): Promise<StartUp> {
  const { node, postway } = line.programs;
  const version: number[] = [];
  const bareNode: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    bareNode.push((await line.run([node, '-e', '0'], 10_000)).elapsedMs);
    const shown = await line.run([node, postway, '--version'], 10_000);
    if (shown.status !== 0) throw new Error(`postway --version ended with ${shown.status}: ${shown.stderr}`);
    version.push(shown.elapsedMs);
  }
  return { versionMs: median(version), bareNodeMs: median(bareNode) };
}
