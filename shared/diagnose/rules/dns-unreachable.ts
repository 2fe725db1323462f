import { hasConnected } from '../../model/observation.ts';
import { hasDnsAnswered, unansweredLookups } from '../names.ts';
import type { Rule } from '../rule.ts';

/** No DNS server answers, although addresses can be reached, or nothing else could be tried. */
export const dnsUnreachable: Rule = {
  code: 'dns-unreachable',
  severity: 'problem',
  unless: ['offline', 'captive-portal'],
  find(facts) {
    const unanswered = unansweredLookups(facts);
    const isDiscoverySilent = facts.evidence.discovery.some(
      (entry) => (entry.source === 'mx' || entry.source === 'srv') && entry.outcome === 'no-answer',
    );
    if (unanswered.length === 0 && !isDiscoverySilent) return null;
    // One name without an answer is that domain's own trouble.
    if (hasDnsAnswered(facts)) return null;
    const reached = facts.all.filter(hasConnected);
    return {
      confidence: reached.length > 0 ? 'certain' : 'likely',
      evidence: [...unanswered, ...reached],
      detail: [reached.length > 0 ? 'dns-unreachable.detail' : 'dns-unreachable.detail.alone'],
      advice: ['dns-unreachable.advice.1', 'dns-unreachable.advice.2', 'dns-unreachable.advice.3'],
    };
  },
};
