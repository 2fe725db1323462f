import { rankCandidates } from '../../shared/discover/rank.ts';
import type { Candidate, CheckInput, DiscoveryEntry } from '../../shared/model/check.ts';
import { sourcesFor } from './sources.ts';
import type { System } from './system.ts';

/** What every source said, in the order of their answers, and all of it merged, the most trusted first. Nothing was tried. */
export type Discovery = {
  readonly entries: readonly DiscoveryEntry[];
  readonly ranking: readonly Candidate[];
  readonly elapsedMs: number;
};

/** Asks every source side by side and waits for all. Never rejects; ends with what is known when `signal` aborts. */
export async function discover(input: CheckInput, system: System, signal: AbortSignal): Promise<Discovery> {
  const startedMs = system.clock.now();
  const entries: DiscoveryEntry[] = [];
  await sourcesFor(input, system, signal).ask(
    (entry) => entries.push(entry),
    () => {},
  );
  return { entries, ranking: rankCandidates(entries), elapsedMs: Math.round(system.clock.now() - startedMs) };
}
