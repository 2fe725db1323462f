import type { Candidate, DiscoveryEntry, Source } from '../model/check.ts';
import { trustOrder } from '../model/claims.ts';
import { endpointKey, type Protocol } from '../model/endpoint.ts';

/** Settings that came unprotected count less than anything that is surely the provider's or known, and more than guesses. */
const unprotectedRank = trustOrder.indexOf('mx') - 0.5;
/** Over https, though at a place that only DNS named. */
const unsureRank = unprotectedRank - 0.25;

/** Position of an answer in the order of trust, the smallest first. SRV records cannot be had protected, so their own place says it. */
function trustRank({ source, isAuthenticated, asked }: DiscoveryEntry): number {
  if (source === 'srv' || isAuthenticated !== false) return trustOrder.indexOf(source);
  return asked.startsWith('https:') ? unsureRank : unprotectedRank;
}

/** Protocols that the domain itself says it does not offer (RFC 6186 section 3.4), while nothing in DNS says the opposite. */
export function notOffered(entries: readonly DiscoveryEntry[]): ReadonlySet<Protocol> {
  const records = entries.filter(({ source }) => source === 'srv');
  const offered = new Set(records.flatMap(({ servers }) => servers.map(({ protocol }) => protocol)));
  const denied = records.flatMap((entry) => entry.notOffered ?? []);
  return new Set(denied.filter((protocol) => !offered.has(protocol)));
}

/**
 * Merges what the sources said into one list, best first, keeping for every endpoint the most trusted answer that named it.
 * Within a source its own order stays: SRV priority and published lists mean something. What is withheld is left out, and so
 * are guesses at what the domain says it does not offer.
 */
export function rankCandidates(entries: readonly DiscoveryEntry[]): Candidate[] {
  const denied = notOffered(entries);
  const best = new Map<string, { readonly candidate: Candidate; readonly trust: number }>();
  const positions = new Map<Source, number>();
  for (const entry of [...entries.filter(isImplicitTls), ...entries.filter((e) => !isImplicitTls(e))]) {
    const trust = trustRank(entry);
    for (const { protocol, host, port, security, role, withheld } of entry.servers) {
      if (withheld || (denied.has(protocol) && isGuessed(entry.source))) continue;
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

/** DNS answers in any order; of one domain's services those with TLS from the first byte come first (RFC 8314 section 3). */
function isImplicitTls({ source, servers }: DiscoveryEntry): boolean {
  return source === 'srv' && servers[0]?.security === 'tls';
}

function isGuessed(source: Source): boolean {
  return source === 'guess' || source === 'mx';
}
