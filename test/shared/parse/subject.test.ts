import { expect, test } from 'vitest';
import { parseSubject } from '../../../shared/parse/subject.ts';
import { fc } from '../../support/invented-inputs.ts';

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

test('a mail address with a port is that mail address: the check tries all ports', () => {
  const value = { kind: 'address', mailAddress: 'you@example.org', domain: 'example.org' };
  expect(parseSubject('you@example.org:587')).toEqual({ ok: true, value });
  expect(parseSubject('you@example.org:port')).toMatchObject({ ok: false });
});

test('whatever is typed is understood or named as a fault; what is understood is fit for DNS and for a command line', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'you@',
      'example.org',
      ':587',
      'smtp://',
      'https://',
      '[::1]',
      '::1',
      '--help',
      '/',
      '@',
      ' ',
      '\u202e',
      'xn--',
      'münchen',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const parsed = parseSubject(pieces.join(''));
      if (!parsed.ok) {
        expect(parsed.found).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        return;
      }
      const host = parsed.value.kind === 'server' ? parsed.value.host : parsed.value.domain;
      expect(host).toMatch(/^[a-z0-9_:][a-z0-9._:%-]*$/);
      const again = parsed.value.kind === 'address' ? parsed.value.mailAddress : null;
      if (again !== null) expect(parseSubject(again)).toEqual(parsed);
    }),
    { numRuns: 100 },
  );
});

test.each([
  'anna at example dot org',
  'anna(at)example.org',
  'anna [at] example (dot) org',
  'anna {AT} example.org',
])('an address that was hidden from programs: %s', (text) => {
  expect(parseSubject(text)).toMatchObject({ ok: true, value: { mailAddress: 'anna@example.org' } });
});

test.each([
  'smtp.example.org port 587',
  'smtp.example.org Port: 587',
  'smtp.example.org, Port 587 (STARTTLS)',
  'smtp.example.org (port 587)',
  'smtp.example.org 587',
  'smtp.example.org : 587',
  'smtp.example.org:587 SSL/TLS',
  'smtp.example.org port=587, TLS',
])('a server and its port as instructions write them: %s', (text) => {
  expect(parseSubject(text)).toEqual({
    ok: true,
    value: { kind: 'server', host: 'smtp.example.org', port: 587 },
  });
});

test('what only looks like that is what it was', () => {
  expect(parseSubject('smtp.example.org port x')).toMatchObject({ ok: false, fault: 'space' });
  expect(parseSubject('smtp.example.org 99999')).toMatchObject({ ok: false, fault: 'port-range' });
  expect(parseSubject('mail server 5')).toMatchObject({ ok: false });
});

test.each([
  'anna@example.org, ben@example.org',
  'anna@example.org;ben@example.org',
  'anna@example.org ben@example.com',
  'anna@example.org, Ben Berg <ben@example.com>',
])('several addresses are told as such: %j', (text) => {
  expect(parseSubject(text)).toMatchObject({ ok: false, fault: 'address-several' });
});

test('where a comma stands for a dot, the dot is offered', () => {
  expect(parseSubject('anna@gmail,com')).toMatchObject({
    ok: false,
    fault: 'address-comma',
    found: 'anna@gmail.com',
  });
});

test('a name that is the address itself makes it no two', () => {
  expect(parseSubject('anna@example.org <anna@example.org>')).toMatchObject({ ok: true });
  expect(parseSubject('"Berg, Anna" <anna@example.org>')).toMatchObject({ ok: true });
});

test.each([
  'you@example.org <mailto:you@example.org>',
  '[you@example.org](mailto:you@example.org)',
  '<a>you@example.org (mailto:you@example.org)'.slice(3),
  'You Huber you@example.org',
  'Young, you@example.org',
])('“%s”: one address with something beside it', (typed) => {
  expect(parseSubject(typed)).toMatchObject({ ok: true, value: { mailAddress: 'you@example.org' } });
});

test.each([
  'anna huber@example.org',
  'anna@example.org <mailto:bert@example.org>, carl@example.org',
  'bei mir@example.org',
])('“%s” is not guessed at', (typed) => {
  expect(parseSubject(typed).ok).toBe(false);
});
