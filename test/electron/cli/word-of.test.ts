import { expect, test } from 'vitest';
import { wordOf } from '../../../electron/cli/word-of.ts';

test.each([
  ['html', 'html'],
  ['HTML', 'html'],
  ['pt-br', 'pt-BR'],
  ['htm', undefined],
  ['', undefined],
])('"%s" is %s', (typed, word) => {
  expect(wordOf(typed, ['html', 'pt-BR'])).toBe(word);
});
