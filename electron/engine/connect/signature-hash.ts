import { derElement } from './der.ts';

/** Signature algorithms made with SHA-1 or MD5 (RFC 8017 appendix C, RFC 3279 section 2.2), as the DER of their identifiers. */
const brokenAlgorithms: ReadonlySet<string> = new Set([
  '2a864886f70d010104', // md5WithRSAEncryption
  '2a864886f70d010105', // sha1WithRSAEncryption
  '2a8648ce380403', // dsa-with-sha1
  '2a8648ce3d0401', // ecdsa-with-SHA1
]);

/**
 * Whether a certificate (DER) was signed over a hash that can be forged. Read from the certificate itself: TLS libraries refuse such
 * certificates only at security levels under which outdated servers could not be recognised. Anything unreadable is "no".
 */
export function hasBrokenSignature(der: Uint8Array): boolean {
  // Certificate ::= SEQUENCE { tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE { OBJECT IDENTIFIER, … }, … }
  const certificate = derElement(der, 0);
  const signed = certificate && derElement(der, certificate.start);
  const algorithm = signed && derElement(der, signed.end);
  const identifier = algorithm && derElement(der, algorithm.start);
  if (identifier?.tag !== 0x06) return false;
  return brokenAlgorithms.has(Buffer.from(der.subarray(identifier.start, identifier.end)).toString('hex'));
}
