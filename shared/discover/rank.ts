import type { Candidate, DiscoveryEntry, Source } from '../model/check.ts';
import { endpointKey } from '../model/endpoint.ts';

/** Whose word counts first: the user's, then what the provider publishes, then what we know, then what we guess. */
const trustOrder: readonly Source[] = [
  'user',
  'autoconfig',
  'ispdb',
  'srv',
  'autodiscover',
  'well-known',
  'mx',
  'guess',
];

/** Position of a source in the order of trust, 0 first. */
export function sourceRank(source: Source): number {
  return trustOrder.indexOf(source);
}

/**
 * Merges what the sources said into one list, best first, keeping for every endpoint the most trusted source that named it.
 * Within a source its own order stays: SRV priority and published lists mean something.
 */
export function rankCandidates(entries: readonly DiscoveryEntry[]): Candidate[] {
  const best = new Map<string, Candidate>();
  const positions = new Map<Source, number>();
  for (const entry of entries) {
    for (const { role, ...endpoint } of entry.servers) {
      const rank = positions.get(entry.source) ?? 0;
      positions.set(entry.source, rank + 1);
      const candidate: Candidate = { ...endpoint, role, source: entry.source, rank };
      const key = `${role} ${endpointKey(endpoint)}`;
      const known = best.get(key);
      if (!known || comparesBefore(candidate, known)) best.set(key, candidate);
    }
  }
  return [...best.values()].sort(
    (a, b) => sourceRank(a.source) - sourceRank(b.source) || a.rank - b.rank || a.port - b.port,
  );
}

function comparesBefore(a: Candidate, b: Candidate): boolean {
  return sourceRank(a.source) < sourceRank(b.source);
}
