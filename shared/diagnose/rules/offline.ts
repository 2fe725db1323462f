import { hasConnected } from '../../model/observation.ts';
import { hasDnsAnswered } from '../names.ts';
import type { Rule } from '../rule.ts';

/** Nothing at all answers: no server, no web, no address by number, no DNS. */
export const offline: Rule = {
  code: 'offline',
  severity: 'problem',
  unless: ['this-computer', 'proxy-only'],
  find(facts) {
    const { all } = facts;
    const tried = all.filter((o) => o.outcome !== 'cancelled');
    const byNumber = tried.filter((o) => o.control === 'well-known-address');
    const isAnythingHeard = all.some((o) => hasConnected(o) || o.outcome === 'refused' || o.web);
    if (isAnythingHeard || hasDnsAnswered(facts)) return null;
    // Without an address by number, DNS alone may be to blame.
    const elsewhere = tried.filter((o) => o.outcome !== 'dns-error');
    if (elsewhere.length === 0) return null;
    return {
      confidence: byNumber.length > 1 ? 'certain' : 'likely',
      evidence: [...elsewhere, ...tried.filter((o) => o.outcome === 'dns-error')],
      advice: ['offline.advice.1', 'offline.advice.2'],
    };
  },
};
