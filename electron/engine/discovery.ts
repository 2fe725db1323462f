import { rankCandidates } from '../../shared/discover/rank.ts';
import type { Candidate, CheckInput, DiscoveryEntry } from '../../shared/model/check.ts';
import { nearbySources, webSources } from './discover/index.ts';
import { names as namesOf } from './names.ts';
import type { System } from './system.ts';
import { pages as pagesOf } from './web/pages.ts';

/** What every source said, in the order of their answers, and all of it merged, the most trusted first. Nothing was tried. */
export type Discovery = {
  readonly entries: readonly DiscoveryEntry[];
  readonly ranking: readonly Candidate[];
  readonly elapsedMs: number;
};

/** Asks every source side by side and waits for all. Never rejects; ends with what is known when `signal` aborts. */
export async function discover(input: CheckInput, system: System, signal: AbortSignal): Promise<Discovery> {
  const startedMs = system.clock.now();
  const names = namesOf(system, input, signal);
  const asker = { input, names, pages: pagesOf(system, names, signal) };
  const entries: DiscoveryEntry[] = [];
  await Promise.all(
    [...nearbySources, ...webSources].map((source) => source(asker, (entry) => entries.push(entry))),
  );
  return { entries, ranking: rankCandidates(entries), elapsedMs: Math.round(system.clock.now() - startedMs) };
}
