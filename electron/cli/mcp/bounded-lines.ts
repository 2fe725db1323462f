import { Transform } from 'node:stream';

/** The longest message that is read, in bytes: the longest text to explain, with room for its escapes. */
const longestMessage = 4_000_000;
const lineEnd = 0x0a;

/** Passes a stream on for as long as its lines are no longer than a message may be; a longer one ends it with an error. */
export function boundedLines(most = longestMessage): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const last = chunk.lastIndexOf(lineEnd);
      const first = chunk.indexOf(lineEnd);
      const longest =
        first === -1 ? length + chunk.length : Math.max(length + first, chunk.length - last - 1);
      length = last === -1 ? length + chunk.length : chunk.length - last - 1;
      if (longest > most) done(new Error('a message is too long'));
      else done(null, chunk);
    },
  });
}
