import { expect, test } from 'vitest';
import { withLettersAgain } from '../../../shared/explain/misread.ts';

test.each([
  ['Err0r: authent1cation fai1ed', 'error: authentication failed'],
  ['Outl00k cann0t c0nnect', 'outlook cannot connect'],
  ['the mai| server', 'the mail server'],
])('letters that a machine took for digits are letters again: %s', (read, meant) => {
  expect(withLettersAgain(read)).toBe(meant);
});

test.each([
  'smtp.1und1.de:587',
  'mai1.example.org',
  'user1@mai1.example.org',
  'id=fai1ed0',
  '0x800CCC0E 550 5.1.1',
  'port 25, 465 or 587',
  'mx0a-001b said',
])('names of servers, addresses, codes and numbers stay: %s', (text) => {
  expect(withLettersAgain(text)).toBe(text);
});
