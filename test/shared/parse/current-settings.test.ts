import { expect, test } from 'vitest';
import { parseCurrent } from '../../../shared/parse/current-settings.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['mail.example.org:25/none', { host: 'mail.example.org', port: 25, security: 'none' }],
  ['[::1]:465/TLS', { host: '::1', port: 465, security: 'tls' }],
  ['mail.example.org:587/ssl', { host: 'mail.example.org', port: 587, security: 'tls' }],
  ['mail.example.org:465/SSL/TLS', { host: 'mail.example.org', port: 465, security: 'tls' }],
  ['mail.example.org:465 SSL', { host: 'mail.example.org', port: 465, security: 'tls' }],
  ['mail.example.org/465 SSL', { host: 'mail.example.org', port: 465, security: 'tls' }],
  ['mail.example.org:465/465 SSL', { host: 'mail.example.org', port: 465, security: 'tls' }],
  ['mail.example.org 587, STARTTLS', { host: 'mail.example.org', port: 587, security: 'starttls' }],
  ['192.0.2.1:587/TLS (STARTTLS)', { host: '192.0.2.1', port: 587, security: 'starttls' }],
  ['mail.example.org:465/secure: true', { host: 'mail.example.org', port: 465, security: 'tls' }],
  ['mail.example.org:25/No encryption', { host: 'mail.example.org', port: 25, security: 'none' }],
])('%s is what the mail program uses', (text, value) => {
  expect(parseCurrent(text)).toEqual({ ok: true, value });
});

test.each([
  ['Server: mail.example.org\nPort: 465\nSSL: Ja', 465, 'tls'],
  ['{"host":"mail.example.org","port":465,"secure":true}', 465, 'tls'],
  ['{"host":"mail.example.org","port":587,"secure":false}', 587, 'starttls'],
  ['smtps://mail.example.org', 465, 'tls'],
  ['mail.example.org:465/SSL-Verschlüsselung', 465, 'tls'],
  ['mail.example.org:465/TLS 1.2', 465, 'tls'],
  ['mail.example.org:465/ssl=on', 465, 'tls'],
  ['mail.example.org:25/unverschlüsselt', 25, 'none'],
  ['mail.example.org:587/start-tls', 587, 'starttls'],
  // Without the server, in whatever order.
  ['587 STARTTLS', 587, 'starttls'],
  ['STARTTLS 587', 587, 'starttls'],
  ['Port 587 (STARTTLS)', 587, 'starttls'],
  ['STARTTLS, Port 587', 587, 'starttls'],
  ['Port: 465, SSL/TLS', 465, 'tls'],
  ['ポート 587 STARTTLS', 587, 'starttls'],
] as const)('%s is what the program uses of mail.example.org', (text, port, security) => {
  expect(parseCurrent(text, 'mail.example.org')).toEqual({
    ok: true,
    value: { host: 'mail.example.org', port, security },
  });
});

test.each([
  ['Port 587 (STARTTLS)', 'current-host'],
  ['mail.example.org:25', 'security-missing'],
  ['mail.example.org/none', 'port-missing'],
  ['mail.example.org:25/ssh', 'security-word'],
  ['mail.example.org:587/auto', 'security-auto'],
  ['mail.example.org:587/STARTTLS if available', 'security-auto'],
  ['465 SSL', 'current-host'],
  ['mail.example.org:x/none', 'port-number'],
  ['mail example:25/none', 'space'],
])('%s is refused', (text, fault) => {
  expect(parseCurrent(text)).toMatchObject({ ok: false, fault });
});

test('port and protection alone are about the server that the check is about', () => {
  expect(parseCurrent('465 SSL', 'mail.example.org')).toEqual({
    ok: true,
    value: { host: 'mail.example.org', port: 465, security: 'tls' },
  });
});

test('whatever is typed is understood or named as a fault, and what is understood reads back the same', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'mail.example.org',
      '[::1]',
      '192.0.2.1',
      ':',
      '25',
      '0',
      '65536',
      '/',
      'tls',
      'STARTTLS',
      'none',
      ' ',
      '\u202e',
      '-',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const parsed = parseCurrent(pieces.join(''));
      if (!parsed.ok) {
        expect(parsed.found).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        expect([...parsed.found].length).toBeLessThanOrEqual(60);
        return;
      }
      const { host, port, security } = parsed.value;
      const shown = host.includes(':') ? `[${host}]` : host;
      expect(parseCurrent(`${shown}:${port}/${security}`)).toEqual(parsed);
    }),
    { numRuns: 100 },
  );
});
