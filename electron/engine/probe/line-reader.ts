import { plainText } from '../../../shared/parse/plain-text.ts';
import { limits } from '../limits.ts';

/** What has arrived and has not been read, cut into lines. Holds no more than one dialogue may send. */
export type LineReader = {
  push(chunk: Uint8Array): void;
  /** The next whole line without its line end, made harmless; null when none has come. */
  nextLine(): string | null;
  /** The beginning of a line whose end has not come, made harmless; empty when there is none. */
  partial(): string;
  /** Everything that has come and was not read, one character a byte. */
  waiting(): string;
  /** Forgets what was not read and says how many bytes it was. */
  drop(): number;
  /** A line, or everything together, has become longer than an honest server's. */
  isTooLong(): boolean;
};

/** How much may come: in one line, and in one dialogue before TLS and again after it. */
export type Allowance = { readonly lineBytes: number; readonly dialogueBytes: number };

const lineFeed = 10;

/** Reads lines that end in CRLF or in a bare LF. Bytes are UTF-8 (RFC 6531) or else Latin-1. */
export function lineReader({ lineBytes, dialogueBytes }: Allowance = limits): LineReader {
  let buffer = Buffer.alloc(0);
  let total = 0;
  let isOver = false;
  return {
    push(chunk) {
      total += chunk.length;
      if (total > dialogueBytes) isOver = true;
      if (!isOver) buffer = Buffer.concat([buffer, chunk]);
    },
    nextLine() {
      const end = buffer.indexOf(lineFeed);
      if (end < 0 || end > lineBytes) return null;
      const line = buffer.subarray(0, end);
      buffer = buffer.subarray(end + 1);
      return plainText(decoded(line.at(-1) === 13 ? line.subarray(0, -1) : line));
    },
    partial: () => plainText(decoded(buffer.subarray(0, 512)).replace(/\r$/, '')),
    waiting: () => buffer.toString('latin1'),
    drop() {
      const count = buffer.length;
      buffer = Buffer.alloc(0);
      return count;
    },
    isTooLong() {
      const end = buffer.indexOf(lineFeed);
      return isOver || (end < 0 ? buffer.length : end) > lineBytes;
    },
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
