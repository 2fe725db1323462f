import { isNamedIn } from '../model/certificate-names.ts';
import type { Severity } from '../model/finding.ts';
import type { CertificateProblem, Observation, TlsFacts } from '../model/observation.ts';
import { isThisComputer } from '../model/this-computer.ts';
import type { TextKey } from '../text/catalogue.ts';
import type { Plain } from '../text/said.ts';
import { type Facts, portsOf } from './facts.ts';
import { about, portList, settingAdvice } from './words.ts';

export type BadCertificate = Observation & { readonly tls: TlsFacts };

/** Every code about a certificate gives way to these: they make good certificates look bad. */
export const explainsCertificates = [
  'offline',
  'captive-portal',
  'clock-wrong',
  'tls-intercepted',
  'relayed-elsewhere',
  'port-25-intercepted',
] as const;

/**
 * The user's servers whose certificate has one of these problems, for sending before receiving. On this very computer there is nobody to
 * be mistaken for its server.
 */
export function withProblem(facts: Facts, ...problems: readonly CertificateProblem[]): BadCertificate[] {
  const own = [...facts.submission, ...facts.own.filter((o) => o.role === 'incoming')];
  return own.filter(
    (o): o is BadCertificate =>
      !isThisComputer(o.host) && o.tls?.problems.some((problem) => problems.includes(problem)) === true,
  );
}

/**
 * Values about the host with the bad certificate that is told first, and every port of its role that shows that same one: whoever is to
 * mend it looks at the right service, and the person finds the port of their settings.
 */
export function aboutCertificate(
  first: BadCertificate,
  bad: readonly BadCertificate[],
): Record<string, Plain> {
  const alike = bad.filter(
    (o) =>
      o.host === first.host && o.role === first.role && o.tls.fingerprint256 === first.tls.fingerprint256,
  );
  return { ...about(first), ports: portList(portsOf(alike)) };
}

/** A bad certificate is a problem where it stands in the way: on the setting in use, or when no other one works. */
export function certificateSeverity(facts: Facts, bad: readonly BadCertificate[]): Severity {
  const current = facts.evidence.input.current;
  const hits = bad.filter((o) => o.role === 'outgoing');
  if (hits.length === 0 || facts.current === 'works') return 'warning';
  if (
    current &&
    hits.some((o) => o.host.toLowerCase() === current.host.toLowerCase() && o.port === current.port)
  ) {
    return 'problem';
  }
  // Another port of the same host, or a name out of the certificate, is the remedy and not a reason to stay silent.
  const concerned = hits.flatMap((o) => [o.host, ...o.tls.names]);
  const others = facts.good.filter((o) => !isNamedIn(concerned, o.host));
  return others.length > 0 ? 'warning' : 'problem';
}

/** Advice to send over a setting without fault, where there is one and sending is concerned; otherwise `otherwise`. */
export function certificateAdvice(
  facts: Facts,
  bad: readonly BadCertificate[],
  otherwise: readonly TextKey[],
): TextKey[] {
  const isSendingHit = bad.some((o) => o.role === 'outgoing');
  return facts.good.length > 0 && isSendingHit ? settingAdvice(facts, []) : [...otherwise];
}
