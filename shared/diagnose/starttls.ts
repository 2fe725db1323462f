import { type Endpoint, endpointKey } from '../model/endpoint.ts';
import type { Observation } from '../model/observation.ts';
import type { Facts } from './facts.ts';

/** What several asks of one endpoint said about STARTTLS. */
export type StartTlsAsks = {
  readonly endpoint: Endpoint;
  /** It was missing from the reply, or its place was overwritten. */
  readonly lacking: readonly Observation[];
  readonly masked: readonly Observation[];
  /** It was there. */
  readonly offered: readonly Observation[];
};

/** Every outgoing endpoint of the user's where STARTTLS was missing at least once. */
export function startTlsAsks(facts: Facts): StartTlsAsks[] {
  const asked = new Map<string, Observation[]>();
  for (const o of facts.submission.filter(({ security }) => security === 'starttls')) {
    const same = asked.get(endpointKey(o)) ?? [];
    asked.set(endpointKey(o), [...same, o]);
  }
  return [...asked.values()].flatMap((same) => {
    const masked = same.filter((o) => o.error?.code === 'starttls-masked');
    const lacking = same.filter((o) => o.error?.code === 'starttls-not-offered' || masked.includes(o));
    const offered = same.filter((o) => o.tls !== undefined || o.timings.tls !== undefined);
    const [endpoint] = same;
    return endpoint && lacking.length > 0 ? [{ endpoint, lacking, masked, offered }] : [];
  });
}

/** Proof that this server can encrypt: its provider publishes it, or another outgoing port of the same host does. */
export function isKnownToEncrypt(
  facts: Facts,
  endpoint: Endpoint,
): readonly Observation[] | 'published' | null {
  const publishes = facts.evidence.discovery.some(
    (entry) =>
      // SRV records (RFC 6186) say nothing about encryption.
      ['autoconfig', 'ispdb', 'autodiscover', 'well-known'].includes(entry.source) &&
      // Whoever strips encryption could have written an unprotected answer too.
      entry.isAuthenticated !== false &&
      entry.servers.some(
        (server) =>
          server.host.toLowerCase() === endpoint.host.toLowerCase() &&
          server.port === endpoint.port &&
          server.security === 'starttls',
      ),
  );
  if (publishes) return 'published';
  const others = facts.outgoing.filter(
    (o) => o.host === endpoint.host && o.port !== endpoint.port && o.tls !== undefined && o.outcome === 'ok',
  );
  return others.length > 0 ? others : null;
}
