import { expect, test } from 'vitest';
import { fillPlaceholders } from '../../../shared/parse/login-name.ts';
import { fc } from '../../support/invented-inputs.ts';

const owner = { address: 'you.too@example.org', domain: 'example.org' };

test.each([
  ['%EMAILADDRESS%', 'you.too@example.org'],
  ['%EMAILLOCALPART%', 'you.too'],
  ['%EMAILLOCALPART%.%EMAILDOMAIN%', 'you.too.example.org'],
  ['EXAMPLE\\%EMAILLOCALPART%', 'EXAMPLE\\you.too'],
  ['%emailaddress%', 'you.too@example.org'],
  ['%EmailLocalpart%@%emaildomain%', 'you.too@example.org'],
  ['fixed', 'fixed'],
  ['100%', '100%'],
])('%s means %s', (template, meaning) => {
  expect(fillPlaceholders(template, owner)).toBe(meaning);
});

test.each(['%REALNAME%', '%realname%', 'a\nb', 'a\u202eb', 'x'.repeat(321)])(
  '%j cannot be typed',
  (template) => {
    expect(fillPlaceholders(template, owner)).toBeUndefined();
  },
);

test.each([
  '%EMAILADDRESS',
  'EMAILADDRESS%',
  '% EMAILADDRESS %',
  '%EMAILLOCALPART%EMAILDOMAIN%',
  '{email}',
  '{{ user.email }}',
  '$EMAIL',
  '<email>',
  '[user]@example.org',
])('%s is another program’s placeholder, or half a one, and nobody’s user name', (template) => {
  expect(fillPlaceholders(template, owner)).toBeUndefined();
});

test('what looks like one in the person’s own address is part of it', () => {
  const odd = { address: '{you}$x@example.org', domain: 'example.org' };
  expect(fillPlaceholders('%EMAILADDRESS%', odd)).toBe('{you}$x@example.org');
  expect(fillPlaceholders('%EMAILLOCALPART%', { ...odd, address: '$you@example.org' })).toBe('$you');
});

test('without an address only the domain is known', () => {
  expect(fillPlaceholders('%EMAILADDRESS%', { domain: 'example.org' })).toBeUndefined();
  expect(fillPlaceholders('mail.%EMAILDOMAIN%', { domain: 'example.org' })).toBe('mail.example.org');
});

test('a placeholder inside the address is no placeholder', () => {
  const odd = { address: '%EMAILDOMAIN%@example.org', domain: 'example.org' };
  expect(fillPlaceholders('%EMAILADDRESS%', odd)).toBeUndefined();
});

test('whatever is published as a user name can be typed into a dialog, or is none', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '%EMAILADDRESS%',
      '%EMAILLOCALPART%',
      '%EMAILDOMAIN%',
      '%REALNAME%',
      '%',
      '\n',
      '\u001b',
      '\u202e',
      '\u2028',
      '$&',
      '{',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constant('x'.repeat(200)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const name = fillPlaceholders(pieces.join(''), owner);
      if (name === undefined) return;
      expect(name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]|%[A-Z]+%/u);
      expect(name.length).toBeLessThanOrEqual(320);
    }),
    { numRuns: 100 },
  );
});
