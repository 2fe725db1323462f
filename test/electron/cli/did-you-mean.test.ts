import { expect, test } from 'vitest';
import { didYouMean } from '../../../electron/cli/did-you-mean.ts';

const known = ['check', 'export', 'serve', 'practice', 'no-references', 'reference', 'resolver', 'ports'];

test.each([
  ['chekc', 'check'],
  ['chck', 'check'],
  ['EXPORT', 'export'],
  ['exprot', 'export'],
  ['pratcice', 'practice'],
  ['prots', 'ports'],
  ['port', 'ports'],
  ['references', 'reference'],
  ['no-reference', 'no-references'],
  ['prac', 'practice'],
])('%s is near %s', (word, meant) => {
  expect(didYouMean(word, known)).toBe(meant);
});

test.each(['', 'x', 'banana', 'you@example.org', 'a'.repeat(10_000)])('nothing is near "%s"', (word) => {
  expect(didYouMean(word, known)).toBeUndefined();
});
