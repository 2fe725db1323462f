import { saidByOthers } from '../../model/said-by-others.ts';
import { isCurrentElsewhere } from '../blocks.ts';
import { portsOf } from '../facts.ts';
import { listNamedBy, objectionOf, turnedAway } from '../rejections.ts';
import type { Rule } from '../rule.ts';
import { about, quote, settingAdvice } from '../words.ts';

/** The server turns this address away because of a block list, its policy or a reputation. */
export const clientBlocklisted: Rule = {
  code: 'client-blocklisted',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'port-25-intercepted'],
  find(facts) {
    const refused = turnedAway(facts).filter(
      (o) => /^5/.test(o.error?.code ?? '') && ['list', 'policy'].includes(objectionOf(o)),
    );
    const first = refused.find((o) => listNamedBy(o)) ?? refused[0];
    if (!first) return null;
    const list = objectionOf(first) === 'list' ? listNamedBy(first) : null;
    return {
      confidence: list ? 'certain' : 'likely',
      severity: isCurrentElsewhere(facts, portsOf(refused)) && facts.current === 'works' ? 'note' : 'problem',
      evidence: refused,
      values: { ...about(first), list: list ?? '', text: quote(saidByOthers(first)) },
      headline: list ? 'client-blocklisted.headline' : 'client-blocklisted.headline.unnamed',
      advice: [
        ...settingAdvice(facts, []),
        'client-blocklisted.advice.router',
        'client-blocklisted.advice.hotspot',
        list ? 'client-blocklisted.advice.list' : 'client-blocklisted.advice.ask',
      ],
    };
  },
};
