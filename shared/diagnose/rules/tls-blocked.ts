import type { Observation } from '../../model/observation.ts';
import { operatorsOf, portsOf } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { listed, portList } from '../words.ts';

/** Connections are cut the moment encryption begins, at the user's server and at others. */
export const tlsBlocked: Rule = {
  code: 'tls-blocked',
  severity: 'problem',
  unless: ['offline', 'captive-portal'],
  find(facts) {
    const mine = facts.own.filter(isCut);
    const controls = facts.controls.filter(isCut);
    const operators = operatorsOf(controls);
    // Connections that are cut before a word is said are cut whatever would be spoken.
    if (facts.controls.some((o) => o.security !== 'tls' && facts.shutOf(o) === 'cut')) return null;
    // One stranger whose encryption comes through shows that the network lets it pass.
    const spared = facts.controls.filter((o) => o.tls && portsOf(mine).includes(o.port));
    if (mine.length === 0 || operators.length === 0 || spared.length > 0) return null;
    return {
      confidence: operators.length >= 2 ? 'certain' : 'likely',
      severity: facts.current === 'works' || facts.good.length > 0 ? 'warning' : 'problem',
      evidence: [...mine, ...controls],
      values: { ports: portList(portsOf(mine)), operators: listed(operators), count: operators.length },
      advice: ['finding.advice.hotspot', 'tls-blocked.advice.plain', 'tls-blocked.advice.provider'],
    };
  },
};

/** Reset or closed after the ClientHello or after STARTTLS was accepted; an old server would answer with an alert. */
function isCut(o: Observation): boolean {
  const isEnded = o.outcome === 'reset' || o.outcome === 'closed';
  const isAtTls = o.stage === 'tls' || (o.stage === 'starttls' && o.security === 'starttls');
  return isEnded && isAtTls;
}
