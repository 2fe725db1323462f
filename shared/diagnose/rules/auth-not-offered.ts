import type { Observation } from '../../model/observation.ts';
import { isLoginFree } from '../../model/usable.ts';
import { isCurrentElsewhere } from '../blocks.ts';
import { type Facts, portsOf } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { isForLogins } from '../submission-ports.ts';
import { about, portList, settingAdvice } from '../words.ts';

/** The port is reached and encrypted, but no login is offered. */
export const authNotOffered: Rule = {
  code: 'auth-not-offered',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'port-25-intercepted'],
  find(facts) {
    const mute = facts.submission.filter(isMute).filter((o) => matters(o, facts));
    if (mute.length === 0) return null;
    const ports = portsOf(mute);
    const isInTheWay = facts.good.length === 0 || !isCurrentElsewhere(facts, ports);
    const isOnlyRelay = ports.length === 1 && ports[0] === 25;
    // That programs cannot log in on 25 explains nothing, unless they are meant to.
    const isMeant = mute.some((o) => isForLogins(facts, o));
    return {
      confidence: 'certain',
      severity: isMeant && isInTheWay && facts.current !== 'works' ? 'problem' : 'note',
      yields: isOnlyRelay,
      evidence: mute,
      values: { ...about(mute[0]), ports: portList(ports) },
      detail: [isOnlyRelay ? 'auth-not-offered.detail.relay' : 'auth-not-offered.detail'],
      advice: settingAdvice(facts, ['auth-not-offered.advice.ask', 'finding.advice.hotspot']),
    };
  },
};

/** Only what is said after encryption counts: many servers offer the login no earlier. */
function isMute(o: Observation): boolean {
  return o.outcome === 'ok' && o.tls !== undefined && o.auth?.length === 0;
}

/** None is missed where the provider wants none. Port 25 offers no login on most servers and need not; with a login elsewhere, other mute ports are no news either. */
function matters(o: Observation, facts: Facts): boolean {
  if (isLoginFree(o, facts.evidence.discovery)) return false;
  const current = facts.evidence.input.current;
  if (current?.port === o.port && current.host.toLowerCase() === o.host.toLowerCase()) return true;
  if (facts.good.length > 0) return false;
  return o.port !== 25 || facts.submission.every((other) => other.port === 25 || !isMute(other));
}
