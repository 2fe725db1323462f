import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/** Who is believed, and who counts as an authority of the public web. Certificates as PEM. */
export type TrustAnchors = {
  readonly trusted: readonly string[];
  readonly publicAuthorities: readonly string[];
};

/** The same, ready for use: parsed once, found by subject. */
export type Trust = {
  readonly secureContext: tls.SecureContext;
  /** Trusted certificates whose subject is the issuer of `certificate` and whose key made its signature. */
  issuersOf(certificate: X509Certificate): readonly X509Certificate[];
  isPublicAuthority(certificate: X509Certificate): boolean;
};

let ofThisComputer: Trust | undefined;

/**
 * What this computer trusts: the public list that comes with Node, the system's own store, and the file that
 * NODE_EXTRA_CA_CERTS names. Takes about 0.1 s the first time, so it is read once and kept.
 */
export function computerTrust(): Trust {
  ofThisComputer ??= trustOf({
    trusted: [...tls.rootCertificates, ...systemStore(), ...certificatesIn(process.env.NODE_EXTRA_CA_CERTS)],
    publicAuthorities: tls.rootCertificates,
  });
  return ofThisComputer;
}

/** Trust in exactly these certificates; one that cannot be read is left out. */
export function trustOf({ trusted, publicAuthorities }: TrustAnchors): Trust {
  const anchors = new Map<string, { readonly pem: string; readonly certificate: X509Certificate }>();
  for (const pem of new Set(trusted.map((text) => text.trim()))) {
    const certificate = parse(pem);
    if (certificate && !anchors.has(certificate.fingerprint256)) {
      anchors.set(certificate.fingerprint256, { pem, certificate });
    }
  }
  const bySubject = new Map<string, X509Certificate[]>();
  for (const { certificate } of anchors.values()) {
    bySubject.set(certificate.subject, [...(bySubject.get(certificate.subject) ?? []), certificate]);
  }
  const publicPrints = new Set(publicAuthorities.map((pem) => parse(pem)?.fingerprint256));
  return {
    secureContext: lenientContext([...anchors.values()].map(({ pem }) => pem)),
    issuersOf: (certificate) =>
      (bySubject.get(certificate.issuer) ?? []).filter((anchor) => isSignedBy(certificate, anchor)),
    isPublicAuthority: (certificate) => publicPrints.has(certificate.fingerprint256),
  };
}

/** Whether `issuer` issued `certificate`: names, key identifiers and signature agree. Odd keys count as "no". */
export function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false; // a key type this TLS library cannot load
  }
}

/**
 * Settings under which even an outdated server can be talked to and so be recognised by the version it speaks. Nothing
 * secret is ever sent through such a connection. BoringSSL (Electron) knows no security levels and refuses the word.
 */
function lenientContext(ca: string[]): tls.SecureContext {
  const options: tls.SecureContextOptions = { ca, minVersion: 'TLSv1', allowPartialTrustChain: true };
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
