import type { Candidate, DiscoveryEntry, Source } from '../model/check.ts';
import { trustOrder } from '../model/claims.ts';
import { endpointKey } from '../model/endpoint.ts';

/** Settings that came unprotected count less than anything that is surely the provider's or known, and more than guesses. */
const unprotectedRank = trustOrder.indexOf('mx') - 0.5;

/** Position of an answer in the order of trust, the smallest first. SRV records cannot be had protected, so their own place says it. */
function trustRank({ source, isAuthenticated }: Pick<DiscoveryEntry, 'source' | 'isAuthenticated'>): number {
  return source !== 'srv' && isAuthenticated === false ? unprotectedRank : trustOrder.indexOf(source);
}

/**
 * Merges what the sources said into one list, best first, keeping for every endpoint the most trusted answer that named it.
 * Within a source its own order stays: SRV priority and published lists mean something. What is withheld is left out.
 */
export function rankCandidates(entries: readonly DiscoveryEntry[]): Candidate[] {
  const best = new Map<string, { readonly candidate: Candidate; readonly trust: number }>();
  const positions = new Map<Source, number>();
  for (const entry of entries) {
    const trust = trustRank(entry);
    for (const { protocol, host, port, security, role, withheld } of entry.servers) {
      if (withheld) continue;
      const rank = positions.get(entry.source) ?? 0;
      positions.set(entry.source, rank + 1);
      const candidate: Candidate = { protocol, host, port, security, role, source: entry.source, rank };
      const key = `${role} ${endpointKey(candidate)}`;
      const known = best.get(key);
      if (!known || trust < known.trust) best.set(key, { candidate, trust });
    }
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        a.trust - b.trust || a.candidate.rank - b.candidate.rank || a.candidate.port - b.candidate.port,
    )
    .map(({ candidate }) => candidate);
}
