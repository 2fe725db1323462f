import { expect, test } from 'vitest';
import { boundedLines } from '../../../../electron/cli/mcp/bounded-lines.ts';

/** What comes out of lines of at most five bytes, and how often one was too long. */
async function passed(...chunks: string[]): Promise<[string, number]> {
  let tooLong = 0;
  const lines = boundedLines(() => {
    tooLong += 1;
  }, 5);
  for (const chunk of chunks) lines.write(chunk);
  lines.end();
  const out: Buffer[] = [];
  for await (const part of lines) out.push(part);
  return [Buffer.concat(out).toString('utf8'), tooLong];
}

test.each([
  ['whole lines', ['a\nbb\n'], 'a\nbb\n', 0],
  ['a line of the greatest length', ['12345\n'], '12345\n', 0],
  ['a line that is too long, in one piece', ['a\n123456\nb\n'], 'a\nb\n', 1],
  ['a line that is too long, in many', ['a\n12', '345', '67', '89\nb', 'c\n'], 'a\nbc\n', 1],
  ['two of them', ['123456\n', '1234567\nb\n'], 'b\n', 2],
  ['one that never ends', ['a\n', '123456', '78'], 'a\n', 1],
  ['a last line without an end', ['a\nb'], 'a\nb\n', 0],
  ['lines cut anywhere', ['a', '\n', '\n', 'bc', '\nd\n'], 'a\n\nbc\nd\n', 0],
  ['a sign cut in two', ['€\n'], '€\n', 0],
  ['nothing', [], '', 0],
])('%s', async (_name, chunks, out, tooLong) => {
  expect(await passed(...chunks)).toEqual([out, tooLong]);
});
