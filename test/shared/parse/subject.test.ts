import { expect, test } from 'vitest';
import { parseSubject } from '../../../shared/parse/subject.ts';

test.each([
  ['you@example.org', { kind: 'address', mailAddress: 'you@example.org', domain: 'example.org' }],
  ['example.org', { kind: 'domain', domain: 'example.org' }],
  ['nas', { kind: 'domain', domain: 'nas' }],
  ['mail.example.org:587', { kind: 'server', host: 'mail.example.org', port: 587 }],
  ['192.0.2.1', { kind: 'server', host: '192.0.2.1' }],
  ['::1', { kind: 'server', host: '::1' }],
  ['smtp://mail.example.org', { kind: 'server', host: 'mail.example.org' }],
  ['smtp://you:secret@mail.example.org', { kind: 'server', host: 'mail.example.org' }],
])('%s', (text, value) => {
  expect(parseSubject(text)).toEqual({ ok: true, value });
});

test('a mail address with a port is not a mail address', () => {
  expect(parseSubject('you@example.org:587')).toMatchObject({ ok: false });
});
