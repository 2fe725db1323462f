import { expect, test } from 'vitest';
import { wrapped } from '../../../../electron/cli/pdf/wrapped.ts';

/** As on paper: Japanese letters are twice as wide. */
const measure = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0);

test.each([
  ['between words', 'one two three', 8, ['one two', 'three']],
  ['a word that just fits', 'one two', 7, ['one two']],
  ['inside of a word that is wider than a line', 'mail.example.org:587', 8, ['mail.exa', 'mple.org', ':587']],
  [
    'between Japanese letters, a full stop staying with its sentence',
    '設定です。次は',
    8,
    ['設定です。', '次は'],
  ],
  ['several blanks are one', 'a   b', 10, ['a b']],
  ['nothing is one empty line', '', 5, ['']],
])('%s', (_what, text, width, lines) => {
  expect(wrapped(text, width, measure)).toEqual(lines);
});
