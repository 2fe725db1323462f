import type { Readable } from 'node:stream';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';

/** Reads a stream to its end as text, but never more than `maxChars` of it; `any-charset`: what is no UTF-8 is one
 * character a byte. Rejects only when the stream fails. */
export async function readText(
  stream: Readable,
  maxChars: number,
  charset?: 'any-charset',
): Promise<Result<string>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    // No character of a text takes more than three bytes for each unit that `length` counts.
    if (bytes > maxChars * 3)
      return fail('report', said('cli.wrong.input-too-large', { max: maxChars }), 'too-large');
  }
  const whole = Buffer.concat(chunks);
  const text = decoded(whole) ?? (charset === 'any-charset' ? whole.toString('latin1') : null);
  if (text === null) return fail('report', said('cli.wrong.input-not-text'));
  if (text.length > maxChars)
    return fail('report', said('cli.wrong.input-too-large', { max: maxChars }), 'too-large');
  return ok(text);
}

/** UTF-8, or what its first bytes say: PowerShell's `>` writes UTF-16 with such a mark. Null when it is neither. */
function decoded(bytes: Buffer): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // `fatal` throws for bytes that are no text, and for nothing else
  }
}
