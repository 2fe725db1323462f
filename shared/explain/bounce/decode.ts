/** Bytes as text in a charset of MIME; what no decoder knows is read as Latin-1, so that ASCII in it stays legible. */
export function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset.trim().toLowerCase() || 'utf-8').decode(bytes);
  } catch {
    return latin1(bytes); // a charset that TextDecoder does not know throws a RangeError, and nothing else does
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/**
 * The bytes of a text that was read from a file: one a character where all fit, else UTF-8 (the reader has decoded it as such already,
 * and then no charset has to be applied any more).
 */
export function asBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return null;
    bytes[at] = code;
  }
  return bytes;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sextets = new Map([...alphabet].map((letter, value) => [letter, value]));

/** RFC 2045 section 6.8; everything outside the alphabet is skipped. */
export function base64Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const letter of text) {
    const value = sextets.get(letter);
    if (value === undefined) {
      if (letter === '=') break;
      continue;
    }
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[length++] = (bits >> count) & 0xff;
    }
  }
  return bytes.subarray(0, length);
}

/** RFC 2045 section 6.7; what is no escape stays as it is. `isHeader`: RFC 2047 section 4.2, where `_` is a blank. */
export function quotedPrintableBytes(text: string, isHeader = false): Uint8Array {
  const joined = isHeader ? text.replaceAll('_', ' ') : text.replace(/=[ \t]{0,80}\r?\n/g, '');
  const bytes: number[] = [];
  for (let at = 0; at < joined.length; at++) {
    const code = joined.charCodeAt(at);
    const escaped = code === 0x3d ? /^[0-9a-f]{2}$/i.exec(joined.slice(at + 1, at + 3))?.[0] : undefined;
    if (escaped !== undefined) {
      bytes.push(Number.parseInt(escaped, 16));
      at += 2;
    } else if (code <= 0xff) bytes.push(code);
    else bytes.push(...new TextEncoder().encode(joined.charAt(at)));
  }
  return Uint8Array.from(bytes);
}

const encodedWord = /=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,1000})\?=/gi;

/** A header's value with its encoded words read (RFC 2047). */
export function headerText(value: string): string {
  return value
    .replace(/\?=\s{1,20}=\?/g, '?==?')
    .replace(encodedWord, (_whole, charset: string, encoding: string, text: string) =>
      decoded(encoding.toLowerCase() === 'b' ? base64Bytes(text) : quotedPrintableBytes(text, true), charset),
    );
}
