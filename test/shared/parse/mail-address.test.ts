import { expect, test } from 'vitest';
import { parseMailAddress } from '../../../shared/parse/mail-address.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['an address', 'you@example.org', 'you@example.org'],
  ['capitals: only the domain has no case', 'You@Example.ORG', 'You@example.org'],
  ['a Unicode domain', 'you@bücher.example', 'you@xn--bcher-kva.example'],
  ['a Unicode local part', 'jürgen@example.org', 'jürgen@example.org'],
  ['a tag and a question mark', 'you+post?way@example.org', 'you+post?way@example.org'],
  ['dots where some providers put them', '.you..too.@example.org', '.you..too.@example.org'],
  ['a server in the same house', 'you@nas', 'you@nas'],
])('reads %s', (_name, text, mailAddress) => {
  const domain = mailAddress.slice(mailAddress.lastIndexOf('@') + 1);
  expect(parseMailAddress(text)).toEqual({ ok: true, value: { mailAddress, domain } });
});

test.each([
  ['nothing before the @', '@example.org', 'address-name'],
  ['nothing after it', 'you@', 'address-domain'],
  ['no @ at all', 'example.org', 'address-name'],
  ['two @', 'you@work@example.org', 'address-at-signs'],
  ['a quoted local part', '"you"@example.org', 'address-character'],
  ['a comma between two addresses', 'you,me@example.org', 'address-character'],
  ['an option for a command line', '-you@example.org', 'address-character'],
  ['a space inside', 'you @example.org', 'space'],
  ['a second header', 'you@example.org\r\nBcc: me@example.org', 'invisible'],
  ['65 characters before the @', `${'a'.repeat(65)}@example.org`, 'address-length'],
  ['a comma for the dot', 'you@example,org', 'address-comma'],
  ['255 characters', `you@${'a.'.repeat(124)}org`, 'address-whole-length'],
  ['an IP address as domain', 'you@192.0.2.1', 'address-ip'],
  ['an IP address as the RFC writes it', 'you@[192.0.2.1]', 'address-ip'],
  ['an IPv6 address as the RFC writes it', 'you@[IPv6:2001:db8::25]', 'address-ip'],
  ['a broken domain', 'you@exa$mple.org', 'host-character'],
])('refuses %s', (_name, text, fault) => {
  expect(parseMailAddress(text)).toMatchObject({ ok: false, fault });
});

test('whatever comes in, an address that comes out has one @ and nothing that ends a line or a word', () => {
  const nearly = fc
    .tuple(fc.string({ unit: 'binary' }), fc.constantFrom('@', '<', '>@', ' @ '), fc.domain())
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (text) => {
      const parsed = parseMailAddress(text);
      if (!parsed.ok) return;
      expect(parsed.value.mailAddress).toMatch(/^[^\s\p{C}"<>@-][^\s\p{C}"<>@]*@[a-z0-9._-]+$/u);
      expect(parseMailAddress(parsed.value.mailAddress)).toEqual(parsed);
    }),
    { numRuns: 500 },
  );
});

test('every ordinary mail address is understood', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (text) => {
      fc.pre(!text.startsWith('-'));
      expect(parseMailAddress(text)).toMatchObject({ ok: true });
    }),
  );
});
