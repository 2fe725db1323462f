import { Transform } from 'node:stream';

/** The longest message that is read, in bytes: the longest text to explain, with room for its escapes. */
export const longestMessage = 4_000_000;
const lineEnd = 0x0a;

/**
 * Passes on whole lines, none longer than a message may be. A longer one is left out, `onTooLong` hears of it once, and the next line is
 * read: no more than one message is held at any time. What stands behind the last line end is a line too.
 */
export function boundedLines(onTooLong: () => void, most = longestMessage): Transform {
  let held: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer): void => {
    const before = length;
    length += part.length;
    if (length <= most) held.push(part);
    else held = [];
    if (before <= most && length > most) onTooLong();
  };
  const endLine = (stream: Transform): void => {
    if (length <= most) stream.push(Buffer.concat([...held, Buffer.of(lineEnd)]));
    held = [];
    length = 0;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let rest = chunk;
      for (let end = rest.indexOf(lineEnd); end !== -1; end = rest.indexOf(lineEnd)) {
        take(rest.subarray(0, end));
        endLine(this);
        rest = rest.subarray(end + 1);
      }
      take(rest);
      done();
    },
    flush(done) {
      if (length > 0) endLine(this);
      done();
    },
  });
}
