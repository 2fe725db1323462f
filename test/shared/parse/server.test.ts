import { expect, test } from 'vitest';
import { parseServer } from '../../../shared/parse/server.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['smtp://mail.example.org:2525', { host: 'mail.example.org', port: 2525 }],
  ['smtp://mail.example.org', { host: 'mail.example.org' }],
  ['SMTPS://mail.example.org/', { host: 'mail.example.org', port: 465 }],
  ['submission://[::1]', { host: '::1', port: 587 }],
  ['smtp://you:secret@mail.example.org:587/?x', { host: 'mail.example.org', port: 587 }],
])('%s, copied from elsewhere, is understood', (text, value) => {
  expect(parseServer(text)).toMatchObject({ ok: true, value });
});

test.each([
  ['mail.example.org:70000', 'port-range', '70000'],
  ['mail.example.org:0', 'port-range', '0'],
  ['mail.example.org:x25', 'port-number', 'x25'],
  ['mail.example.org:', 'port-missing', ''],
  ['[::1]587', 'host-ipv6', '[::1]587'],
  ['https://you:secret@webmail.example.org/login', 'web-address', 'https://webmail.example.org'],
  ['ftp://you:secret@example.org', 'scheme', 'ftp://'],
])('%s is refused, and no password is shown again', (text, fault, found) => {
  expect(parseServer(text)).toMatchObject({ ok: false, fault, found });
});

test('nothing that is typed makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof parseServer(text).ok).toBe('boolean');
      expect(typeof parseServer(`smtp://${text}`).ok).toBe('boolean');
    }),
  );
});
