import { describe, expect, test } from 'vitest';
import { autodiscoverRequest, parseAutodiscover } from '../../../shared/parse/autodiscover-xml.ts';
import { childText, parseXml } from '../../../shared/parse/xml.ts';
import { expectHarmless } from '../../support/harmless.ts';
import { fc } from '../../support/invented-inputs.ts';

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
  // Modoboa's way to say STARTTLS.
  ['<Port>587</Port><SSL>false</SSL><TLS>true</TLS>', 'starttls'],
  ['<Port>25</Port><SSL>off</SSL><TLS>on</TLS>', 'starttls'],
  ['<Port>2525</Port><TLS>True</TLS><SSL>False</SSL>', 'starttls'],
  ['<Port>465</Port><SSL>false</SSL><TLS>true</TLS>', 'tls'],
  ['<Port>587</Port><SSL>false</SSL><TLS>false</TLS>', 'none'],
  ['<Port>587</Port><SSL>false</SSL><TLS>true</TLS><Encryption>None</Encryption>', 'none'],
  ['<Port>587</Port><SSL>off</SSL><Encryption>TLS</Encryption>', 'starttls'],
  ['<Port>587</Port><SSL>off</SSL><Encryption>StartTLS</Encryption>', 'starttls'],
  ['<Port>587</Port><SSL>off</SSL><Encryption>Auto</Encryption>', 'starttls'],
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

test.each([
  ['EXCH', '<Protocol><Type>EXCH</Type><Server>a.example.org</Server></Protocol>'],
  ['mapiHttp', '<Protocol Type="mapiHttp" Version="1"><MailStore/></Protocol>'],
  ['MapiHttp', '<Protocol><Type>MapiHttp</Type></Protocol>'],
  ['brandNew', '<Protocol Type="brandNew"/>'],
])('%s is told, not used, and costs the others nothing', (found, protocol) => {
  const smtp = '<Protocol><Type>SMTP</Type><Server>out.example.org</Server></Protocol>';
  const { servers, oddities } = read(protocol + smtp);
  expect(servers.map(({ host }) => host)).toEqual(['out.example.org']);
  expect(oddities).toEqual([{ kind: 'other-kind', where: 'Protocol 1 Type', found }]);
});

describe('the user name', () => {
  const nameFor = (inside: string) => {
    const { servers, oddities } = read(
      `<Protocol><Type>SMTP</Type><Server>out.example.org</Server>${inside}</Protocol>`,
    );
    return [servers[0]?.username, oddities.map(({ where }) => where)];
  };

  test.each([
    ['%EMAILADDRESS%', 'you@example.org'],
    ['%emailaddress%', 'you@example.org'],
    ['%EmailLocalPart%', 'you'],
    ['%EMAILLOCALPART%@%EMAILDOMAIN%', 'you@example.org'],
    ['EXAMPLE\\you', 'EXAMPLE\\you'],
  ])('%s is filled in', (template, username) => {
    expect(nameFor(`<LoginName>${template}</LoginName>`)).toEqual([username, []]);
  });

  test.each(['%REALNAME%', 'a&#10;b'])('%s cannot be typed, so the address is used', (template) => {
    expect(nameFor(`<LoginName>${template}</LoginName>`)).toEqual([
      'you@example.org',
      ['Protocol 1 LoginName'],
    ]);
  });

  test('none where no login is wanted', () => {
    expect(nameFor('<LoginName>you</LoginName><AuthRequired>off</AuthRequired>')).toEqual([undefined, []]);
  });
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

test.each([
  [
    '<Error Time="1" Id="2"><ErrorCode>500</ErrorCode><Message>The email address can&#39;t be found.</Message><DebugData/></Error>',
    { where: 'Error 500', found: "The email address can't be found." },
  ],
  ['<Error><ErrorCode>600</ErrorCode></Error>', { where: 'Error', found: '600' }],
  ['<Error><Message>Invalid\n  Request</Message></Error>', { where: 'Error', found: 'Invalid Request' }],
  ['<Account><Error><Message>a\u202eb</Message></Error></Account>', { where: 'Error', found: 'a\ufffdb' }],
])('an error in place of settings is told in its own words: %s', (inside, told) => {
  const error = answer('').replace(/<Account>[\s\S]*<\/Account>/, inside);
  expect(parseAutodiscover(error, owner)).toEqual({
    ok: true,
    value: { about: {}, servers: [], oddities: [{ kind: 'own-error', ...told }] },
  });
});

test('the request is XML whatever the address looks like', () => {
  const parsed = parseXml(autodiscoverRequest(`a&b<c>'"@example.org`));
  const request = parsed.ok ? parsed.root.children[0] : undefined;
  expect(request && childText(request, 'EMailAddress')).toBe(`a&b<c>'"@example.org`);
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
