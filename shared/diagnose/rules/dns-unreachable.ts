import type { LongAnswer } from '../../model/here.ts';
import { hasConnected, type Observation } from '../../model/observation.ts';
import type { Facts } from '../facts.ts';
import { dnsAnswers, hasDnsAnswered, isDenied, unansweredLookups, wronglyDenied } from '../names.ts';
import type { Found, Rule } from '../rule.ts';
import { about, listed, shortName } from '../words.ts';

/** No DNS server answers, or none knows any name, although addresses can be reached, or nothing else could be tried. */
export const dnsUnreachable: Rule = {
  code: 'dns-unreachable',
  severity: 'problem',
  unless: ['this-computer', 'proxy-only', 'offline', 'captive-portal'],
  find(facts) {
    const denied = namesDenied(facts);
    if (denied) return denied;
    const unanswered = unansweredLookups(facts);
    const isDiscoverySilent = facts.evidence.discovery.some(
      (entry) => (entry.source === 'mx' || entry.source === 'srv') && entry.outcome === 'no-answer',
    );
    if (unanswered.length === 0 && !isDiscoverySilent) return null;
    // One name without an answer is that domain's own trouble, unless the answer is there and too long for this network.
    if (hasDnsAnswered(facts)) return tooLong(facts, unanswered);
    const reached = facts.all.filter(hasConnected);
    // A server given by its address is found without DNS, so whatever became of it has another reason.
    const isNeeded =
      facts.own.some((o) => o.outcome === 'dns-error') || facts.own.every((o) => o.address === null);
    return {
      confidence: reached.length > 0 ? 'certain' : 'likely',
      severity: isNeeded ? 'problem' : 'warning',
      evidence: [...unanswered, ...reached],
      detail: [reached.length > 0 ? 'dns-unreachable.detail' : 'dns-unreachable.detail.alone'],
      advice: [...lookElsewhere],
    };
  },
};

const lookElsewhere = [
  'dns-unreachable.advice.1',
  'dns-unreachable.advice.2',
  'dns-unreachable.advice.3',
] as const;

/** The name server answers, and says of every name, or of most, that it does not exist. Those of strangers do, so the user's may as well. */
function namesDenied(facts: Facts): Found | null {
  const strangers = wronglyDenied(facts);
  const mine = facts.all.filter((o) => isDenied(o) && (o.role === 'outgoing' || o.role === 'incoming'));
  const names = [...new Set(strangers.map(({ host }) => host))];
  if (mine.length === 0 || names.length === 0) return null;
  const found = dnsAnswers(facts).filter((o) => o.outcome !== 'dns-error');
  return {
    confidence: names.length > 1 && found.length === 0 ? 'certain' : 'likely',
    evidence: [...mine, ...strangers, ...found],
    values: { ...about(mine[0]), others: listed(names) },
    detail: [found.length === 0 ? 'dns-unreachable.detail.denied' : 'dns-unreachable.detail.denied.most'],
    advice: [...lookElsewhere],
  };
}

/** The name server has an answer about the user's server, and only short ones arrive. */
function tooLong(facts: Facts, unanswered: readonly Observation[]): Found | null {
  const long = facts.here.find(
    (fact): fact is LongAnswer =>
      fact.kind === 'long-answer' && unanswered.some(({ host }) => host === fact.host),
  );
  if (!long) return null;
  const { host, server, overTcp } = long;
  return {
    confidence: 'certain',
    severity: facts.good.length > 0 || facts.own.some(hasConnected) ? 'warning' : 'problem',
    evidence: unanswered.filter((o) => o.host === host),
    values: { host, name: shortName(host), server, how: overTcp },
    headline: 'dns-unreachable.headline.long',
    detail: ['dns-unreachable.detail.long'],
    advice: ['dns-unreachable.advice.tcp', 'dns-unreachable.advice.1', 'finding.advice.hotspot'],
  };
}
