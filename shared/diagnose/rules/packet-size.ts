import { isStuckInTls } from '../../model/muteness.ts';
import { operatorsForBlock } from '../blocks.ts';
import { operatorsOf, portsOf } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { about, listed, portList, settingAdvice } from '../words.ts';

/** Short answers come through, and the certificate, which fills the largest packets, never arrives: at the user's server and at others. */
export const packetSize: Rule = {
  code: 'packet-size',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'tls-intercepted', 'tls-blocked'],
  find(facts) {
    const mine = facts.submission.filter((o) => isStuckInTls(o, facts.all));
    const controls = facts.controls.filter((o) => isStuckInTls(o, facts.all));
    const operators = operatorsOf(controls);
    // Whoever's certificate arrives shows that the way lets it through.
    const isSpared = [...facts.own, ...facts.controls].some((o) => o.tls !== undefined);
    if (mine.length === 0 || operators.length < operatorsForBlock || isSpared) return null;
    return {
      confidence: 'likely',
      evidence: [...mine, ...controls],
      values: { ...about(mine[0]), ports: portList(portsOf(mine)), operators: listed(operators) },
      advice: [
        ...settingAdvice(facts, []),
        'packet-size.advice.vpn',
        'packet-size.advice.router',
        'finding.advice.hotspot',
        'tls-blocked.advice.plain',
      ],
    };
  },
};
