import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { autodiscoverRequest, parseAutodiscover } from '../../../shared/parse/autodiscover-xml.ts';
import { childText, parseXml } from '../../../shared/parse/xml.ts';
import { expectHarmless } from '../../support/harmless.ts';

const owner = { address: 'you@example.org', domain: 'example.org' };

function answer(inside: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
<Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"><Account>
<AccountType>email</AccountType>${inside}</Account></Response></Autodiscover>`;
}

function read(inside: string) {
  const parsed = parseAutodiscover(answer(inside), owner);
  if (!parsed.ok || 'elsewhere' in parsed) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

test('servers in order, with ports, encryption and user name', () => {
  const { servers, oddities } = read(`<Action>settings</Action>
    <Protocol><Type>IMAP</Type><Server>imap.example.org</Server><Port>993</Port><SSL>on</SSL><LoginName>you</LoginName></Protocol>
    <Protocol><Type>SMTP</Type><Server>smtp.example.org</Server><Port>587</Port><Encryption>TLS</Encryption></Protocol>
    <Protocol Type="POP3"><Server>pop.example.org</Server></Protocol>`);
  expect(oddities).toEqual([]);
  expect(servers).toEqual([
    {
      protocol: 'imap',
      host: 'imap.example.org',
      port: 993,
      security: 'tls',
      role: 'incoming',
      username: 'you',
    },
    {
      protocol: 'smtp',
      host: 'smtp.example.org',
      port: 587,
      security: 'starttls',
      role: 'outgoing',
      username: 'you@example.org',
    },
    {
      protocol: 'pop3',
      host: 'pop.example.org',
      port: 995,
      security: 'tls',
      role: 'incoming',
      username: 'you@example.org',
    },
  ]);
});

test.each([
  ['<Port>465</Port><SSL>on</SSL>', 'tls'],
  ['<Port>587</Port><SSL>on</SSL>', 'starttls'],
  ['<Port>587</Port>', 'starttls'],
  ['<Port>25</Port><SSL>off</SSL>', 'none'],
  ['<Port>465</Port><SSL>off</SSL><Encryption>SSL</Encryption>', 'tls'],
  ['<Port>25</Port><SSL>on</SSL><Encryption>None</Encryption>', 'none'],
])('%s is %s', (values, security) => {
  const { servers } = read(
    `<Protocol><Type>SMTP</Type><Server>smtp.example.org</Server>${values}</Protocol>`,
  );
  expect(servers[0]?.security).toBe(security);
});

test.each([
  ['Protocol 1 Type', '<Type>TELNET</Type><Server>a.example.org</Server>'],
  ['Protocol 1 Server', '<Type>SMTP</Type><Server>a b</Server>'],
  ['Protocol 1 Server', '<Type>SMTP</Type>'],
  ['Protocol 1 Port', '<Type>SMTP</Type><Server>a.example.org</Server><Port>99999</Port>'],
])('a wrong value is named: %s', (where, inside) => {
  const { servers, oddities } = read(`<Protocol>${inside}</Protocol>`);
  expect(servers).toEqual([]);
  expect(oddities).toEqual([expect.objectContaining({ kind: 'wrong-value', where })]);
});

test('Exchange is told, not used', () => {
  const { servers, oddities } = read('<Protocol><Type>EXCH</Type><Server>a.example.org</Server></Protocol>');
  expect([servers, oddities[0]?.kind]).toEqual([[], 'other-kind']);
});

describe('settings that are elsewhere', () => {
  test.each([
    [
      '<Action>redirectUrl</Action><RedirectUrl>https://b.example.org/x</RedirectUrl>',
      { url: 'https://b.example.org/x' },
    ],
    [
      '<Action>redirectAddr</Action><RedirectAddr>you@example.net</RedirectAddr>',
      { address: 'you@example.net' },
    ],
  ])('%s', (inside, elsewhere) => {
    expect(parseAutodiscover(answer(inside), owner)).toEqual({ ok: true, elsewhere });
  });
});

test.each([
  ['not-autodiscover', '<html/>'],
  ['not-autodiscover', '<Autodiscover/>'],
  ['not-xml', 'Unauthorized'],
  ['doctype', '<!DOCTYPE x><Autodiscover/>'],
])('%s: %s', (fault, text) => {
  expect(parseAutodiscover(text, owner)).toEqual({ ok: false, fault });
});

test('an error in place of an account is an answer without servers', () => {
  const error = answer('').replace(
    /<Account>[\s\S]*<\/Account>/,
    '<Error><ErrorCode>600</ErrorCode></Error>',
  );
  expect(parseAutodiscover(error, owner)).toEqual({
    ok: true,
    value: { about: {}, servers: [], oddities: [] },
  });
});

test('the request is XML whatever the address looks like', () => {
  const parsed = parseXml(autodiscoverRequest(`a&b<c>'"@example.org`));
  const request = parsed.ok ? parsed.root.children[0] : undefined;
  expect(request && childText(request, 'EMailAddress')).toBe('a&#38;b&#60;c&#62;&#39;&#34;@example.org');
});

test('whatever arrives is read or refused, never thrown; what is read is a host and a port', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<Protocol>',
      '</Protocol>',
      '<Type>SMTP</Type>',
      '<Type>IMAP</Type>',
      '<Server>',
      '</Server>',
      '<Port>',
    ),
    fc.constantFrom(
      '</Port>',
      '<SSL>on</SSL>',
      '<Encryption>TLS</Encryption>',
      '<RedirectUrl>',
      '</RedirectUrl>',
      '587',
      '99999',
    ),
    fc.constantFrom(
      'mail.example.org',
      '-oProxyCommand=x',
      'a b',
      '\u202egro',
      '&#10;',
      '<LoginName>',
      '</LoginName>',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const parsed = parseAutodiscover(answer(pieces.join('')), owner);
      if (!parsed.ok || !('value' in parsed)) return;
      for (const { host, port } of parsed.value.servers) {
        expect(host).toMatch(/^[a-z0-9._:[\]-]+$/);
        expect(Number.isInteger(port) && port > 0 && port < 65_536).toBe(true);
      }
      expectHarmless(parsed.value);
    }),
    { numRuns: 100 },
  );
});
