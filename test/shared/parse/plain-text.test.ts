import { expect, test } from 'vitest';
import { keptTexts, plainLines, plainText } from '../../../shared/parse/plain-text.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['an escape sequence', 'a\u001b[31mb', 'a\ufffd[31mb'],
  ['a C1 escape', 'a\u009b31mb', 'a\ufffd31mb'],
  ['NUL, BEL and DEL in a row', 'a\u0000\u0007\u007fb', 'a\ufffdb'],
  ['a bidi override', 'a\u202egnp.exe', 'a\ufffdgnp.exe'],
  ['a zero-width space', 'pay\u200bpal', 'pay\ufffdpal'],
  ['a line separator', 'a\u2028b', 'a\ufffdb'],
  ['a line end', 'a\r\nb', 'a\ufffdb'],
  ['half a pair', 'a\ud83db', 'a\ufffdb'],
  ['what looks different in every font', 'a\ue000b', 'a\ufffdb'],
  ['a tab', 'a\tb', 'a b'],
  ['letters of any script', 'Grüße 你好 שלום 🙂', 'Grüße 你好 שלום 🙂'],
])('%s', (_what, text, shown) => {
  expect(plainText(text)).toBe(shown);
});

test('a text is cut without leaving half a pair', () => {
  expect(plainText('x'.repeat(5000))).toHaveLength(4096);
  expect(plainText('ab🙂', 3)).toBe('ab\ufffd');
  expect(plainLines(['ab', '🙂'], 4)).toBe('ab\n');
});

test('lines are joined, each made harmless', () => {
  expect(plainLines(['a\nb', 'c'])).toBe('a\ufffdb\nc');
});

test('whatever comes in, what comes out is short, valid Unicode and acts on nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.string({ unit: 'binary' })),
      (text, lines) => {
        for (const shown of [plainText(text, 100), plainLines(lines, 100).replaceAll('\n', '')]) {
          expect(shown.length).toBeLessThanOrEqual(100);
          expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        }
      },
    ),
  );
});

test('of a list from outside so much is kept that many such lists still make a report that can be opened', () => {
  expect(keptTexts(['a', 'b\u001b', 'c'], 2)).toEqual(['a', 'b\ufffd']);
  expect(keptTexts(Array<string>(300).fill('abc'), 200)).toHaveLength(200);
  expect(keptTexts(['x'.repeat(9000)], 10)).toEqual(['x'.repeat(512)]);
  expect(keptTexts(Array<string>(200).fill('y'.repeat(9000)), 200).join('')).toHaveLength(4096);
  expect(keptTexts([], 5)).toEqual([]);
});
