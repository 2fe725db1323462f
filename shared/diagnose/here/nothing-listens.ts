import { hasConnected } from '../../model/observation.ts';
import { isThisComputer } from '../../model/this-computer.ts';
import { type Facts, hostsOf, portsOf } from '../facts.ts';
import type { Found } from '../rule.ts';
import { about, listed, settingAdvice } from '../words.ts';

/**
 * A server that the person named means this computer, which refuses on every port that was tried. No network takes part, so neither
 * controls nor round trips are needed. The host's name tells (the practice network lives on loopback addresses, too), or an address that
 * this computer's own interfaces have.
 */
export function nothingListens(facts: Facts): Found | null {
  const hosts = hostsOf(facts, facts.outgoing).filter(
    (name) => facts.servers.isSure(name) && isShut(facts, name),
  );
  const own = (host: string) => facts.here.find((fact) => fact.kind === 'own-address' && fact.host === host);
  const host = hosts.find((name) => isThisComputer(name) || own(name) !== undefined);
  if (host === undefined) return null;
  const refused = facts.outgoing.filter((o) => o.host === host && o.outcome === 'refused');
  const values = {
    ...about(refused[0]),
    ports: listed(portsOf(refused)),
    address: refused[0]?.address ?? '',
  };
  const isByName = isThisComputer(host);
  return {
    confidence: 'certain',
    severity: facts.current === 'works' ? 'warning' : 'problem',
    evidence: refused,
    values,
    detail: [isByName ? 'this-computer.detail' : 'this-computer.detail.own-address'],
    advice: [
      ...settingAdvice(facts, [
        isByName ? 'this-computer.advice.enter-server' : 'this-computer.advice.own-server',
      ]),
      ...(isByName ? (['this-computer.advice.not-used'] as const) : []),
      'this-computer.advice.start',
    ],
  };
}

/** Every attempt on a port for sending ended in a refusal, and nothing at all connects there. */
function isShut(facts: Facts, host: string): boolean {
  const attempts = facts.own.filter((o) => o.host === host);
  // One that was let in and not heard to its end was let in; one that a stopped check left behind might have been.
  if (attempts.some(hasConnected)) return false;
  if (facts.evidence.interrupted && attempts.some((o) => o.outcome === 'cancelled')) return false;
  const tried = attempts.filter((o) => o.outcome !== 'cancelled');
  const sending = tried.filter((o) => o.role === 'outgoing');
  return sending.length > 0 && sending.every((o) => o.outcome === 'refused');
}
