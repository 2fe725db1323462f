import type { Observation } from '../../model/observation.ts';
import type { TextKey } from '../../text/catalogue.ts';
import { operatorsOf, portsOf } from '../facts.ts';
import { objectionOf } from '../rejections.ts';
import type { Rule } from '../rule.ts';
import { failedAfterConnecting, isInTheWay, isSpared } from '../submission-ports.ts';
import { tlsObjectionOf } from '../tls-alerts.ts';
import { about, failurePoint, listed, portList, quoteReply, settingAdvice } from '../words.ts';

/** The ports for sending connect at the user's server and then fail, while others' work on the same ports. */
export const submissionFailing: Rule = {
  code: 'submission-failing',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'tls-intercepted', 'tls-blocked'],
  find(facts) {
    const failing = failedAfterConnecting(facts).filter((o) => !hasOwnName(o));
    const spared = facts.controls.filter((control) => failing.some((o) => isSpared(control, o)));
    const mine = failing.filter((o) => spared.some((control) => isSpared(control, o)));
    const first = mine[0];
    if (!first) return null;
    const operators = operatorsOf(spared);
    return {
      confidence: operators.length > 1 ? 'certain' : 'likely',
      severity: isInTheWay(facts, mine) ? 'problem' : 'warning',
      evidence: [...mine, ...spared],
      values: {
        ...about(first),
        ports: portList(portsOf(mine)),
        how: failurePoint(first),
        operators: listed(operators),
        text: quoteReply(first),
      },
      detail: [
        'submission-failing.detail',
        ...(first.outcome === 'rejected' ? (['finding.detail.said'] as const) : []),
        'submission-failing.detail.others',
      ],
      advice: [...settingAdvice(facts, []), ...suspects(mine)],
    };
  },
};

/** Whoever answers in the server's place, on this computer as a rule, comes first; else the server itself does. */
function suspects(mine: readonly Observation[]): TextKey[] {
  const isMiddleman = mine.some((o) => o.outcome === 'rejected' && objectionOf(o) === 'middleman');
  const own: TextKey[] = ['finding.advice.scanner', 'finding.advice.vpn'];
  return isMiddleman
    ? [...own, 'finding.advice.hotspot', 'submission-failing.advice.tell']
    : ['submission-failing.advice.tell', ...own, 'finding.advice.hotspot'];
}

/** What it failed of has a finding of its own. */
function hasOwnName(o: Observation): boolean {
  if (tlsObjectionOf(o) !== null) return true;
  if (o.outcome !== 'rejected') return false;
  if (o.stage === 'starttls') return true;
  return objectionOf(o) !== 'middleman' && objectionOf(o) !== 'other';
}
