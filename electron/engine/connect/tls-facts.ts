import type { X509Certificate } from 'node:crypto';
import { checkServerIdentity } from 'node:tls';
import type { CertificateProblem, TlsFacts } from '../../../shared/model/observation.ts';
import { mostCertificateNames, CertificateProblem as Problems } from '../../../shared/model/observation.ts';
import { keptTexts, plainText } from '../../../shared/parse/plain-text.ts';
import { hasBrokenSignature } from './signature-hash.ts';
import { type SignedBy, signedByWithin, type Trust } from './trust-anchors.ts';

export type Handshake = {
  readonly host: string;
  readonly version: string;
  readonly cipher: string;
  /** As the server sent them, its own first. Not empty. */
  readonly sent: readonly [X509Certificate, ...X509Certificate[]];
  /** The TLS library found a path to a trusted certificate and nothing wrong on it (the name apart). */
  readonly isVerified: boolean;
};

/** Certificates of a chain that are looked at; nobody honest sends more than five. */
const maxChain = 10;
/** Signatures that are checked for one chain, each at most a few milliseconds. An honest chain of five takes some ten. */
const maxSignatures = 20;

/**
 * What a TLS handshake showed, in our words. Problems are named from the certificates themselves and never from the
 * wording of a TLS library, which differs between Node and Electron. `wallClockMs`: milliseconds since 1970.
 */
export function tlsFacts(handshake: Handshake, trust: Trust, wallClockMs: number): TlsFacts {
  const [leaf] = handshake.sent;
  const signedBy = signedByWithin(maxSignatures);
  const path = pathFrom(leaf, handshake.sent.slice(1, maxChain), trust, signedBy);
  const problems = problemsOf(handshake, path, wallClockMs);
  const top = path.certificates.at(-1) ?? leaf;
  return {
    version: handshake.version,
    cipher: handshake.cipher,
    trusted: problems.length === 0,
    ...(problems[0] === undefined ? {} : { problem: problems[0] }),
    problems,
    isPubliclyIssued: path.endsTrusted && trust.isPublicAuthority(top),
    subject: nameText(leaf.subject),
    issuer: nameText(leaf.issuer),
    topIssuer: nameText(path.endsTrusted ? top.subject : top.issuer),
    names: namesOf(leaf, handshake.host),
    validFrom: isoDate(leaf.validFrom),
    validTo: isoDate(leaf.validTo),
    fingerprint256: leaf.fingerprint256,
    chainLength: handshake.sent.length,
  };
}

type Path = {
  /** From the server's own certificate upwards. */
  readonly certificates: readonly X509Certificate[];
  /** The last one is trusted here. */
  readonly endsTrusted: boolean;
};

/** Walks upwards: a trusted issuer ends the walk, else the next of the sent ones is taken, each at most once. */
function pathFrom(
  leaf: X509Certificate,
  sent: readonly X509Certificate[],
  trust: Trust,
  signedBy: SignedBy,
): Path {
  const certificates = [leaf];
  const left = [...sent];
  for (let current = leaf; ; ) {
    const anchor = trust.issuerOf(current, signedBy);
    if (anchor) {
      const isItself = anchor.fingerprint256 === current.fingerprint256;
      return { certificates: isItself ? certificates : [...certificates, anchor], endsTrusted: true };
    }
    const next = left.findIndex((candidate) => signedBy(current, candidate));
    const issuer = left[next];
    if (!issuer) return { certificates, endsTrusted: false };
    left.splice(next, 1);
    certificates.push(issuer);
    current = issuer;
  }
}

function problemsOf(handshake: Handshake, path: Path, wallClockMs: number): CertificateProblem[] {
  const [leaf] = handshake.sent;
  const found = new Set<CertificateProblem>();
  if (checkServerIdentity(handshake.host, leaf.toLegacyObject())) found.add('name-mismatch');
  // A trusted root's own dates are the business of whoever trusts it.
  const dated =
    path.endsTrusted && path.certificates.length > 1 ? path.certificates.slice(0, -1) : path.certificates;
  if (dated.some((certificate) => Date.parse(certificate.validTo) < wallClockMs)) found.add('expired');
  if (dated.some((certificate) => Date.parse(certificate.validFrom) > wallClockMs))
    found.add('not-yet-valid');
  if (!path.endsTrusted) found.add(pathProblem(leaf, handshake.sent.length));
  // What a trusted root signed itself with proves nothing and harms nothing.
  if (dated.some((certificate) => hasBrokenSignature(certificate.raw))) found.add('weak-signature');
  // The library saw a reason that we do not name (a constraint, say): still nobody to be trusted.
  const isOurs = [...found].some((problem) => problem !== 'name-mismatch');
  if (!handshake.isVerified && !isOurs) found.add('untrusted-issuer');
  return Problems.options.filter((problem) => found.has(problem));
}

function pathProblem(leaf: X509Certificate, sentCount: number): CertificateProblem {
  if (isSelfMade(leaf)) return 'self-signed';
  return sentCount === 1 ? 'chain-incomplete' : 'untrusted-issuer';
}

/** By its own key, whatever it claims that key may be used for: home-made certificates often leave "may sign" out. */
function isSelfMade(leaf: X509Certificate): boolean {
  try {
    return leaf.subject === leaf.issuer && leaf.verify(leaf.publicKey);
  } catch {
    return false; // a key type this TLS library cannot load
  }
}

/** Node writes one attribute a line, the most general first; a report shows one line, the most specific first. */
function nameText(name: string | undefined): string {
  return plainText((name ?? '').split('\n').reverse().join(','), 1024);
}

/**
 * Host names and IP addresses the certificate is for, as Node writes `subjectAltName`: `DNS:a, IP Address:1.2.3.4`, with
 * anything unusual (a comma, a NUL) inside a JSON string. Of more than are kept, those next to the host's own name are.
 */
function namesOf(certificate: X509Certificate, host: string): string[] {
  const names: string[] = [];
  const entry = /(?:^|, )(DNS|IP Address|[A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,]*)/g;
  for (const match of (certificate.subjectAltName ?? '').matchAll(entry)) {
    if (match[1] === 'DNS' || match[1] === 'IP Address') names.push(unquoted(match[2] ?? ''));
  }
  if (names.length <= mostCertificateNames) return keptTexts(names, mostCertificateNames);
  const domain = host.toLowerCase().split('.').slice(-2).join('.');
  const isNear = (name: string): boolean => name.toLowerCase().endsWith(domain);
  return keptTexts([...names.filter(isNear), ...names.filter((name) => !isNear(name))], mostCertificateNames);
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text; // not the JSON that Node promises: shown as it is
  }
}

function isoDate(text: string): string {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? plainText(text) : new Date(ms).toISOString();
}
