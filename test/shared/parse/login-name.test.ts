import { expect, test } from 'vitest';
import { fillPlaceholders } from '../../../shared/parse/login-name.ts';

const owner = { address: 'you.too@example.org', domain: 'example.org' };

test.each([
  ['%EMAILADDRESS%', 'you.too@example.org'],
  ['%EMAILLOCALPART%', 'you.too'],
  ['%EMAILLOCALPART%.%EMAILDOMAIN%', 'you.too.example.org'],
  ['EXAMPLE\\%EMAILLOCALPART%', 'EXAMPLE\\you.too'],
  ['fixed', 'fixed'],
  ['100%', '100%'],
])('%s means %s', (template, meaning) => {
  expect(fillPlaceholders(template, owner)).toBe(meaning);
});

test.each(['%REALNAME%', 'a\nb', 'a\u202eb', 'x'.repeat(321)])('%j cannot be typed', (template) => {
  expect(fillPlaceholders(template, owner)).toBeUndefined();
});

test('without an address only the domain is known', () => {
  expect(fillPlaceholders('%EMAILADDRESS%', { domain: 'example.org' })).toBeUndefined();
  expect(fillPlaceholders('mail.%EMAILDOMAIN%', { domain: 'example.org' })).toBe('mail.example.org');
});

test('a placeholder inside the address is no placeholder', () => {
  const odd = { address: '%EMAILDOMAIN%@example.org', domain: 'example.org' };
  expect(fillPlaceholders('%EMAILADDRESS%', odd)).toBeUndefined();
});
