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
  const certificate = element(der, 0);
  const signed = certificate && element(der, certificate.start);
  const algorithm = signed && element(der, signed.end);
  const identifier = algorithm && element(der, algorithm.start);
  if (!identifier || identifier.tag !== 0x06) return false;
  return brokenAlgorithms.has(Buffer.from(der.subarray(identifier.start, identifier.end)).toString('hex'));
}

type Element = { readonly tag: number; readonly start: number; readonly end: number };

/** One DER element (X.690 section 8.1) at `at`: where its content begins and ends; null when it does not fit. */
function element(der: Uint8Array, at: number): Element | null {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined) return null;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return null;
  let length = lengthBytes === 0 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1) length = length * 256 + (der[at + 2 + index] ?? 0);
  const start = at + 2 + lengthBytes;
  return start + length <= der.length ? { tag, start, end: start + length } : null;
}
