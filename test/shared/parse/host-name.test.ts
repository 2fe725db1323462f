import { expect, test } from 'vitest';
import { parseHost } from '../../../shared/parse/host-name.ts';
import { fc } from '../../support/invented-inputs.ts';

test.each([
  ['a name', 'mail.example.org', 'name', 'mail.example.org'],
  ['capitals', 'Mail.Example.ORG', 'name', 'mail.example.org'],
  ['a dot at the end', 'mail.example.org.', 'name', 'mail.example.org'],
  ['spaces around it', '  mail.example.org\n', 'name', 'mail.example.org'],
  ['an invisible mark from a web page in front', '\u200bmail.example.org', 'name', 'mail.example.org'],
  ['one label, as in a home network', 'nas', 'name', 'nas'],
  ['an underscore, as Windows networks have', 'mail_server.local', 'name', 'mail_server.local'],
  ['Unicode, as A-labels', 'mail.bücher.example', 'name', 'mail.xn--bcher-kva.example'],
  ['ideographic full stops', 'mail。例え。example', 'name', 'mail.xn--r8jz45g.example'],
  ['letters of two scripts, shown as what they are', 'pаypal.example', 'name', 'xn--pypal-4ve.example'],
  ['an IPv4 address', '192.0.2.10', 'ipv4', '192.0.2.10'],
  ['an IPv6 address', '2001:DB8:0:0::25', 'ipv6', '2001:db8::25'],
  ['an IPv6 address in brackets', '[::1]', 'ipv6', '::1'],
])('reads %s', (_name, text, kind, host) => {
  expect(parseHost(text)).toEqual({ ok: true, value: { kind, host } });
});

test.each([
  ['nothing', '', 'empty'],
  ['a space inside', 'mail. example.org', 'space'],
  ['a line end inside', 'mail\r\n.example.org', 'invisible'],
  ['a bidi override', 'mail.\u202egro.example', 'invisible'],
  ['a NUL', 'mail\0.example.org', 'invisible'],
  ['an option for a command line', '-oProxyCommand=x', 'host-character'],
  ['a leading dash', '-mail.example.org', 'host-dash'],
  ['a label that ends with a dash', 'mail-.example.org', 'host-dash'],
  ['quotes', 'mail".example.org', 'host-character'],
  ['a percent sign', 'mail%2eexample.org', 'host-character'],
  ['a full-width percent sign', 'mail％2eexample.org', 'host-character'],
  ['a path', 'mail.example.org/x', 'host-character'],
  ['a user name', 'me@mail.example.org', 'host-character'],
  ['two dots', 'mail..example.org', 'host-dots'],
  ['a dot in front', '.example.org', 'host-dots'],
  ['a label of 64', `${'a'.repeat(64)}.org`, 'host-label-length'],
  ['a Unicode label too long once encoded', `${'ü'.repeat(60)}.org`, 'host-label-length'],
  ['a Unicode name too long once encoded', `${'ü.'.repeat(40)}org`, 'host-length'],
  ['254 characters', `${'a.'.repeat(126)}bcd`, 'host-length'],
  ['a number that resolvers take for an address', '3232235777', 'host-number'],
  ['a short IPv4 address', '127.1', 'host-number'],
  ['a hexadecimal one', '0x7f.0.0.0x1', 'host-number'],
  ['an IPv4 address with 300', '192.0.2.300', 'host-number'],
  ['an octal IPv4 address', '010.0.0.1', 'host-number'],
  ['a broken IPv6 address', '2001:db8:::1', 'host-ipv6'],
  ['an IPv6 address with a zone', 'fe80::1%eth0', 'host-ipv6'],
  ['an IPv6 address that leaves its brackets for another host', '::1]@evil.example/[::1', 'host-ipv6'],
  ['an IPv6 address that leaves its brackets for a port', '::1]:80/[:', 'host-ipv6'],
  ['a numeral that stands for one in parentheses', '⑴.example', 'host-character'],
])('refuses %s', (_name, text, fault) => {
  expect(parseHost(text)).toMatchObject({ ok: false, fault });
});

test('whatever comes in, a host that comes out is plain, short, and reads back as itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.ipV4(), fc.ipV6()), (text) => {
      const parsed = parseHost(text);
      if (!parsed.ok) {
        expect(parsed.found).toMatch(/^[^\p{C}]{0,120}$/u);
        return;
      }
      const { host } = parsed.value;
      expect(host).toMatch(/^[a-z0-9_.:][a-z0-9_.:-]{0,252}$/);
      expect(parseHost(host)).toEqual(parsed);
    }),
    { numRuns: 500 },
  );
});

test('every ordinary domain name and IP address is understood', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6()), (text) => {
      expect(parseHost(text).ok).toBe(true);
    }),
  );
});
