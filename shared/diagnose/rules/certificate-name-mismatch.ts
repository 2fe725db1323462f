import { isNamedIn } from '../../model/certificate-names.ts';
import { sourcesOf } from '../../model/claims.ts';
import type { Observation } from '../../model/observation.ts';
import {
  certificateAdvice,
  certificateSeverity,
  explainsCertificates,
  withProblem,
} from '../certificates.ts';
import type { Facts } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { about, listed, settingAdvice } from '../words.ts';

/** The certificate is for other names than the host's. Where one of them answers, it is the host to use. */
export const certificateNameMismatch: Rule = {
  code: 'certificate-name-mismatch',
  severity: 'problem',
  unless: explainsCertificates,
  find(facts) {
    const bad = withProblem(facts, 'name-mismatch').filter((o) => !isNobodysName(facts, o));
    const first = bad[0];
    if (!first) return null;
    const names = first.tls.names.map((name) => name.toLowerCase());
    const answering = facts.good.filter((o) => o.host !== first.host && isNamedIn(names, o.host));
    return {
      confidence: 'certain',
      severity: certificateSeverity(facts, bad),
      evidence: [...bad, ...answering],
      values: {
        ...about(first),
        names: names.length > 0 ? listed(names) : first.tls.subject.slice(0, 80),
        better: answering[0]?.host ?? '',
      },
      detail: [
        'certificate-name-mismatch.detail',
        ...(answering.length > 0 ? (['certificate-name-mismatch.detail.better'] as const) : []),
      ],
      advice:
        answering.length > 0
          ? [
              ...settingAdvice(facts, []),
              ...receivingAdvice(bad, first),
              'certificate-name-mismatch.advice.check',
            ]
          : [
              ...certificateAdvice(facts, bad, []),
              'certificate-name-mismatch.advice.ask',
              'finding.advice.certificate',
            ],
    };
  },
};

/** That receiving has the same fault, for whoever is told the other name for sending. */
function receivingAdvice(bad: readonly Observation[], { role, host }: Observation) {
  const isToo = role === 'outgoing' && bad.some((o) => o.role === 'incoming' && o.host === host);
  return isToo ? (['certificate-name-mismatch.advice.receiving'] as const) : [];
}

/**
 * A name that only receives mail or was guessed, of a computer that is known by another name of the domain, which fits and works: no mail
 * program has to use it.
 */
function isNobodysName({ servers, good, evidence }: Facts, { host, address }: Observation): boolean {
  if (servers.isSure(host)) return false;
  return good.some(
    (o) => o.host !== host && o.address === address && sourcesOf(evidence.discovery, o.host).length > 0,
  );
}
