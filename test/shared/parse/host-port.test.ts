import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHostPort, parseServer } from '../../../shared/parse/host-port.ts';

test.each([
  ['mail.example.org', { host: 'mail.example.org' }],
  ['mail.example.org:587', { host: 'mail.example.org', port: 587 }],
  ['192.0.2.1:25', { host: '192.0.2.1', port: 25 }],
  ['[2001:db8::25]:465', { host: '2001:db8::25', port: 465 }],
  ['[2001:db8::25]', { host: '2001:db8::25' }],
  ['2001:db8::25', { host: '2001:db8::25' }],
])('%s is a host, and a port where one is named', (text, value) => {
  const parsed = parseHostPort(text);
  if (!parsed.ok) expect.unreachable();
  const { kind: _kind, ...hostAndPort } = parsed.value;
  expect(hostAndPort).toEqual(value);
});

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
  ['mail.example.org:smtp', 'port-number', 'smtp'],
  ['mail.example.org:', 'port-missing', ''],
  ['[::1]587', 'host-ipv6', '[::1]587'],
  ['https://you:secret@webmail.example.org/login', 'web-address', 'https://webmail.example.org'],
  ['ftp://you:secret@example.org', 'scheme', 'ftp://'],
])('%s is refused, and no password is shown again', (text, fault, found) => {
  expect(parseServer(text)).toEqual({ ok: false, fault, found });
});

test('a host and a port that are written together come apart again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.ipV4()), fc.integer({ min: 1, max: 65535 }), (host, port) => {
      expect(parseHostPort(`${host}:${port}`)).toMatchObject({
        ok: true,
        value: { host: host.toLowerCase(), port },
      });
    }),
  );
});

test('nothing that is typed makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof parseServer(text).ok).toBe('boolean');
      expect(typeof parseServer(`smtp://${text}`).ok).toBe('boolean');
    }),
  );
});
