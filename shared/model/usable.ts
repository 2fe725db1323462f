import type { DiscoveryEntry } from './check.ts';
import { type Endpoint, endpointKey } from './endpoint.ts';
import type { Observation } from './observation.ts';
import { isThisComputer } from './this-computer.ts';

/** Versions that RFC 8996 and RFC 8997 retired; most mail programs refuse them. */
const retiredTls = new Set(['SSLv3', 'TLSv1', 'TLSv1.0', 'TLSv1.1']);

/** Only TLS that is no longer safe was agreed on. */
export function isRetiredTls(observation: Observation): boolean {
  return observation.tls !== undefined && retiredTls.has(observation.tls.version);
}

/** A server on this computer (a bridge to a provider, say) makes its certificate itself, and nobody can get in between. */
const harmlessHere = new Set(['self-signed', 'untrusted-issuer', 'chain-incomplete', 'name-mismatch']);

/** The certificate shows that the server is the one that was meant. */
function isProven({ host, tls }: Observation): boolean {
  if (!tls) return false;
  return tls.trusted || (isThisComputer(host) && tls.problems.every((problem) => harmlessHere.has(problem)));
}

/** The dialogue came to its end, and the certificate does not show that this is the server. */
export function isInDoubt(observation: Observation): boolean {
  return observation.outcome === 'ok' && observation.tls !== undefined && !isProven(observation);
}

/** The dialogue came to its end over encryption that proves who the server is. */
export function isSafe(observation: Observation): boolean {
  return (
    observation.outcome === 'ok' &&
    observation.stage === 'done' &&
    isProven(observation) &&
    !isRetiredTls(observation)
  );
}

/** Whether a recommended server was seen to be safe, at each of its addresses that let in. */
export function isSeenSafe(server: Endpoint, observations: readonly Observation[]): boolean {
  const seen = observations.filter(
    (o) => o.role === 'outgoing' && o.outcome === 'ok' && endpointKey(o) === endpointKey(server),
  );
  return seen.length > 0 && seen.every(isSafe);
}

/**
 * A way to log in is offered, or the provider is known to want none: a source says so of this very endpoint, and nobody on the way can
 * have changed its answer. Contract, section 5, rule 2.
 */
export function takesMail(observation: Observation, discovery: readonly DiscoveryEntry[]): boolean {
  return (observation.auth?.length ?? 0) > 0 || isLoginFree(observation, discovery);
}

/** No login is offered, and the provider wants none. */
export function isLoginFree(observation: Observation, discovery: readonly DiscoveryEntry[]): boolean {
  return observation.auth?.length === 0 && isPublishedWithoutLogin(observation, discovery);
}

/** The provider publishes this very setting for use without a login, in an answer that nobody on the way can have changed. */
export function isPublishedWithoutLogin(
  observation: Observation,
  discovery: readonly DiscoveryEntry[],
): boolean {
  return discovery.some(
    ({ isAuthenticated, servers }) =>
      isAuthenticated !== false &&
      servers.some(
        (server) =>
          !server.withheld &&
          server.role === observation.role &&
          endpointKey(server) === endpointKey(observation) &&
          server.auth?.includes('none'),
      ),
  );
}

/** An outgoing setting that works: encrypted with a trusted certificate, and a login is offered where one is wanted. */
export function isUsable(observation: Observation, discovery: readonly DiscoveryEntry[] = []): boolean {
  return (
    observation.role === 'outgoing' &&
    observation.protocol === 'smtp' &&
    isSafe(observation) &&
    takesMail(observation, discovery)
  );
}
