import { describe, expect, test } from 'vitest';
import { parseAutoconfig } from '../../../shared/parse/autoconfig-xml.ts';
import type { Published } from '../../../shared/parse/published.ts';
import { fc } from '../../support/invented-inputs.ts';

const owner = { address: 'you@example.org', domain: 'example.org' };

function config(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1"><emailProvider id="example.org">
  <domain>example.org</domain><displayName>Example Mail</displayName>${inside}
</emailProvider></clientConfig>`;
}

function read(inside: string): Published {
  const parsed = parseAutoconfig(config(inside), owner);
  if (!parsed.ok) throw new Error(parsed.fault);
  return parsed.value;
}

function smtp(
  change: Partial<Record<'type' | 'hostname' | 'port' | 'socketType' | 'rest', string>> = {},
): string {
  const { type, hostname, port, socketType, rest } = {
    type: 'smtp',
    hostname: 'smtp.example.org',
    port: '465',
    socketType: 'SSL',
    rest: '<authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username>',
    ...change,
  };
  return `<outgoingServer type="${type}"><hostname>${hostname}</hostname><port>${port}</port>
    <socketType>${socketType}</socketType>${rest}</outgoingServer>`;
}

test('every server, in order, with its ways to log in, in order', () => {
  const { servers, providerName, oddities } = read(`
    <incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType>
      <authentication>OAuth2</authentication><authentication>password-cleartext</authentication>
      <username>%EMAILLOCALPART%</username></incomingServer>
    <incomingServer type="pop3"><hostname>pop.example.org</hostname><port>110</port><socketType>plain</socketType>
      <authentication>password-encrypted</authentication><username>%EMAILADDRESS%</username>
      <pop3><leaveMessagesOnServer>true</leaveMessagesOnServer></pop3></incomingServer>
    ${smtp()}${smtp({ port: '587', socketType: 'STARTTLS' })}<unknown><thing/></unknown>`);
  expect(providerName).toBe('Example Mail');
  expect(oddities).toEqual([]);
  const cleartext = { auth: ['password-cleartext'], username: 'you@example.org' };
  expect(servers).toEqual([
    {
      protocol: 'imap',
      host: 'imap.example.org',
      port: 993,
      security: 'tls',
      role: 'incoming',
      auth: ['oauth2', 'password-cleartext'],
      username: 'you',
    },
    {
      protocol: 'pop3',
      host: 'pop.example.org',
      port: 110,
      security: 'none',
      role: 'incoming',
      auth: ['password-encrypted'],
      username: 'you@example.org',
    },
    {
      protocol: 'smtp',
      host: 'smtp.example.org',
      port: 465,
      security: 'tls',
      role: 'outgoing',
      ...cleartext,
    },
    {
      protocol: 'smtp',
      host: 'smtp.example.org',
      port: 587,
      security: 'starttls',
      role: 'outgoing',
      ...cleartext,
    },
  ]);
});

describe('a wrong value is named, and only its server left out', () => {
  test.each([
    ['outgoingServer 1 hostname', { hostname: 'smtp.example.org\nRCPT' }],
    ['outgoingServer 1 hostname', { hostname: '-oProxyCommand=x' }],
    ['outgoingServer 1 hostname', { hostname: 'smtp.example.org;reboot' }],
    ['outgoingServer 1 hostname', { hostname: '%REALNAME%.example.org' }],
    ['outgoingServer 1 hostname', { hostname: '' }],
    ['outgoingServer 1 port', { port: '0' }],
    ['outgoingServer 1 port', { port: '70000' }],
    ['outgoingServer 1 port', { port: '46 5' }],
    ['outgoingServer 1 port', { port: '' }],
    ['outgoingServer 1 socketType', { socketType: 'TLSv1' }],
    ['outgoingServer 1 socketType', { socketType: 'constructor' }],
    ['outgoingServer 1 type', { type: 'imap' }],
    ['outgoingServer 1 type', { type: '__proto__' }],
  ])('%s of %j', (where, change) => {
    const { servers, oddities } = read(smtp(change) + smtp({ hostname: 'good.example.org' }));
    expect(servers.map(({ host }) => host)).toEqual(['good.example.org']);
    expect(oddities).toEqual([expect.objectContaining({ kind: 'wrong-value', where })]);
  });

  test('a way to log in that nobody knows costs only itself', () => {
    const rest =
      '<authentication>telepathy</authentication><authentication>OAuth2</authentication><username>x</username>';
    const { servers, oddities } = read(smtp({ rest }));
    expect(servers[0]?.auth).toEqual(['oauth2']);
    expect(oddities).toEqual([
      { kind: 'wrong-value', where: 'outgoingServer 1 authentication', found: 'telepathy', right: 'login' },
    ]);
  });
});

test.each([
  ['not-a-mail-port', { port: '22' }],
  ['other-security', { port: '587' }],
  ['no-username', { rest: '<authentication>password-cleartext</authentication>' }],
  ['restricted', { rest: '<username>x</username><restriction>client-IP-address</restriction>' }],
] as const)('“%s” is flagged and kept as stated', (kind, change) => {
  const { servers, oddities } = read(smtp(change));
  expect(servers).toHaveLength(1);
  expect(oddities.map((odd) => odd.kind)).toEqual([kind]);
});

test('a user name that is still a placeholder is told, and not handed over', () => {
  const { servers, oddities } = read(smtp({ rest: '<username>{email}</username>' }));
  expect(servers).toEqual([expect.not.objectContaining({ username: expect.anything() })]);
  expect(oddities).toEqual([
    { kind: 'wrong-value', where: 'outgoingServer 1 username', found: '{email}', right: 'username' },
  ]);
});

test('no user name is needed where no login is', () => {
  expect(read(smtp({ rest: '<authentication>none</authentication>' })).oddities).toEqual([]);
});

test('Exchange is told, not tried', () => {
  const { servers, oddities } = read(
    '<incomingServer type="exchange"><hostname>x.example.org</hostname></incomingServer>',
  );
  expect(servers).toEqual([]);
  expect(oddities.map(({ kind, found }) => [kind, found])).toEqual([['other-kind', 'exchange']]);
});

test.each([
  ['hostname', '-x', 'host'],
  ['port', '70000', 'port'],
  ['socketType', 'TLSv1', 'encryption'],
  ['type', 'imap', 'outgoing-type'],
])('of a wrong %s it is said what would be right', (field, value, right) => {
  expect(read(smtp({ [field]: value })).oddities).toEqual([
    { kind: 'wrong-value', where: `outgoingServer 1 ${field}`, found: value, right },
  ]);
});

describe('version 1.2 (draft-ietf-mailmaint-autoconfig)', () => {
  const logins = (...elements: string[]) => {
    const { servers, oddities } = read(smtp({ rest: `${elements.join('')}<username>x</username>` }));
    return [servers[0]?.auth, oddities.map(({ found }) => found)];
  };

  test.each([
    ['<authentication system="sasl">SCRAM-SHA-256-PLUS</authentication>', ['password-encrypted'], []],
    ['<authentication system="sasl">PLAIN</authentication>', ['password-cleartext'], []],
    ['<authentication system="sasl">OAUTHBEARER</authentication>', ['oauth2'], []],
    ['<authentication>SASL CRAM-MD5</authentication>', ['password-encrypted'], []],
    ['<authentication>OAuth</authentication>', ['oauth2'], []],
    ['<authentication system="sasl">password-cleartext</authentication>', ['password-cleartext'], []],
  ])('%s', (element, auth, odd) => {
    expect(logins(element)).toEqual([auth, odd]);
  });

  // Mechanisms for which no program has a choice, and ways of HTTP: not wrong, and not for this.
  const unusable = [
    '<authentication system="sasl">EXTERNAL</authentication>',
    '<authentication system="http">Basic</authentication>',
    '<authentication>http-basic</authentication>',
    '<authentication>NTLM</authentication><authentication>GSSAPI</authentication>',
    '<authentication>TLS-client-cert</authentication>',
  ];
  test.each(unusable)('a server with nothing but %s is told and not used', (ways) => {
    const rest = `${ways}<username>x</username>`;
    const { servers, oddities } = read(smtp({ rest }) + smtp({ hostname: 'other.example.org' }));
    expect(servers.map(({ host }) => host)).toEqual(['other.example.org']);
    expect(oddities.map(({ kind, where }) => [kind, where])).toEqual([
      ['unusable-logins', 'outgoingServer 1 authentication'],
    ]);
  });

  test.each(unusable)('%s beside a password changes nothing', (ways) => {
    expect(logins(ways, '<authentication>password-cleartext</authentication>')).toEqual([
      ['password-cleartext'],
      [],
    ]);
  });

  test('a mechanism before its more general name keeps the order, once each', () => {
    expect(
      logins(
        '<authentication system="sasl">SCRAM-SHA-256</authentication>',
        '<authentication>password-encrypted</authentication>',
        '<authentication>password-cleartext</authentication>',
      ),
    ).toEqual([['password-encrypted', 'password-cleartext'], []]);
  });

  test('services reached by a URL, whatever their name, are told and cost the others nothing', () => {
    const { servers, oddities } = read(
      `<incomingServer type="jmap"><url>https://jmap.example.org/</url><authentication>OAuth2</authentication></incomingServer>
       <incomingServer type="brand-new"><url>https://x.example.org/</url></incomingServer>${smtp()}`,
    );
    expect(servers.map(({ host }) => host)).toEqual(['smtp.example.org']);
    expect(oddities.map(({ kind, found }) => [kind, found])).toEqual([
      ['other-kind', 'jmap'],
      ['other-kind', 'brand-new'],
    ]);
  });

  test('a domain of MX hosts, other services and a higher version change nothing', () => {
    const text = config(smtp())
      .replace('version="1.1"', 'version="2.7"')
      .replace('<displayName>', '<domain purpose="mx">hosting.example</domain><displayName>')
      .replace(
        '</clientConfig>',
        '<calendar type="caldav"><url>https://c.example.org/</url></calendar><clientConfigUpdate url="https://x.example.org/"/></clientConfig>',
      );
    expect(parseAutoconfig(text, owner)).toEqual(parseAutoconfig(config(smtp()), owner));
  });

  test('what stands inside emailProvider means the same beside it', () => {
    const text = `<clientConfig version="1.2"><displayName>Example Mail</displayName>${smtp()}</clientConfig>`;
    expect(parseAutoconfig(text, owner)).toEqual(parseAutoconfig(config(smtp()), owner));
  });
});

test('the name is the long one, else the short one, with placeholders filled in', () => {
  const named = (elements: string) =>
    parseAutoconfig(config('').replace('<displayName>Example Mail</displayName>', elements), owner);
  expect(named('<displayShortName>Ex</displayShortName>')).toMatchObject({ value: { providerName: 'Ex' } });
  expect(named('<displayName>Mail of %EMAILDOMAIN%</displayName>')).toMatchObject({
    value: { providerName: 'Mail of example.org' },
  });
});

test('a name may hold any character, written in any way', () => {
  const named = config('').replace('Example Mail', 'Birke &amp; S&#246;hne &#xE9;');
  expect(parseAutoconfig(named, owner)).toMatchObject({ value: { providerName: 'Birke & Söhne é' } });
  const hostile = config('').replace('Example Mail', 'A&#27;[31m&#x202E;B');
  expect(parseAutoconfig(hostile, owner)).toMatchObject({ value: { providerName: 'A\ufffd[31m\ufffdB' } });
});

describe('of several providers in one file', () => {
  const provider = (host: string, domains: string) =>
    `<emailProvider id="${host}">${domains}<displayName>${host}</displayName>${smtp({ hostname: host })}</emailProvider>`;
  const chosen = (providers: string, receiver?: string) => {
    const parsed = parseAutoconfig(`<clientConfig version="1.2">${providers}</clientConfig>`, {
      ...owner,
      receiver,
    });
    if (!parsed.ok) throw new Error(parsed.fault);
    return [parsed.value.providerName, parsed.value.servers.map(({ host }) => host)];
  };
  const own = '<domain>other.org</domain><domain>Example.ORG</domain>';

  test.each([
    ['the one with the domain of the address', '<domain>other.org</domain>', own],
    ['whatever receives mail there', '<domain purpose="mx">example.org</domain>', own],
    ['with a placeholder', '<domain>other.org</domain>', '<domain>%EMAILDOMAIN%</domain>'],
  ])('%s', (_what, first, second) => {
    expect(chosen(provider('a.example.net', first) + provider('b.example.net', second))).toEqual([
      'b.example.net',
      ['b.example.net'],
    ]);
  });

  test('the one whose receiving hosts are the owner\u2019s', () => {
    const file =
      provider('a.example.net', '<domain>host.example</domain>') +
      provider('b.example.net', '<domain>x.org</domain><domain purpose="mx">host.example</domain>');
    expect(chosen(file, 'host.example')).toEqual(['b.example.net', ['b.example.net']]);
  });

  test('all where none names the owner', () => {
    const file =
      provider('a.example.net', '<domain>a.org</domain>') +
      provider('b.example.net', '<domain>b.org</domain>');
    expect(chosen(file)).toEqual(['a.example.net', ['a.example.net', 'b.example.net']]);
  });
});

test('of several kinds of encryption the first that is known counts', () => {
  const rest = '<socketType>STARTTLS</socketType><username>x</username>';
  expect(read(smtp({ socketType: 'quantum', rest, port: '587' })).servers[0]?.security).toBe('starttls');
});

test('names are made harmless', () => {
  const hostile = config('').replace('Example Mail', 'A\u001b[31m\u202eB');
  expect(parseAutoconfig(hostile, owner)).toMatchObject({
    ok: true,
    value: { providerName: 'A\ufffd[31m\ufffdB' },
  });
});

test.each([
  ['not-autoconfig', '<html><body/></html>'],
  ['not-autoconfig', '<clientConfig version="1.1"/>'],
  ['not-xml', '404'],
  ['doctype', '<!DOCTYPE clientConfig [<!ENTITY x "y">]><clientConfig/>'],
])('%s: %s', (fault, text) => {
  expect(parseAutoconfig(text, owner)).toEqual({ ok: false, fault });
});

test('at most 50 servers are kept', () => {
  expect(read(smtp().repeat(60)).servers).toHaveLength(50);
});

test('whatever arrives is read or refused, never thrown', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<outgoingServer type="smtp">',
      '</outgoingServer>',
      '<port>',
      '</port>',
      '<hostname>',
      '&#0;',
      ']]>',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const parsed = parseAutoconfig(config(pieces.join('')), owner);
      for (const server of parsed.ok ? parsed.value.servers : [])
        expect(server.host).toMatch(/^[a-z0-9._:-]+$/);
    }),
    { numRuns: 300 },
  );
});
