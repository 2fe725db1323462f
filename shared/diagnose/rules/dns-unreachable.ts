import { hasConnected } from '../../model/observation.ts';
import { hasDnsAnswered, unansweredLookups } from '../names.ts';
import type { Rule } from '../rule.ts';

/** No DNS server answers, although addresses can be reached, or nothing else could be tried. */
export const dnsUnreachable: Rule = {
  code: 'dns-unreachable',
  severity: 'problem',
  unless: ['this-computer', 'proxy-only', 'offline', 'captive-portal'],
  find(facts) {
    const unanswered = unansweredLookups(facts);
    const isDiscoverySilent = facts.evidence.discovery.some(
      (entry) => (entry.source === 'mx' || entry.source === 'srv') && entry.outcome === 'no-answer',
    );
    if (unanswered.length === 0 && !isDiscoverySilent) return null;
    // One name without an answer is that domain's own trouble.
    if (hasDnsAnswered(facts)) return null;
    const reached = facts.all.filter(hasConnected);
    // A server given by its address is found without DNS, so whatever became of it has another reason.
    const isNeeded =
      facts.own.some((o) => o.outcome === 'dns-error') || facts.own.every((o) => o.address === null);
    return {
      confidence: reached.length > 0 ? 'certain' : 'likely',
      severity: isNeeded ? 'problem' : 'warning',
      evidence: [...unanswered, ...reached],
      detail: [reached.length > 0 ? 'dns-unreachable.detail' : 'dns-unreachable.detail.alone'],
      advice: ['dns-unreachable.advice.1', 'dns-unreachable.advice.2', 'dns-unreachable.advice.3'],
    };
  },
};
