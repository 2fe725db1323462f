import { expect, test } from 'vitest';
import { parseHostPort } from '../../../shared/parse/host-port.ts';
import { fc } from '../../support/invented-inputs.ts';

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
