import { expect, test } from 'vitest';
import { parseCurrent } from '../../../shared/parse/current-settings.ts';

test.each([
  ['mail.example.org:25/none', { host: 'mail.example.org', port: 25, security: 'none' }],
  ['[::1]:465/TLS', { host: '::1', port: 465, security: 'tls' }],
])('%s is what the mail program uses', (text, value) => {
  expect(parseCurrent(text)).toEqual({ ok: true, value });
});

test.each([
  ['mail.example.org:25', 'security-missing'],
  ['mail.example.org/none', 'port-missing'],
  ['mail.example.org:25/ssl', 'security-word'],
  ['mail.example.org:x/none', 'port-number'],
  ['mail example:25/none', 'space'],
])('%s is refused', (text, fault) => {
  expect(parseCurrent(text)).toMatchObject({ ok: false, fault });
});
