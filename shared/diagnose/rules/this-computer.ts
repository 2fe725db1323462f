import { hasConnected } from '../../model/observation.ts';
import { isThisComputer } from '../../model/usable.ts';
import { type Facts, hostsOf, portsOf } from '../facts.ts';
import type { Found, Rule } from '../rule.ts';
import { about, listed, settingAdvice } from '../words.ts';

/** What stands in the way is on this computer: the setting means the computer itself, where no mail service runs. */
export const thisComputer: Rule = {
  code: 'this-computer',
  severity: 'problem',
  find: nothingListens,
};

/**
 * A server that the person named means this computer, which refuses on every port that was tried. No network takes part, so neither
 * controls nor round trips are needed. Only the host's name tells: the practice network lives on loopback addresses, too.
 */
function nothingListens(facts: Facts): Found | null {
  const host = hostsOf(facts, facts.outgoing).find(
    (name) => isThisComputer(name) && facts.servers.isSure(name) && isShut(facts, name),
  );
  if (host === undefined) return null;
  const refused = facts.outgoing.filter((o) => o.host === host && o.outcome === 'refused');
  return {
    confidence: 'certain',
    severity: facts.current === 'works' ? 'warning' : 'problem',
    evidence: refused,
    values: { ...about(refused[0]), ports: listed(portsOf(refused)) },
    advice: [
      ...settingAdvice(facts, ['this-computer.advice.enter-server']),
      'this-computer.advice.not-used',
      'this-computer.advice.start',
    ],
  };
}

/** Every attempt on a port for sending ended in a refusal, and nothing at all connects there. */
function isShut(facts: Facts, host: string): boolean {
  const tried = facts.own.filter((o) => o.host === host && o.outcome !== 'cancelled');
  const sending = tried.filter((o) => o.role === 'outgoing');
  return !tried.some(hasConnected) && sending.length > 0 && sending.every((o) => o.outcome === 'refused');
}
