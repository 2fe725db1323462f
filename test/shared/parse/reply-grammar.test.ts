import { expect, test } from 'vitest';
import { foreignSpeaker } from '../../../shared/parse/reply-grammar.ts';

test.each([
  ['HTTP/1.1 400 Bad Request', 'http-answer'],
  ['http/1.0 302 Found', 'http-answer'],
  ['<!DOCTYPE html>', 'http-answer'],
  ['  <html lang="en">', 'http-answer'],
  ['SSH-2.0-OpenSSH', 'not-the-protocol'],
  ['<1896.697@host>', 'not-the-protocol'],
  ['HTTPS only', 'not-the-protocol'],
  ['', 'not-the-protocol'],
])('%j is %s', (text, who) => {
  expect(foreignSpeaker(text)).toBe(who);
});
