import { isNamedIn } from '../model/certificate-names.ts';
import {
  CertificateProblem,
  mostCertificateNames,
  type Observation,
  type TlsFacts,
} from '../model/observation.ts';
import type { Report } from '../model/report.ts';

/** A clock that was set while the check ran, and one that is not quite right, make no certificate invalid. */
const clockToleranceMs = 86_400_000;

/**
 * The observations of a saved report, with every certificate doubted that its own facts speak against, whatever the file says of its trust:
 * other names, another time, a problem that is named beside it. That an authority vouches for it cannot be concluded anew and is believed.
 */
export function withDoubtedCertificates(report: Pick<Report, 'observations' | 'startedAt' | 'masked'>) {
  return report.observations.map((o): Observation => {
    if (o.tls === undefined) return o;
    const found = [...o.tls.problems, o.tls.problem, ...problemsIn(o, o.tls, report)];
    const problems = CertificateProblem.options.filter((problem) => found.includes(problem));
    const [gravest] = problems;
    if (gravest === undefined || problems.length === o.tls.problems.length) return o;
    return { ...o, tls: { ...o.tls, trusted: false, problem: gravest, problems } };
  });
}

function problemsIn(
  { host, startedMs }: Observation,
  { names, validFrom, validTo }: TlsFacts,
  { startedAt, masked }: Pick<Report, 'startedAt' | 'masked'>,
): CertificateProblem[] {
  const at = Date.parse(startedAt) + startedMs;
  const isWholeList = names.length > 0 && names.length < mostCertificateNames;
  const isName = /[a-z]/i.test(host) && !host.includes(':');
  return [
    ...(isWholeList && isName && !masked && !isNamedIn(names, host) ? (['name-mismatch'] as const) : []),
    ...(Date.parse(validTo) < at - clockToleranceMs ? (['expired'] as const) : []),
    ...(Date.parse(validFrom) > at + clockToleranceMs ? (['not-yet-valid'] as const) : []),
  ];
}
