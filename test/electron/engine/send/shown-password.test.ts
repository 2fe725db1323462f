import { expect, test } from 'vitest';
import { withoutShownBlanks } from '../../../../electron/engine/send/shown-password.ts';

test.each([
  ['abcd efgh ijkl mnop', 'abcdefghijklmnop'],
  ['abcd\u00a0efgh\u00a0ijkl\u00a0mnop', 'abcdefghijklmnop'],
  ['abcd efgh ijkl mnop ', 'abcdefghijklmnop'],
])('%j is an app password as its provider shows it, and goes without blanks', (shown, password) => {
  expect(withoutShownBlanks(shown)).toBe(password);
});

test.each([
  'abcdefghijklmnop',
  'abcd-efgh-ijkl-mnop',
  'correct horse battery staple',
  'Abcd efgh ijkl mnop',
  'abc1 efgh ijkl mnop',
  'abcd efgh ijkl',
  'abcd  efgh ijkl mnop',
  ' secret ',
  'abcd efgh ijkl mnop qrst',
])('%j is sent as it is', (password) => {
  expect(withoutShownBlanks(password)).toBe(password);
});
