import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { derNames } from './der.ts';

/** Who is believed, and who counts as an authority of the public web. Certificates as PEM. */
export type TrustAnchors = {
  readonly trusted: readonly string[];
  readonly publicAuthorities: readonly string[];
};

/** The same, ready for use: parsed once, found by subject. */
export type Trust = {
  readonly secureContext: tls.SecureContext;
  /** A trusted certificate whose subject is the issuer of `certificate` and whose key made its signature. */
  issuerOf(certificate: X509Certificate, signedBy: SignedBy): X509Certificate | undefined;
  isPublicAuthority(certificate: X509Certificate): boolean;
};

let ofThisComputer: Trust | undefined;

/**
 * What this computer trusts: the public list that comes with Node (or was given to the process in its place), the system's own store, and the file that
 * NODE_EXTRA_CA_CERTS names. Read once and kept; takes some 20 ms, during which nothing else in the process runs.
 */
export function computerTrust(publicAuthorities: readonly string[] = tls.rootCertificates): Trust {
  if (ofThisComputer) return ofThisComputer;
  const own = [...systemStore(), ...certificatesIn(process.env.NODE_EXTRA_CA_CERTS)];
  const known = new Set(tls.rootCertificates.map(bodyOf));
  const more = [...publicAuthorities, ...own].filter((pem) => !known.has(bodyOf(pem)));
  // Node's own store is already in memory; handing it the public list once more would stop everything for 50 ms.
  const secureContext = lenientContext((context) => addTo(context, more));
  ofThisComputer = trustIn([...tls.rootCertificates, ...more], publicAuthorities, secureContext);
  return ofThisComputer;
}

/** Trust in exactly these certificates; one that cannot be read is left out. */
export function trustOf({ trusted, publicAuthorities }: TrustAnchors): Trust {
  const readable = trusted.filter((pem) => parse(pem) !== null);
  return trustIn(
    readable,
    publicAuthorities,
    lenientContext(() => {}, readable),
  );
}

function trustIn(
  trusted: readonly string[],
  publicAuthorities: readonly string[],
  secureContext: tls.SecureContext,
): Trust {
  const bySubject = new Map<string, Map<string, string>>();
  for (const pem of trusted) {
    const body = bodyOf(pem);
    const subject = derNames(Buffer.from(body, 'base64'))?.subject;
    if (subject !== undefined) bySubject.set(subject, (bySubject.get(subject) ?? new Map()).set(body, pem));
  }
  const publicBodies = new Set(publicAuthorities.map(bodyOf));
  return {
    secureContext,
    issuerOf: (certificate, signedBy) =>
      [...(bySubject.get(derNames(certificate.raw)?.issuer ?? '')?.values() ?? [])]
        .map(parse)
        .filter((anchor) => anchor !== null)
        .find((anchor) => signedBy(certificate, anchor)),
    isPublicAuthority: (certificate) => publicBodies.has(certificate.raw.toString('base64')),
  };
}

/** The base64 text of a PEM certificate without its line ends: equal for equal certificates. */
function bodyOf(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '');
}

/** Adds certificates to those a context already trusts; Node offers that only on the context's inner object. */
function addTo(context: tls.SecureContext, pems: readonly string[]): void {
  const inner = context.context as { addCACert(pem: string): void };
  for (const pem of pems) {
    try {
      inner.addCACert(pem);
    } catch {
      // A store may hold what this TLS library cannot read; the rest of it is still good.
    }
  }
}

/** Whether `issuer` issued `certificate`: names, key identifiers and signature agree. Odd keys count as "no". */
export type SignedBy = (certificate: X509Certificate, issuer: X509Certificate) => boolean;

/** Checks so many signatures, which strangers can make costly; to everything after that it says "no". */
export function signedByWithin(maxSignatures: number): SignedBy {
  let left = maxSignatures;
  return (certificate, issuer) => {
    try {
      if (!certificate.checkIssued(issuer) || left === 0) return false;
      left -= 1;
      return certificate.verify(issuer.publicKey);
    } catch {
      return false; // a key type this TLS library cannot load
    }
  };
}

/**
 * Settings under which even an outdated server can be talked to and so be recognised by the version it speaks. Nothing
 * secret is ever sent through such a connection. BoringSSL (Electron) knows no security levels and refuses the word.
 */
function lenientContext(
  prepare: (context: tls.SecureContext) => void,
  ca?: readonly string[],
): tls.SecureContext {
  const options: tls.SecureContextOptions = {
    ...(ca && { ca: [...ca] }),
    minVersion: 'TLSv1',
    allowPartialTrustChain: true,
  };
  const context = createLenient(options);
  prepare(context);
  return context;
}

function createLenient(options: tls.SecureContextOptions): tls.SecureContext {
  try {
    return tls.createSecureContext({
      ...options,
      ciphers: 'DEFAULT:@SECLEVEL=0',
      secureOptions: legacyServerConnect,
    });
  } catch {
    return tls.createSecureContext(options);
  }
}

/** OpenSSL's SSL_OP_LEGACY_SERVER_CONNECT: servers older than RFC 5746 are still talked to. */
const legacyServerConnect = 0x4;

function parse(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null; // a store may hold what this TLS library cannot read; the rest of it is still good
  }
}

/** The operating system's store: asked of Node where it can tell, else the bundle files of the usual Linux systems. */
function systemStore(): readonly string[] {
  const getCertificates = (tls as { getCACertificates?: (store: 'system') => string[] }).getCACertificates;
  if (getCertificates) return getCertificates('system');
  const bundles = [
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/ssl/cert.pem',
  ];
  const bundle = bundles.find((path) => existsSync(path));
  return certificatesIn(bundle);
}

/**
 * The certificates of a PEM file; none when there is no such file or this user may not read it, which is how Node treats
 * NODE_EXTRA_CA_CERTS too. (Node adds that file only to its default store, which a list of our own replaces.)
 */
export function certificatesIn(path: string | undefined): readonly string[] {
  if (!path) return [];
  try {
    return readFileSync(path, 'utf8').match(pemBlock) ?? [];
  } catch {
    return [];
  }
}

const pemBlock = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]+?-----END (?:TRUSTED )?CERTIFICATE-----/g;
