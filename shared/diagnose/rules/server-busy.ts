import { saidByOthers } from '../../model/said-by-others.ts';
import type { Objection } from '../../parse/smtp-objections.ts';
import { listNamedBy, objectionOf, turnedAway } from '../rejections.ts';
import type { Rule } from '../rule.ts';
import { about, quote, settingAdvice } from '../words.ts';

/** The server greets with "try again later": RFC 5321 section 4.2.1, replies 4yz. */
export const serverBusy: Rule = {
  code: 'server-busy',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'port-25-intercepted'],
  find(facts) {
    const busy = turnedAway(facts).filter((o) => /^4/.test(o.error?.code ?? '') && isPassing(objectionOf(o)));
    const first = busy[0];
    if (!first) return null;
    const list = listNamedBy(first);
    // Where another attempt came through, or the server counts connections, ours may have been the whole trouble.
    const passed = facts.outgoing.filter((o) => o.host === first.host && o.outcome === 'ok');
    const isOurs = passed.length > 0 || /too many|limit|exceeded/i.test(saidByOthers(first));
    return {
      confidence: isOurs ? 'possible' : busy.length > 1 ? 'certain' : 'likely',
      severity: facts.good.length > 0 || facts.current === 'works' ? 'note' : 'problem',
      evidence: [...busy, ...passed],
      values: { ...about(first), text: quote(saidByOthers(first)), list: list ?? '' },
      detail: [
        'server-busy.detail',
        ...(isOurs ? (['server-busy.detail.ours'] as const) : []),
        ...(list ? (['server-busy.detail.list'] as const) : []),
      ],
      advice: [
        'server-busy.advice.wait',
        ...settingAdvice(facts, []),
        ...(list ? (['client-blocklisted.advice.list'] as const) : []),
      ],
    };
  },
};

/** What is said for now, and neither about our name nor by somebody in between. */
function isPassing(objection: Objection): boolean {
  return objection === 'later' || objection === 'list' || objection === 'policy' || objection === 'other';
}
