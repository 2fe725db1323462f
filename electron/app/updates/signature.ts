import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

export type SignedFile = {
  readonly version: string;
  /** Of the file, in hexadecimal. */
  readonly sha512: string;
  /** Base64; one for each file of the release. */
  readonly signatures: readonly string[];
};

/**
 * What is signed of a release: its version, and the digest of one file. A file cannot be passed off as another version then, whoever holds
 * the web server or the system's signing key.
 */
export function signedText(version: string, sha512: string): Buffer {
  return Buffer.from(`postway update 1\n${version}\n${sha512.toLowerCase()}\n`);
}

/**
 * Whether one of the signatures (Ed25519, RFC 8032) was made over that version and file with the key (SPKI in base64). Bad base64 and a
 * broken key are no signature.
 */
export function isSigned({ version, sha512, signatures }: SignedFile, publicKey: string): boolean {
  const text = signedText(version, sha512);
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return signatures.some((signature) => verify(null, text, key, Buffer.from(signature, 'base64')));
  } catch {
    return false;
  }
}

/** The SHA-512 of a file, in hexadecimal. Rejects when it cannot be read. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
