import { isHaltedInTls, isSameServer } from '../model/cut-in-tls.ts';
import { isSameEndpoint } from '../model/endpoint.ts';
import type { Observation } from '../model/observation.ts';
import type { Proposal } from './own-servers.ts';

/**
 * The user's server is cut, or falls silent, as TLS begins, and strangers' are not: whether it is for the name that the ClientHello tells (SNI, RFC 6066
 * section 3). The same address is asked once without it and, where it then shows a certificate, by its name once more: a cut counts as the name's
 * when it came before the server answered without it, and again afterwards.
 */
export function askWithoutName(
  o: Observation,
  seen: readonly Observation[],
  isCompared: boolean,
): Proposal[] {
  const { protocol, host, port, security, address, family } = o;
  if (!isHaltedInTls(o) || address === null || family === null || address === host) return [];
  if (o.outcome === 'timeout' && seen.some((other) => isMuteBefore(other, o))) return [];
  const strangers = seen.filter(({ control }) => control === 'mail');
  if (strangers.some(isHaltedInTls) || (isCompared && !strangers.some(({ tls }) => tls))) return [];
  // Before a mere repetition (`repeated`), which then is the ask by name that comes after it.
  const endpoint = { protocol, host, port, security, address, family, priority: 4 } as const;
  const nameless = seen.find((other) => other.control === 'nameless' && isSameServer(other, o));
  if (!nameless) return [{ ...endpoint, role: 'reference', control: 'nameless', asking: 1 }];
  const byName = seen.filter(
    (other) => other.role === o.role && isSameEndpoint(other, o) && isHaltedInTls(other),
  );
  if (!nameless.tls || byName.some(({ startedMs }) => startedMs > nameless.startedMs)) return [];
  return [{ ...endpoint, role: o.role, asking: byName.length + 1 }];
}

/** At the same address nothing is said in clear either, where no name was told. */
function isMuteBefore(other: Observation, { host, address }: Observation): boolean {
  return (
    other.host === host &&
    other.address === address &&
    other.outcome === 'timeout' &&
    other.stage === 'greeting'
  );
}
