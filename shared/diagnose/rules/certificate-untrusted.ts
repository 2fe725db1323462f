import type { CertificateProblem } from '../../model/observation.ts';
import type { TextKey } from '../../text/catalogue.ts';
import {
  certificateAdvice,
  certificateSeverity,
  explainsCertificates,
  withProblem,
} from '../certificates.ts';
import { issuerName } from '../issuers.ts';
import type { Rule } from '../rule.ts';
import { about, quote } from '../words.ts';

/** The server made its certificate itself, has it from an issuer unknown here, or it is signed in a way that can be forged. */
export const certificateUntrusted: Rule = {
  code: 'certificate-untrusted',
  severity: 'problem',
  unless: explainsCertificates,
  find(facts) {
    const bad = withProblem(facts, 'self-signed', 'untrusted-issuer', 'weak-signature');
    const first = bad[0];
    if (!first) return null;
    return {
      confidence: 'certain',
      severity: certificateSeverity(facts, bad),
      evidence: bad,
      values: { ...about(first), issuer: quote(issuerName(first.tls)) },
      detail: [detailFor(first.tls.problems)],
      advice: [
        ...certificateAdvice(facts, bad, []),
        'certificate-untrusted.advice.host',
        'finding.advice.certificate',
      ],
    };
  },
};

function detailFor(problems: readonly CertificateProblem[]): TextKey {
  if (problems.includes('self-signed')) return 'certificate-untrusted.detail';
  if (problems.includes('untrusted-issuer')) return 'certificate-untrusted.detail.issuer';
  return 'certificate-untrusted.detail.weak';
}
