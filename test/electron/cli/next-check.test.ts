import { expect, test } from 'vitest';
import { nextCheck } from '../../../electron/cli/next-check.ts';
import { explain } from '../../../shared/explain/explain.ts';
import { english } from '../../support/english.ts';

const next = (text: string) => nextCheck(explain(text, english), text, 80).join('\n');

test('what a check can find out is followed by the command for it, with the words that were pasted', () => {
  expect(next('0x800CCC0E')).toContain('postway check you@example.org --error "0x800CCC0E"');
});

test('a text that a shell would read otherwise is not repeated in a command', () => {
  expect(next('Error 0x800CCC0E "$(rm)" `x`')).toContain('--error "…"');
  expect(next(`0x800CCC0E ${'and more words '.repeat(9)}`)).toContain('--error "…"');
});

test('after a refused password, a bounce or an unknown text nothing is said of a check', () => {
  expect(next('535 5.7.8 authentication failed')).toBe('');
  expect(next('550 5.1.1 <ben@mx.example> User unknown')).toBe('');
  expect(next('nobody knows this')).toBe('');
});
