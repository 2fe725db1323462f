/** One DER element: its tag, where it begins, and where its content begins and ends. */
export type DerElement = {
  readonly tag: number;
  readonly at: number;
  readonly start: number;
  readonly end: number;
};

/** Reads the DER element at `at` (X.690 section 8.1), or null when none fits there. Never throws, whatever the bytes. */
export function derElement(der: Uint8Array, at: number): DerElement | null {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined) return null;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return null;
  let length = lengthBytes === 0 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1) length = length * 256 + (der[at + 2 + index] ?? 0);
  const start = at + 2 + lengthBytes;
  return start + length <= der.length ? { tag, at, start, end: start + length } : null;
}

/**
 * Issuer and subject of a certificate (RFC 5280 section 4.1) as comparable texts, or null when the bytes are no certificate. A
 * hundred times cheaper than parsing it, which counts where all of a trust store is looked through.
 */
export function derNames(der: Uint8Array): { readonly issuer: string; readonly subject: string } | null {
  const certificate = derElement(der, 0);
  const signed = certificate && derElement(der, certificate.start);
  if (!signed) return null;
  // TBSCertificate ::= SEQUENCE { [0] version OPTIONAL, serial, signature, issuer, validity, subject, … }
  let next = derElement(der, signed.start);
  if (next?.tag === 0xa0) next = derElement(der, next.end);
  const algorithm = next && derElement(der, next.end);
  const issuer = algorithm && derElement(der, algorithm.end);
  const validity = issuer && derElement(der, issuer.end);
  const subject = validity && derElement(der, validity.end);
  if (!issuer || !subject) return null;
  return { issuer: hex(der, issuer), subject: hex(der, subject) };
}

function hex(der: Uint8Array, { at, end }: DerElement): string {
  return Buffer.from(der.buffer, der.byteOffset + at, end - at).toString('hex');
}
