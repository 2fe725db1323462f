import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** The whole of an ordinary file, or why there is none to read. */
export type ReadFile =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly why: 'too-large' | 'not-a-file' | 'not-allowed' | 'failed' };

/**
 * Reads a file that may be anything: never more than `maxBytes`, never from a pipe or a device, which could keep a reader waiting for
 * ever. A link is followed.
 */
export async function readBounded(path: string, maxBytes: number): Promise<ReadFile> {
  try {
    // Without O_NONBLOCK, opening a pipe waits for somebody to write to it. Windows knows neither pipes in folders nor the flag.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      if (!found.isFile()) return refused('not-a-file');
      if (found.size > maxBytes) return refused('too-large');
      const buffer = Buffer.alloc(maxBytes + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
        length += bytesRead;
        if (length > maxBytes) return refused('too-large'); // it grew
        if (bytesRead === 0) return { kind: 'read', bytes: Buffer.from(buffer.subarray(0, length)) };
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === undefined) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
    if (code === 'EISDIR' || code === 'ENXIO' || code === 'ELOOP') return refused('not-a-file');
    return refused(code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' ? 'not-allowed' : 'failed');
  }
}

function refused(why: Extract<ReadFile, { kind: 'refused' }>['why']): ReadFile {
  return { kind: 'refused', why };
}

/** The bytes as UTF-8, a mark at the beginning included; null when they are none, as in a file that is no text. */
export function decodedUtf8(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null; // `fatal` throws for bytes that are no text, and for nothing else
  }
}
