import type { TlsFacts } from '../../model/observation.ts';
import {
  aboutCertificate,
  certificateAdvice,
  certificateSeverity,
  explainsCertificates,
  withProblem,
} from '../certificates.ts';
import { clockLeap, clockOffset, offsetWords } from '../clock.ts';
import type { Rule } from '../rule.ts';

/** The certificate's time is over, or has not come yet. */
export const certificateExpired: Rule = {
  code: 'certificate-expired',
  severity: 'problem',
  unless: explainsCertificates,
  find(facts) {
    const bad = withProblem(facts, 'expired', 'not-yet-valid').filter(({ tls }) => hasReadableDates(tls));
    const first = bad[0];
    if (!first) return null;
    const offset = clockOffset(facts);
    const isEarly = first.tls.problems.includes('not-yet-valid');
    return {
      // A clock that is days off, or was set by days meanwhile, may be the real reason; one host alone does not prove it.
      confidence: offset || clockLeap(facts) ? 'possible' : 'certain',
      severity: certificateSeverity(facts, bad),
      evidence: offset ? [...bad, offset.seenAt] : bad,
      values: {
        ...aboutCertificate(first, bad),
        date: { at: isEarly ? first.tls.validFrom : first.tls.validTo },
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

/** A date that nobody can read is a server's nonsense, and no date to tell. */
function hasReadableDates({ validFrom, validTo }: TlsFacts): boolean {
  return [validFrom, validTo].every((date) => !Number.isNaN(Date.parse(date)));
}
