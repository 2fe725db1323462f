import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapText } from '../../../shared/text/wrap.ts';

test('breaks at blanks and keeps long names whole', () => {
  expect(wrapText('use mail.a-long-name.example.org now', 12)).toEqual([
    'use',
    'mail.a-long-name.example.org',
    'now',
  ]);
  expect(wrapText('', 12)).toEqual(['']);
});

test('loses no word, and breaks only where the next word would not fit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1 }).map((s) => s.replaceAll(' ', '_'))),
      fc.integer({ min: 1, max: 30 }),
      (words, columns) => {
        const lines = wrapText(words.join(' '), columns);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length <= columns || !line.includes(' ')).toBe(true);
      },
    ),
  );
});
