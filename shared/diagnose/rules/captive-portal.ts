import { isSafe } from '../../model/usable.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

/** Somebody else answers the connectivity check: a sign-in page stands before the network. */
export const captivePortal: Rule = {
  code: 'captive-portal',
  severity: 'problem',
  unless: ['this-computer'],
  find(facts) {
    const signs = facts.portalSigns();
    const sign = signs[0];
    if (!sign) return null;
    const isOpenAllTheSame = facts.all.some(isSafe);
    const pages = facts.all.filter((o) => o.error?.code === 'http-answer');
    const isRedirect = sign.web?.status === 511 || (sign.web?.status ?? 200) >= 300;
    const location = quote(sign.web?.location);
    return {
      confidence: isRedirect || pages.length > 0 ? 'certain' : 'likely',
      severity: isOpenAllTheSame ? 'warning' : 'problem',
      evidence: [...signs, ...pages],
      values: { location },
      detail: [
        isOpenAllTheSame ? 'captive-portal.detail.open' : 'captive-portal.detail',
        ...(location ? (['captive-portal.detail.location'] as const) : []),
      ],
      advice: ['captive-portal.advice.1', 'captive-portal.advice.2'],
    };
  },
};
