import { hostOfServer } from '../../model/claims.ts';
import type { Observation } from '../../model/observation.ts';
import type { TextKey } from '../../text/catalogue.ts';
import type { Facts } from '../facts.ts';
import { deniedStrangers, dnsAnswers, isDenied, isInnerName } from '../names.ts';
import type { Rule } from '../rule.ts';
import { about, settingAdvice } from '../words.ts';

/** DNS answers that the name does not exist, or that it has no address. */
export const domainNotFound: Rule = {
  code: 'domain-not-found',
  severity: 'problem',
  unless: ['this-computer', 'proxy-only', 'offline', 'captive-portal', 'dns-unreachable'],
  find(facts) {
    const missing = facts.all.filter((o) => isDenied(o) && (o.role === 'outgoing' || o.role === 'incoming'));
    const lost = missing.filter((o) => matters(o, facts));
    const worst = lost.find((o) => o.error?.code === 'no-name') ?? lost[0];
    if (!worst) return null;
    if (worst.error?.code === 'no-data' && isElsewhereUnanswered(facts) && !isTyped(worst, facts))
      return null;
    // Where not one other name is found, or one is denied that exists, the directory itself may be at fault.
    const isReliable =
      dnsAnswers(facts).some((o) => o.outcome !== 'dns-error') && deniedStrangers(facts).length === 0;
    const isWholeDomain = worst.host === facts.evidence.input.domain;
    return {
      confidence: isReliable ? 'certain' : 'likely',
      severity: facts.current === 'works' ? 'warning' : 'problem',
      evidence: lost,
      values: about(worst),
      detail: [detailOf(worst), ...(isReliable ? (['domain-not-found.detail.others'] as const) : [])],
      advice: settingAdvice(
        facts,
        isInnerName(worst.host)
          ? ['domain-not-found.advice.inner', 'domain-not-found.advice.inner.address']
          : [
              isWholeDomain ? 'domain-not-found.advice.domain' : 'domain-not-found.advice.server',
              'domain-not-found.advice.ask',
            ],
      ),
    };
  },
};

function detailOf({ host, error }: Observation): TextKey {
  if (isInnerName(host)) return 'domain-not-found.detail.inner';
  return error?.code === 'no-name' ? 'domain-not-found.detail' : 'domain-not-found.detail.no-address';
}

/** The mail server may have another name, of which DNS has not told: that a domain has no computer of its own is usual. */
function isElsewhereUnanswered({ evidence }: Facts): boolean {
  return evidence.discovery.some(
    ({ source, outcome }) => (source === 'mx' || source === 'guess') && outcome === 'no-answer',
  );
}

function isTyped({ host }: Observation, { evidence }: Facts): boolean {
  const { server, current } = evidence.input;
  const typed = [server && hostOfServer(server), current?.host].map((name) => name?.toLowerCase());
  return typed.includes(host.toLowerCase());
}

/** A name that the person typed always matters; another one only while no server of the user's is known by a name that resolves. */
function matters(missing: Observation, facts: Facts): boolean {
  if (isTyped(missing, facts)) return true;
  return !facts.all.some(
    (o) =>
      (o.role === 'outgoing' || o.role === 'incoming') && o.outcome !== 'dns-error' && o.address !== null,
  );
}
