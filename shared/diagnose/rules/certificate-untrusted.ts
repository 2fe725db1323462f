import {
  certificateAdvice,
  certificateSeverity,
  explainsCertificates,
  withProblem,
} from '../certificates.ts';
import { issuerName } from '../issuers.ts';
import type { Rule } from '../rule.ts';
import { about, quote } from '../words.ts';

/** The server made its certificate itself, or has it from an issuer that this computer does not know. */
export const certificateUntrusted: Rule = {
  code: 'certificate-untrusted',
  severity: 'problem',
  unless: explainsCertificates,
  find(facts) {
    const bad = withProblem(facts, 'self-signed', 'untrusted-issuer');
    const first = bad[0];
    if (!first) return null;
    const isSelfMade = first.tls.problems.includes('self-signed');
    return {
      confidence: 'certain',
      severity: certificateSeverity(facts, bad),
      evidence: bad,
      values: { ...about(first), issuer: quote(issuerName(first.tls)) },
      detail: [isSelfMade ? 'certificate-untrusted.detail' : 'certificate-untrusted.detail.issuer'],
      advice: [
        ...certificateAdvice(facts, bad, []),
        'certificate-untrusted.advice.host',
        'finding.advice.certificate',
      ],
    };
  },
};
