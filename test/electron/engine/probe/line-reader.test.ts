import { expect, test } from 'vitest';
import { lineReader } from '../../../../electron/engine/probe/line-reader.ts';
import { expectHarmless } from '../../../support/harmless.ts';
import { fc } from '../../../support/invented-inputs.ts';

function readerOf(...chunks: (string | Uint8Array)[]) {
  const reader = lineReader();
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  return reader;
}

test('lines end in CRLF or a bare LF, wherever the packets were cut', () => {
  const reader = readerOf('one\r', '\ntwo\nthr', 'ee\r\nrest');
  expect([reader.nextLine(), reader.nextLine(), reader.nextLine(), reader.nextLine()]).toEqual([
    'one',
    'two',
    'three',
    null,
  ]);
  expect(reader.partial()).toBe('rest');
});

test('bytes are UTF-8, or Latin-1 where they are not', () => {
  const reader = readerOf('Grüße\r\n', Buffer.from('Gr\xfc\xdfe\r\n', 'latin1'));
  expect(reader.nextLine()).toBe('Grüße');
  expect(reader.nextLine()).toBe('Grüße');
});

test('what was not read can be dropped and is counted in bytes', () => {
  const reader = readerOf('one\r\nGrüße\r\n');
  reader.nextLine();
  expect(reader.drop()).toBe(9);
  expect(reader.nextLine()).toBeNull();
});

test('a line of 8192 bytes is read, a longer one is too long, with or without its end', () => {
  expect(readerOf(`${'x'.repeat(8192)}\n`).isTooLong()).toBe(false);
  expect(readerOf(`${'x'.repeat(8193)}\n`).isTooLong()).toBe(true);
  expect(readerOf(`${'x'.repeat(8193)}\n`).nextLine()).toBeNull();
  expect(readerOf('x'.repeat(8193)).isTooLong()).toBe(true);
});

test('a flood is not kept', () => {
  const reader = lineReader();
  for (let sent = 0; sent < 1000; sent += 1) reader.push(Buffer.alloc(65_536, 'x\n'));
  expect(reader.isTooLong()).toBe(true);
  expect(reader.drop()).toBeLessThanOrEqual(262_144);
});

test('whatever bytes come, cut wherever: the same lines, harmless, and none of them lost or made up', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom('\r\n', '\n', '\r', '\u001b[2J', '\u202e', '\0', '€', '\ufeff', '250-')
      .map((text) => Buffer.from(text)),
  );
  const all = (chunks: readonly Uint8Array[]) => {
    const reader = readerOf(...chunks);
    const lines: string[] = [];
    for (let line = reader.nextLine(); line !== null; line = reader.nextLine()) lines.push(line);
    return { lines, rest: reader.partial(), isTooLong: reader.isTooLong() };
  };
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 20 }),
      fc.array(fc.nat(7), { minLength: 1 }),
      (pieces, sizes) => {
        const bytes = Buffer.concat(pieces);
        const chunks: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += (sizes[(chunks.length - 1) % sizes.length] ?? 0) + 1)
          chunks.push(bytes.subarray(at, at + (sizes[chunks.length % sizes.length] ?? 0) + 1));
        const whole = all([bytes]);
        expect(all(chunks)).toEqual(whole);
        expect(all([...bytes].map((byte) => Buffer.of(byte)))).toEqual(whole);
        expect(whole.lines).toHaveLength(bytes.filter((byte) => byte === 10).length);
        expectHarmless(whole);
      },
    ),
    { numRuns: 100 },
  );
});
