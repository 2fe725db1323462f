import { isStuckInTls } from '../../model/muteness.ts';
import type { Observation } from '../../model/observation.ts';
import type { TextKey } from '../../text/catalogue.ts';
import { operatorsForBlock } from '../blocks.ts';
import { isDeafAfterwards } from '../deaf-afterwards.ts';
import { type Facts, operatorsOf, portsOf } from '../facts.ts';
import type { Found, Rule } from '../rule.ts';
import { about, listed, portList, settingAdvice } from '../words.ts';

/** On so many ports of one server encryption has to be stuck. */
const portsAtOneServer = 2;

/** Short answers come through, and the certificate, which fills the largest packets, never arrives: at the user's server, be it at others or not. */
export const packetSize: Rule = {
  code: 'packet-size',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'tls-intercepted', 'tls-blocked'],
  find(facts) {
    const mine = facts.submission.filter(
      (o) => isStuckInTls(o, facts.all) && !isDeafAfterwards(o, facts.own),
    );
    const controls = facts.controls.filter((o) => isStuckInTls(o, facts.all));
    const operators = operatorsOf(controls);
    // Whoever's certificate arrives shows that the way lets it through.
    const isSpared = [...facts.own, ...facts.controls].some((o) => o.tls !== undefined);
    if (mine.length === 0 || operators.length < operatorsForBlock || isSpared)
      return atOneServer(facts, mine);
    return {
      confidence: 'likely',
      evidence: [...mine, ...controls],
      values: { ...about(mine[0]), ports: portList(portsOf(mine)), operators: listed(operators) },
      advice: [...settingAdvice(facts, []), ...packetAdvice],
    };
  },
};

const packetAdvice: readonly TextKey[] = [
  'packet-size.advice.vpn',
  'packet-size.advice.router',
  'finding.advice.hotspot',
  'tls-blocked.advice.plain',
];

/**
 * Others' certificates arrive, and on no port of this one server does any, though what it says in clear does. One port alone might be a service
 * with a fault of its own.
 */
function atOneServer(facts: Facts, stuck: readonly Observation[]): Found | null {
  const [first] = stuck;
  const spared = facts.controls.filter(({ tls }) => tls !== undefined);
  if (!first || spared.length === 0) return null;
  const there = facts.own.filter((o) => o.host === first.host && o.family === first.family);
  const mute = there.filter((o) => o.stage === 'tls' && o.outcome === 'timeout');
  const ports = portsOf(mute);
  // Without the name it may have come: then it is the name that is held back.
  const nameless = facts.all.filter((o) => o.control === 'nameless' && o.host === first.host);
  if ([...there, ...nameless].some(({ tls }) => tls !== undefined) || ports.length < portsAtOneServer)
    return null;
  return {
    confidence: 'likely',
    evidence: [...mute, ...spared],
    values: { ...about(first), ports: portList(ports), operators: listed(operatorsOf(spared)) },
    headline: 'packet-size.headline.one',
    detail: ['packet-size.detail.one'],
    advice: [...settingAdvice(facts, []), ...packetAdvice, 'packet-size.advice.tell'],
  };
}
