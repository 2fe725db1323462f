import { endpointKey } from '../../model/endpoint.ts';
import { isRetiredTls } from '../../model/usable.ts';
import { hostsOf } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { about, quote, settingAdvice } from '../words.ts';

/** Only TLS 1.1 or older can be agreed on: RFC 8996, RFC 8997. */
export const tlsTooOld: Rule = {
  code: 'tls-too-old',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'tls-intercepted'],
  find(facts) {
    const own = [...facts.submission, ...facts.own.filter((o) => o.role === 'incoming')];
    const modern = new Set(own.filter((o) => o.tls && !isRetiredTls(o)).map(endpointKey));
    const old = own.filter((o) => isRetiredTls(o) && !modern.has(endpointKey(o)));
    const first = old.find((o) => o.host === hostsOf(facts, old)[0]);
    if (!first) return null;
    const isSendingHit = old.some((o) => o.role === 'outgoing') && facts.good.length === 0;
    return {
      confidence: 'certain',
      severity: isSendingHit ? 'problem' : 'warning',
      evidence: old,
      values: { ...about(first), version: quote(first.tls?.version.replace(/^TLSv/, 'TLS ')) },
      advice:
        facts.good.length > 0
          ? settingAdvice(facts, [])
          : ['tls-too-old.advice.server', 'tls-too-old.advice.windows'],
    };
  },
};
