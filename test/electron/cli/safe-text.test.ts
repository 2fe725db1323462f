import { expect, test } from 'vitest';
import { safeText } from '../../../electron/cli/safe-text.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['a colour', '\u001b[31mred', '\ufffd[31mred'],
  [
    'a link (OSC 8)',
    '\u001b]8;;https://example.org\u0007here\u001b]8;;\u0007',
    '\ufffd]8;;https://example.org\ufffdhere\ufffd]8;;\ufffd',
  ],
  ['an eight-bit escape', '\u009b2J', '\ufffd2J'],
  ['a line that overwrites another', 'bad\rgood', 'bad\ufffdgood'],
  ['a line that forges another', 'bad\ngood', 'bad\ufffdgood'],
  ['text turned around', 'a\u202eb', 'a\ufffdb'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
  ['letters of other languages', 'grüße, 日本語', 'grüße, 日本語'],
])('%s', (_name, text, shown) => {
  expect(safeText(text)).toBe(shown);
});

test('long text is cut, never inside a character', () => {
  expect(safeText('abcdefghij', 8)).toBe('abcde...');
  expect(safeText('\u{1f4e8}'.repeat(9), 8)).toBe(`${'\u{1f4e8}'.repeat(5)}...`);
});

test('nothing that a terminal acts on ever passes', () => {
  const turners = [0x200e, 0x200f, 0x2028, 0x2029, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)];
  const acted = new Set([...range(0, 0x1f), ...range(0x7f, 0x9f), ...turners]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const passed = [...safeText(text)].filter((character) => acted.has(character.codePointAt(0) ?? 0));
      expect(passed).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_unused, index) => first + index);
}
