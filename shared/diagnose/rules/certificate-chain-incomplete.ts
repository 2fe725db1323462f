import {
  aboutCertificate,
  certificateAdvice,
  certificateSeverity,
  explainsCertificates,
  withProblem,
} from '../certificates.ts';
import { issuerName } from '../issuers.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

/** The server does not send the certificate of its issuer along, so programs cannot follow it to one they trust. */
export const certificateChainIncomplete: Rule = {
  code: 'certificate-chain-incomplete',
  severity: 'problem',
  unless: explainsCertificates,
  find(facts) {
    const bad = withProblem(facts, 'chain-incomplete');
    const first = bad[0];
    if (!first) return null;
    return {
      confidence: 'certain',
      severity: certificateSeverity(facts, bad),
      evidence: bad,
      values: {
        ...aboutCertificate(first, bad),
        issuer: quote(issuerName({ ...first.tls, topIssuer: first.tls.issuer })),
      },
      advice: [
        ...certificateAdvice(facts, bad, ['certificate-chain-incomplete.advice.wait']),
        'certificate-chain-incomplete.advice.host',
      ],
    };
  },
};
