import { isHaltedInTls, isSameServer } from '../model/cut-in-tls.ts';
import { isSameEndpoint } from '../model/endpoint.ts';
import { isSilenceProven } from '../model/muteness.ts';
import type { Observation } from '../model/observation.ts';
import type { Facts } from './facts.ts';

/**
 * Attempts at the user's own servers that were cut, or fell silent, for the name that the ClientHello tells (SNI, RFC 6066 section 3), and those that prove
 * it: without the name the same port showed a certificate, and by name it was cut before that and after. None where a stranger is cut too.
 */
export function cutByName(facts: Facts): {
  readonly cut: readonly Observation[];
  readonly answered: readonly Observation[];
} {
  const none = { cut: [], answered: [] };
  if (facts.controls.some(isHaltedInTls)) return none;
  const cut = facts.own.filter(isHaltedInTls);
  const answered = facts.all.filter(
    (o) => o.control === 'nameless' && o.tls !== undefined && isCutBeforeAndAfter(o, cut, facts),
  );
  const hosts = new Set(answered.map(({ host }) => host));
  return answered.length === 0 ? none : { cut: cut.filter(({ host }) => hosts.has(host)), answered };
}

function isCutBeforeAndAfter(
  nameless: Observation,
  cut: readonly Observation[],
  { own, all }: Facts,
): boolean {
  const byName = cut.filter((o) => isSameServer(nameless, o));
  // Once the name was let through there, the cuts have another cause.
  const isLetThrough = own.some((o) => o.tls !== undefined && byName.some((one) => isSameEndpoint(one, o)));
  // Silence before any name was told has another cause too, and may be the same.
  const isEarlier = own.some((o) => isSameServer(nameless, o) && isSilentBeforeTls(o));
  const proven = byName.filter((o) => isSilenceProven(o, all));
  return (
    !isLetThrough &&
    !isEarlier &&
    proven.some((o) => o.startedMs < nameless.startedMs) &&
    proven.some((o) => o.startedMs > nameless.startedMs)
  );
}

function isSilentBeforeTls({ outcome, stage }: Observation): boolean {
  return outcome === 'timeout' && (stage === 'greeting' || stage === 'ehlo');
}
