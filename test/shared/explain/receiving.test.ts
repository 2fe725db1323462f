import { expect, test } from 'vitest';
import { causesOfReceiving, isAboutReceiving } from '../../../shared/explain/receiving.ts';

test.each([
  ['connection to the server failed', { host: 'mail.example.org', port: 993 }, true],
  ['connection to the server failed', { host: 'mail.example.org', port: 587 }, false],
  ['connection to the server failed', { host: 'imap.example.org' }, true],
  ['connection to the server failed', {}, false],
  ['Cannot get mail: the server did not answer', {}, true],
  ['Der Posteingangsserver antwortet nicht', {}, true],
  ['受信サーバーに接続できません', {}, true],
  // Both are named: the one that fails may be the one for sending.
  ['IMAP connected. SMTP: connection refused', {}, false],
  ['Posteingang und Postausgangsserver nicht erreichbar', {}, false],
])('%s %o: %s', (text, place, isIt) => {
  expect(isAboutReceiving(text, place)).toBe(isIt);
});

test('no block of a port for sending is the cause of mail that does not come in', () => {
  expect(causesOfReceiving(['port-25-blocked', 'submission-blocked', 'antivirus'])).toEqual([
    'server-down',
    'server-name-wrong',
    'mail-ports-blocked',
    'antivirus',
  ]);
  expect(causesOfReceiving(['wrong-port', 'port-25-blocked'])).toEqual(['wrong-port', 'mail-ports-blocked']);
  expect(causesOfReceiving(['login-rejected'])).toEqual(['login-rejected']);
});
