import type { Observation } from './observation.ts';

/** The connection was cut right after the ClientHello was sent: an old server would answer with an alert. */
export function isCutInTls(o: Observation): boolean {
  return (o.outcome === 'reset' || o.outcome === 'closed') && o.stage === 'tls' && o.tls === undefined;
}

/** The same, or nothing came any more after it. */
export function isHaltedInTls(o: Observation): boolean {
  return isCutInTls(o) || (o.outcome === 'timeout' && o.stage === 'tls' && o.tls === undefined);
}

/** Whether TLS was begun at the same port of the same server, `nameless` without telling it which name is wanted. */
export function isSameServer(
  nameless: Observation,
  o: Pick<Observation, 'host' | 'port' | 'address'>,
): boolean {
  return nameless.port === o.port && nameless.address === o.address && nameless.host === o.host;
}
