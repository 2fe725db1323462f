import type { Candidate, DiscoveryEntry, NamedServer, Source } from '../model/check.ts';
import { notOffered, trustOrder } from '../model/claims.ts';
import { endpointKey } from '../model/endpoint.ts';

/** Settings that came unprotected count less than anything that is surely the provider's or known, and more than guesses. */
const unprotectedRank = trustOrder.indexOf('mx') - 0.5;
/** Over https, though at a place that only DNS named. */
const unsureRank = unprotectedRank - 0.25;

/** Position of an answer in the order of trust, the smallest first. SRV records cannot be had protected, so their own place says it. */
function trustRank({ source, isAuthenticated, asked }: DiscoveryEntry): number {
  if (source === 'srv' || isAuthenticated !== false) return trustOrder.indexOf(source);
  return asked.startsWith('https:') ? unsureRank : unprotectedRank;
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
  for (const { entry, server } of claimsInOrder(entries)) {
    const trust = trustRank(entry);
    const { protocol, host, port, security, role, withheld } = server;
    if (withheld || (denied.has(protocol) && isGuessed(entry.source))) continue;
    const rank = positions.get(entry.source) ?? 0;
    positions.set(entry.source, rank + 1);
    const candidate: Candidate = { protocol, host, port, security, role, source: entry.source, rank };
    const key = `${role} ${endpointKey(candidate)}`;
    const known = best.get(key);
    if (!known || trust < known.trust) best.set(key, { candidate, trust });
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        a.trust - b.trust || a.candidate.rank - b.candidate.rank || a.candidate.port - b.candidate.port,
    )
    .map(({ candidate }) => candidate);
}

type Claim = { readonly entry: DiscoveryEntry; readonly server: NamedServer };

/**
 * DNS answers in any order: of one domain's services those of the smaller priority come first, among equals those with TLS from the
 * first byte (RFC 8314 section 3).
 */
function claimsInOrder(entries: readonly DiscoveryEntry[]): Claim[] {
  const claims = entries.flatMap((entry) => entry.servers.map((server) => ({ entry, server })));
  const services = claims
    .filter(({ entry }) => entry.source === 'srv')
    .sort(
      (a, b) =>
        (a.server.priority ?? 0) - (b.server.priority ?? 0) ||
        Number(b.server.security === 'tls') - Number(a.server.security === 'tls'),
    );
  return [...services, ...claims.filter(({ entry }) => entry.source !== 'srv')];
}

function isGuessed(source: Source): boolean {
  return source === 'guess' || source === 'mx';
}
