import { type Endpoint, isSameEndpoint } from '../../../shared/model/endpoint.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { Observation } from '../../../shared/model/observation.ts';

/** A server as a check saw it: a login goes to this address and this certificate, or nowhere. */
export type PinnedServer = {
  readonly endpoint: Endpoint;
  readonly ipAddress: string;
  readonly family: Family;
  /** SHA-256 of the certificate that the check saw, as Node writes it. */
  readonly fingerprint256: string;
  /** The check found nothing wrong with that certificate. */
  readonly isTrusted: boolean;
};

/** The pins of an endpoint that a check reached to the end over TLS; null when it saw no such thing. */
export function pinnedServer(endpoint: Endpoint, observations: readonly Observation[]): PinnedServer | null {
  if (endpoint.security === 'none') return null;
  const seen = observations.find(
    (o) => o.outcome === 'ok' && o.tls !== undefined && isSameEndpoint(o, endpoint),
  );
  if (!seen?.tls || seen.address === null || seen.family === null) return null;
  return {
    endpoint,
    ipAddress: seen.address,
    family: seen.family,
    fingerprint256: seen.tls.fingerprint256,
    isTrusted: seen.tls.trusted,
  };
}
