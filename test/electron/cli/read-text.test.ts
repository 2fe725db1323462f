import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readText } from '../../../electron/cli/read-text.ts';

function stream(...chunks: Buffer[]): Readable {
  return Readable.from(chunks);
}

test('reads UTF-8 that is split inside a character', async () => {
  const bytes = Buffer.from('für dich');
  expect(await readText(stream(bytes.subarray(0, 2), bytes.subarray(2)), 100)).toEqual({
    ok: true,
    value: 'für dich',
  });
});

test.each([
  ['UTF-8 with its mark', Buffer.from('\ufeff{}')],
  ['UTF-16, as the redirection of PowerShell writes it', Buffer.from('\ufeff{}', 'utf16le')],
])('reads %s', async (_name, bytes) => {
  expect(await readText(stream(bytes), 100)).toEqual({ ok: true, value: '{}' });
});

test('refuses what is no text', async () => {
  expect(await readText(stream(Buffer.from([0x89, 0x50, 0xff, 0xfe])), 100)).toMatchObject({
    ok: false,
    problem: { code: 'bad-input' },
  });
});

test('stops reading what has no end', async () => {
  let given = 0;
  const endless = Readable.from(
    (function* () {
      while (true) {
        given += 1000;
        yield Buffer.alloc(1000, 'a');
      }
    })(),
  );
  expect(await readText(endless, 10_000)).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  expect(given).toBeLessThan(100_000);
  expect(endless.destroyed).toBe(true);
});

test('counts characters exactly', async () => {
  expect(await readText(stream(Buffer.alloc(11, 'a')), 10)).toMatchObject({ ok: false });
  expect(await readText(stream(Buffer.alloc(10, 'a')), 10)).toMatchObject({ ok: true });
});
