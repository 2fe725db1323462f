import { expect, test } from 'vitest';
import { foreignSpeaker, mayBecomeHttp } from '../../../shared/parse/reply-grammar.ts';

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

test('a beginning of HTTP needs more text to be known', () => {
  for (const text of ['', 'H', 'HTTP', 'HTTP/']) expect(mayBecomeHttp(text)).toBe(true);
  for (const text of ['HTTP/1', 'SSH', 'HX']) expect(mayBecomeHttp(text)).toBe(false);
});
