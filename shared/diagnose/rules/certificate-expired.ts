import {
  certificateAdvice,
  certificateSeverity,
  explainsCertificates,
  withProblem,
} from '../certificates.ts';
import { clockOffset, offsetWords } from '../clock.ts';
import type { Rule } from '../rule.ts';
import { about } from '../words.ts';

/** The certificate's time is over, or has not come yet. */
export const certificateExpired: Rule = {
  code: 'certificate-expired',
  severity: 'problem',
  unless: explainsCertificates,
  find(facts) {
    const bad = withProblem(facts, 'expired', 'not-yet-valid');
    const first = bad[0];
    if (!first) return null;
    const offset = clockOffset(facts);
    const isEarly = first.tls.problems.includes('not-yet-valid');
    return {
      // A clock that is days off may be the real reason; one host alone does not prove it.
      confidence: offset ? 'possible' : 'certain',
      severity: certificateSeverity(facts, bad),
      evidence: offset ? [...bad, offset.seenAt] : bad,
      values: {
        ...about(first),
        date: (isEarly ? first.tls.validFrom : first.tls.validTo).slice(0, 10),
        ...(offset ? offsetWords(offset.ms) : {}),
      },
      ...(isEarly ? { headline: 'certificate-expired.headline.early' } : {}),
      detail: [
        isEarly ? 'certificate-expired.detail.early' : 'certificate-expired.detail',
        ...(offset ? (['certificate-expired.detail.clock'] as const) : []),
      ],
      advice: offset
        ? ['clock-wrong.advice.1', 'clock-wrong.advice.2']
        : [
            ...certificateAdvice(facts, bad, ['certificate-expired.advice.wait']),
            'certificate-expired.advice.host',
          ],
    };
  },
};
