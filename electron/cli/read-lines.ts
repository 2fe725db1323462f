import type { Readable } from 'node:stream';

/** A line longer than this, in characters, has no end: that is no list, and would be read for ever. */
const endless = 4_000_000;

/** The line that was being read does not end. */
export class EndlessLine extends Error {}

/**
 * The lines of a stream as they come, of UTF-8 or, with such a mark at the beginning, of UTF-16; without their ends, which may be those of
 * Windows, or the carriage returns of old Macs and of Excel there. A line longer than `maxChars` is cut there, and what is no text becomes the sign for that. Ends with the stream, or when the
 * signal aborts, which closes it. Rejects when the stream fails, and with an `EndlessLine`.
 */
export async function* linesOf(
  stream: Readable,
  maxChars: number,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const stop = (): void => void stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let rest = '';
  let length = 0;
  let isAfterReturn = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8');
      const decoded = decoder.decode(chunk, { stream: true });
      // The other half of an end of Windows, which the pipe cut in two.
      const text = isAfterReturn && decoded.startsWith('\n') ? decoded.slice(1) : decoded;
      if (decoded !== '') isAfterReturn = decoded.endsWith('\r');
      length = /[\r\n]/.test(text) ? 0 : length + text.length;
      if (length > endless) throw new EndlessLine();
      const lines = (rest + text).split(/\r\n|\r|\n/);
      rest = (lines.pop() ?? '').slice(0, maxChars + 1); // one more character tells a line that is too long
      for (const line of lines) yield line.slice(0, maxChars + 1);
    }
    rest += decoder?.decode() ?? '';
    if (rest !== '') yield rest.slice(0, maxChars + 1);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
