import { describe, expect, test } from 'vitest';
import type { DiscoveryEntry, NamedServer, Source } from '../../../shared/model/check.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import { isUsable, recommend, serverFrom } from '../../../shared/recommend/recommend.ts';
import { aFailedConnect, anObservation, tlsFacts } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

const input = { address: 'you@example.org', domain: 'example.org' };
const fault = tlsFacts({ trusted: false, problem: 'expired', problems: ['expired'] });

const at = (port: number, change: Partial<Observation> = {}): Observation =>
  anObservation({ port, security: port === 465 ? 'tls' : 'starttls', ...change });
const plainAt = (port: number, change: Partial<Observation> = {}): Observation => {
  const { tls: _tls, ...plain } = at(port, { security: 'none', ...change });
  return plain;
};
const incoming = (port: number, change: Partial<Observation> = {}): Observation =>
  anObservation({
    role: 'incoming',
    protocol: port === 995 || port === 110 ? 'pop3' : 'imap',
    port,
    security: port === 993 || port === 995 ? 'tls' : 'starttls',
    ...change,
  });

function choose(observations: Observation[], discovery: DiscoveryEntry[] = [], more = {}) {
  const chosen = recommend({ observations, discovery, input: { ...input, ...more } });
  return chosen && { ...chosen, why: english.together(chosen.words.why) };
}

function ports(observations: Observation[], discovery: DiscoveryEntry[] = []): (number | string)[] {
  const chosen = choose(observations, discovery);
  return chosen ? [chosen.outgoing, ...chosen.alternatives].map(({ port }) => port) : [];
}

function publishes(source: Source, ...list: [number, 'none' | 'starttls' | 'tls'][]): DiscoveryEntry {
  const servers = list.map(([port, security]) => ({
    protocol: 'smtp' as const,
    host: 'mail.example.org',
    port,
    security,
    role: 'outgoing' as const,
  }));
  return { source, asked: 'example.org', outcome: 'found', elapsedMs: 1, servers };
}

describe('the order of outgoing settings', () => {
  test('ports among equals: 587, 465, 2525, 26, and 25 at the very end', () => {
    expect(ports([25, 26, 2525, 465, 587].map((port) => at(port)))).toEqual([587, 465, 2525, 26, 25]);
  });

  test('an unusual published port comes before the usual ones, when it is as safe', () => {
    expect(ports([at(587), at(10025)], [publishes('srv', [10025, 'starttls'])])).toEqual([10025, 587]);
  });

  test('the provider’s own order wins among equally safe settings', () => {
    expect(ports([at(587), at(465)], [publishes('autoconfig', [465, 'tls'], [587, 'starttls'])])).toEqual([
      465, 587,
    ]);
    expect(ports([at(587), at(465)], [publishes('ispdb', [465, 'tls'])])).toEqual([465, 587]);
  });

  test('so does the priority of DNS SRV records, across services (RFC 6186 section 3.4); with equal ones ours holds', () => {
    const services = (submissions: number, submission: number): DiscoveryEntry[] =>
      [publishes('srv', [587, 'starttls']), publishes('srv', [465, 'tls'])].map((entry, index) => ({
        ...entry,
        servers: entry.servers.map((server) => ({
          ...server,
          priority: index === 0 ? submission : submissions,
        })),
      }));
    expect(ports([at(587), at(465)], services(0, 10))).toEqual([465, 587]);
    expect(ports([at(587), at(465)], services(10, 0))).toEqual([587, 465]);
    expect(ports([at(587), at(465)], services(5, 5))).toEqual([587, 465]);
  });

  test.each(['guess', 'mx', 'user'] as const)('“%s” publishes no order', (source) => {
    expect(ports([at(587), at(465)], [publishes(source, [465, 'tls'], [587, 'starttls'])])).toEqual([
      587, 465,
    ]);
  });

  test('a published 25 still comes last', () => {
    expect(ports([at(25), at(587)], [publishes('ispdb', [25, 'starttls'])])).toEqual([587, 25]);
  });

  test('safety comes before any order', () => {
    expect(ports([at(587, { tls: fault }), at(26)], [publishes('srv', [587, 'starttls'])])).toEqual([26]);
  });

  test('a certificate with a fault is better than nothing, with a warning', () => {
    const chosen = choose([at(587, { tls: fault }), aFailedConnect({ port: 465 })]);
    expect(chosen?.outgoing.port).toBe(587);
    expect(chosen?.why).toMatch(/not without a fault/);
    const published = choose([at(587, { tls: fault })], [publishes('ispdb', [587, 'starttls'])])?.why;
    expect(published, 'programs may refuse it').not.toMatch(/that works/);
    expect(choose([at(587)], [publishes('ispdb', [587, 'starttls'])])?.why).toMatch(
      /published settings that works/,
    );
  });

  test('of several addresses the least safe one counts', () => {
    expect(ports([at(587), at(587, { tls: fault }), at(465)])).toEqual([465]);
  });

  test('the host in use wins among equals, so that less has to be changed', () => {
    const chosen = choose([at(587), at(587, { host: 'smtp.example.org' })], [], {
      current: { host: 'smtp.example.org', port: 25, security: 'none' },
    });
    expect(chosen?.outgoing.host).toBe('smtp.example.org');
    expect(chosen?.change?.map(({ field }) => field)).toEqual(['port', 'security']);
  });
});

describe('plain settings', () => {
  test('are offered only where nothing encrypted works, with a warning', () => {
    const chosen = choose([plainAt(587)]);
    expect(chosen?.outgoing).toMatchObject({ port: 587, security: 'none' });
    expect(chosen?.why).toMatch(/without encryption/);
  });

  test('are never offered beside an encrypted one, not even as an alternative', () => {
    expect(ports([plainAt(587), at(465)])).toEqual([465]);
    expect(ports([plainAt(587), at(465, { tls: fault })])).toEqual([465]);
  });

  test.each([26, 2525])('are never offered on port %s', (port) => {
    expect(choose([plainAt(port)])).toBeNull();
  });

  test('are never offered where STARTTLS was taken away', () => {
    const masked = at(587, {
      outcome: 'rejected',
      stage: 'starttls',
      error: { code: 'starttls-masked', message: '' },
    });
    expect(choose([masked, plainAt(587)])).toBeNull();
    expect(choose([plainAt(587)], [publishes('ispdb', [587, 'starttls'])])).toBeNull();
  });
});

describe('a plain setting of a server that something says encrypts', () => {
  const secured = (host: string, port = 587) => ({ current: { host, port, security: 'starttls' as const } });
  const elsewhere = { host: 'server7.hoster.test' };
  const plain = [plainAt(587)];
  const offered = (port: number, change: Partial<Observation>): Observation => {
    const { tls: _tls, ...open } = at(port, change);
    return open;
  };
  const masked = (change: Partial<Observation>): Observation =>
    offered(587, {
      outcome: 'rejected',
      stage: 'starttls',
      error: { code: 'starttls-masked', message: '' },
      ...change,
    });

  test.each<[string, Observation[], DiscoveryEntry[], object]>([
    ['the mail program uses it with STARTTLS', plain, [], secured('mail.example.org')],
    ['the mail program uses another port of it', plain, [], secured('Mail.Example.org.', 2525)],
    ['the mail program uses another host of its domain', plain, [], secured('smtp.example.org')],
    [
      'the mail program uses another name of the computer',
      [...plain, aFailedConnect(elsewhere)],
      [],
      secured('server7.hoster.test'),
    ],
    ['an earlier check saw it', plain, [], { earlier: [secured('mail.example.org', 465).current] }],
    ['IMAP 993 shows a right certificate', [...plain, incoming(993)], [], {}],
    ['IMAP 143 does', [...plain, incoming(143)], [], {}],
    ['POP3 995 does', [...plain, incoming(995)], [], {}],
    [
      'IMAP of another host of the domain does',
      [...plain, incoming(993, { host: 'imap.example.org', address: '192.0.2.77' })],
      [],
      {},
    ],
    ['the other name of the computer does', [...plain, incoming(993, elsewhere)], [], {}],
    ['it is published for the same port', plain, [publishes('ispdb', [587, 'starttls'])], {}],
    ['it is published for another port', plain, [publishes('autoconfig', [465, 'tls'])], {}],
    [
      'it is published, though by who knows whom',
      plain,
      [{ ...publishes('autoconfig', [587, 'starttls']), isAuthenticated: false }],
      {},
    ],
    [
      'DNS names the service that encrypts from the first byte (RFC 8314)',
      plain,
      [publishes('srv', [465, 'tls'])],
      {},
    ],
    [
      'another port offers STARTTLS and turns it down',
      [
        ...plain,
        offered(25, { outcome: 'rejected', stage: 'starttls', error: { code: '454', message: '' } }),
      ],
      [],
      {},
    ],
    [
      'another port begins STARTTLS and is cut off',
      [...plain, offered(2525, { outcome: 'reset', stage: 'tls' })],
      [],
      {},
    ],
    ['this very port offers STARTTLS', [plainAt(587, { capabilities: ['STARTTLS', 'AUTH PLAIN'] })], [], {}],
    [
      'the offer is overwritten at another name of its domain',
      [...plain, masked({ host: 'smtp.example.org', address: '192.0.2.77' })],
      [],
      {},
    ],
    [
      'the offer is overwritten where mail is received',
      [...plain, masked({ role: 'incoming', protocol: 'imap', port: 143 })],
      [],
      {},
    ],
    [
      'another port for sending encrypts, though with a bad certificate',
      [...plain, at(465, { tls: fault, outcome: 'rejected' })],
      [],
      {},
    ],
  ])('is not recommended: %s', (_name, observations, discovery, more) => {
    expect(choose(observations, discovery, more)).toBeNull();
  });

  test('nor for receiving, where sending encrypts', () => {
    const { tls: _tls, ...open } = incoming(143, { security: 'none', auth: ['PLAIN'] });
    expect(choose([at(587), open])?.incoming).toBeNull();
    expect(choose([plainAt(587), open])).toMatchObject({
      outgoing: { security: 'none' },
      incoming: { port: 143 },
    });
  });

  test.each<[string, Observation[], DiscoveryEntry[], object]>([
    ['nothing does', plain, [publishes('srv', [587, 'starttls'])], {}],
    [
      'the mail program uses it without',
      plain,
      [],
      { current: { host: 'mail.example.org', port: 587, security: 'none' } },
    ],
    ['the mail program uses a stranger’s with STARTTLS', plain, [], secured('smtp.example.net')],
    [
      'a stranger’s server encrypts',
      [...plain, incoming(993, { host: 'imap.example.net', address: '192.0.2.77' })],
      [],
      {},
    ],
    ['only a control encrypts', [...plain, at(587, { role: 'reference', host: 'smtp.example.org' })], [], {}],
    [
      'receiving encrypts with a certificate that proves nothing',
      [...plain, incoming(993, { tls: fault })],
      [],
      {},
    ],
  ])('may be recommended: %s', (_name, observations, discovery, more) => {
    expect(choose(observations, discovery, more)?.outgoing).toMatchObject({ port: 587, security: 'none' });
  });
});

describe('what is not recommended', () => {
  test.each([
    ['nothing works', [aFailedConnect()]],
    ['no login is offered', [at(587, { auth: [] })]],
    ['the dialogue did not come to its end', [at(587, { stage: 'ehlo' })]],
    ['only controls work', [at(587, { role: 'reference' })]],
  ])('%s', (_name, observations) => {
    expect(choose(observations)).toBeNull();
  });

  test('port 25 behind a device that answers for everyone', () => {
    const opened = at(25, { role: 'reference', control: 'not-listening', host: 'example.com' });
    expect(choose([at(25, { tls: fault }), opened])).toBeNull();
    expect(choose([at(25), opened])?.outgoing.port).toBe(25);
  });
});

describe('the words', () => {
  test.each([26, 2525])('say that port %s is not officially meant for mail', (port) => {
    expect(choose([at(port)])?.why).toMatch(/not officially meant for mail/);
  });

  test('never call 465 worse than 587', () => {
    expect(choose([at(465)])?.why).toBe(
      choose([at(587)])?.why.replace('587, encryption STARTTLS', '465, encryption SSL/TLS'),
    );
  });

  test('say when a less safe published setting was overruled, and whose', () => {
    const why = (source: Source) => choose([at(587)], [publishes(source, [587, 'none'])])?.why;
    expect(why('ispdb')).toMatch(/Mozilla's list of providers names a setting without .* safer one/);
    expect(why('autoconfig')).toMatch(/settings file names a setting without .* safer one/);
    expect(why('autodiscover')).toMatch(/Autodiscover names a setting without .* safer one/);
    expect(choose([at(587)], [publishes('ispdb', [587, 'starttls'])])?.why).not.toMatch(/safer one/);
  });

  test('say when the first published setting does not work, and who published it', () => {
    const published = [publishes('ispdb', [465, 'tls'], [587, 'starttls'])];
    const refused = aFailedConnect({ port: 465, security: 'tls' });
    expect(choose([refused, at(587)], published)?.why).toMatch(
      /Mozilla's list of providers names port 465 at mail\.example\.org, which does not work/,
    );
    expect(choose([at(465), at(587)], published)?.why).not.toMatch(/does not work/);
    expect(choose([at(587)], published)?.why).not.toMatch(/does not work/);
  });

  test('say when the host came from DNS alone and belongs to somebody else', () => {
    const foreign = { ...publishes('srv', [587, 'starttls']), isAuthenticated: false };
    expect(choose([at(587)], [foreign])?.why).toMatch(/before you type in a password/);
    const known = publishes('ispdb', [587, 'starttls']);
    expect(choose([at(587)], [foreign, known])?.why).not.toMatch(/before you type/);
  });

  test('say what has to be switched on first, on no unprotected word', () => {
    const why = (provider: NonNullable<DiscoveryEntry['provider']>, isAuthenticated = true) =>
      choose([at(587)], [{ ...publishes('ispdb', [587, 'starttls']), provider, isAuthenticated }])?.why;
    const step = { instruction: 'Allow SMTP once', at: 'https://example.org/on' };
    expect(why({ name: 'Example', enable: [step] })).toMatch(
      /Example says what to do first: Allow SMTP once \(https:\/\/example\.org\/on\)$/,
    );
    expect(why({ name: '', enable: [{ at: 'https://example.org/on' }] })).toMatch(
      /Your provider lets mail programs in only after .*https:\/\/example\.org\/on$/,
    );
    expect(why({ name: 'Example', enable: [step] }, false)).not.toMatch(/Allow SMTP/);
  });

  test('say what the provider wants in place of the usual password', () => {
    const why = (provider: NonNullable<DiscoveryEntry['provider']>) =>
      choose([at(587)], [{ ...publishes('well-known', [587, 'starttls']), provider }])?.why;
    expect(why({ name: 'Example', secret: 'app-password', secretAt: 'https://example.org/apps' })).toMatch(
      /Example may refuse .* at https:\/\/example\.org\/apps$/,
    );
    expect(why({ name: 'Example', secret: 'app-password' })).toMatch(/app password\) in its settings/);
    expect(why({ name: 'Example', secret: 'browser' })).toMatch(/OAuth2/);
    expect(why({ name: 'Example', secret: 'password' })).not.toMatch(/Example/);
    expect(
      choose(
        [at(587, { host: 'other.example.org' })],
        [{ ...publishes('well-known', [587, 'starttls']), provider: { name: 'Example', secret: 'browser' } }],
      )?.why,
    ).not.toMatch(/OAuth2/);
  });

  test('say when the host was only named by a certificate', () => {
    const mismatch = tlsFacts({
      trusted: false,
      problem: 'name-mismatch',
      problems: ['name-mismatch'],
      names: ['*.host.example'],
    });
    const chosen = choose(
      [at(587, { tls: mismatch }), at(587, { host: 'shared.host.example' })],
      [publishes('srv', [587, 'starttls'])],
    );
    expect(chosen?.outgoing).toMatchObject({ host: 'shared.host.example', source: 'guess' });
    expect(chosen?.why).toMatch(/should belong to your mail provider/);
  });
});

describe('a server that offers no login', () => {
  const mute = at(587, { auth: [] });
  const saying = (auth: NamedServer['auth'], entry: Partial<DiscoveryEntry> = {}): DiscoveryEntry => {
    const { servers, ...rest } = publishes('autoconfig', [587, 'starttls']);
    return { ...rest, servers: servers.map((server) => ({ ...server, ...(auth && { auth }) })), ...entry };
  };

  test('is one to use where the provider says that it wants none', () => {
    const chosen = choose([mute], [saying(['none'])]);
    expect(chosen?.outgoing).toMatchObject({ port: 587, auth: 'none' });
    expect(chosen?.why).toMatch(/asks for no login/);
    expect(chosen?.why).not.toMatch(/a login is offered/);
    expect(isUsable(mute, [saying(['none'])])).toBe(true);
  });

  test('is none where nobody says so, or only somebody on the way could have, or of another port', () => {
    expect(choose([mute], [saying(['password-cleartext'])])).toBeNull();
    expect(choose([mute], [saying(undefined)])).toBeNull();
    expect(choose([mute], [saying(['none'], { isAuthenticated: false })])).toBeNull();
    expect(choose([{ ...mute, port: 25 }], [saying(['none'])])).toBeNull();
  });
});

test('a login that is offered although the provider publishes none is told as just that', () => {
  const published = publishes('autoconfig', [587, 'starttls']);
  const saying = (auth: NamedServer['auth']) => [
    { ...published, servers: published.servers.map((server) => ({ ...server, ...(auth && { auth }) })) },
  ];
  expect(choose([at(587)], saying(['none']))?.why).toMatch(/publishes \S+ for use without a login/);
  expect(choose([at(587)], saying(['password-cleartext']))?.why).not.toMatch(/without a login/);
  expect(choose([at(587, { auth: [] })], saying(['none']))?.why).not.toMatch(/for use without a login/);
});

describe('incoming', () => {
  const sending = at(587);
  const chosen = (...list: Observation[]) => choose([sending, ...list])?.incoming;

  test('IMAP before POP3, 993 before 143, and the safest before either', () => {
    expect(chosen(incoming(995), incoming(143), incoming(993))?.port).toBe(993);
    expect(chosen(incoming(995), incoming(143))?.port).toBe(143);
    expect(chosen(incoming(995), incoming(993, { tls: fault }))?.port).toBe(995);
  });

  test('is null when none works', () => {
    expect(chosen(incoming(993, { outcome: 'rejected', stage: 'greeting' }))).toBeNull();
  });

  test('IMAP’s own LOGIN needs no list', () => {
    expect(chosen(incoming(993, { auth: [], capabilities: ['IMAP4rev1'] }))?.auth).toBe('password-cleartext');
  });

  test('nobody is sent where every login is refused', () => {
    const { tls: _tls, ...shut } = incoming(143, {
      security: 'none',
      auth: [],
      capabilities: ['IMAP4REV1', 'LOGINDISABLED'],
    });
    expect(chosen(shut)).toBeNull();
    expect(chosen(shut, incoming(995))?.port).toBe(995);
    const elsewhere = { host: 'imap.elsewhere.test', address: '192.0.2.99' };
    expect(chosen({ ...shut, ...elsewhere, auth: ['XOAUTH2'] })?.auth).toBe('oauth2');
  });
});

describe('one server', () => {
  test.each([
    [['PLAIN', 'CRAM-MD5'], 'password-cleartext'],
    [['LOGIN'], 'password-cleartext'],
    [['CRAM-MD5'], 'password-encrypted'],
    [['SCRAM-SHA-256', 'XOAUTH2'], 'password-encrypted'],
    [['XOAUTH2'], 'oauth2'],
    [['OAUTHBEARER'], 'oauth2'],
    [['GSSAPI'], 'unknown'],
    [[], 'none'],
  ])('offering %j is typed in as %s', (auth, expected) => {
    expect(serverFrom(at(587, { auth }), { discovery: [], input }).auth).toBe(expected);
  });

  test('takes the whole address as user name, or none', () => {
    expect(serverFrom(at(587), { discovery: [], input }).username).toBe('you@example.org');
    expect(serverFrom(at(587), { discovery: [], input: {} }).username).toBe('');
  });

  describe('what is published about the login', () => {
    const claiming = (change: Partial<NamedServer>, entry: Partial<DiscoveryEntry> = {}): DiscoveryEntry => {
      const published = publishes('ispdb', [587, 'starttls']);
      return {
        ...published,
        ...entry,
        servers: published.servers.map((server) => ({ ...server, ...change })),
      };
    };
    const login = (offered: string[], ...discovery: DiscoveryEntry[]) => {
      const { auth, orPassword, username } = serverFrom(at(587, { auth: offered }), { discovery, input });
      return { auth, orPassword, username };
    };

    test('a published user name is used', () => {
      expect(login(['PLAIN'], claiming({ username: 'you' })).username).toBe('you');
    });

    test('is none of the person’s own where the provider logs in with its own addresses alone', () => {
      const own = claiming(
        { username: '' },
        { source: 'well-known', provider: { name: 'iCloud Mail', wantsOwnAddress: true } },
      );
      for (const username of ['you@example.org', 'you', 'YOU@example.org']) {
        expect(login(['PLAIN'], own, claiming({ username })).username).toBe('');
      }
      expect(login(['PLAIN'], own, claiming({ username: 'you@icloud.com' })).username).toBe('you@icloud.com');
    });

    test('the most trusted source decides, and what is said of this port before another', () => {
      const other = claiming({ username: 'other' }, { source: 'well-known' });
      expect(login(['PLAIN'], other, claiming({ username: 'you' })).username).toBe('you');
      const twoPorts = publishes('ispdb', [465, 'tls'], [587, 'starttls']);
      const servers = twoPorts.servers.map((server) => ({ ...server, username: `at ${server.port}` }));
      expect(login(['PLAIN'], { ...twoPorts, servers }).username).toBe('at 587');
    });

    test('sign-in by browser is named where nothing else is published and the server offers it', () => {
      const onlyBrowser = claiming({ auth: ['oauth2'] });
      expect(login(['PLAIN', 'LOGIN', 'XOAUTH2'], onlyBrowser).auth).toBe('oauth2');
      expect(login(['PLAIN', 'LOGIN'], onlyBrowser).auth).toBe('password-cleartext');
    });

    test('of several published ways the first that is offered counts, and a password beside the sign-in is told', () => {
      const both = claiming({ auth: ['oauth2', 'password-cleartext'] });
      expect(login(['PLAIN', 'XOAUTH2'], both)).toMatchObject({ auth: 'oauth2', orPassword: true });
      expect(login(['PLAIN'], both).auth).toBe('password-cleartext');
      expect(login(['XOAUTH2'], both).orPassword).toBeUndefined();
      const passwordFirst = claiming({ auth: ['password-cleartext', 'oauth2'] });
      expect(login(['PLAIN', 'XOAUTH2'], passwordFirst)).toMatchObject({ auth: 'password-cleartext' });
    });

    test('a provider that takes no password gets none, whatever else is published', () => {
      const both = claiming({ auth: ['password-cleartext'] }, { provider: { name: 'x', secret: 'browser' } });
      expect(login(['LOGIN', 'XOAUTH2'], both)).toMatchObject({ auth: 'oauth2' });
      expect(login(['LOGIN', 'XOAUTH2'], both).orPassword).toBeUndefined();
      expect(login(['LOGIN'], both).auth).toBe('password-cleartext');
    });

    test('nothing is believed that came unprotected, or is withheld', () => {
      expect(login(['PLAIN'], claiming({ username: 'you' }, { isAuthenticated: false })).username).toBe(
        'you@example.org',
      );
      expect(login(['PLAIN'], claiming({ username: 'you', withheld: 'other-domain' })).username).toBe(
        'you@example.org',
      );
    });
  });

  test('names who claimed it, the most trusted first', () => {
    const both = [publishes('guess', [587, 'starttls']), publishes('srv', [587, 'starttls'])];
    expect(serverFrom(at(587), { discovery: both, input }).source).toBe('srv');
    expect(serverFrom(at(587), { discovery: both, input: { server: 'MAIL.example.org:587' } }).source).toBe(
      'user',
    );
  });

  test.each([
    ['encrypted, trusted, with login', {}, true],
    ['for receiving', { role: 'incoming' as const }, false],
    ['with a faulty certificate', { tls: fault }, false],
    ['without login', { auth: [] }, false],
    ['with TLS 1.1', { tls: tlsFacts({ version: 'TLSv1.1' }) }, false],
    ['not to its end', { outcome: 'timeout' as const, stage: 'ehlo' as const }, false],
  ])('is usable or not: %s', (_name, change, expected) => {
    expect(isUsable(at(587, change))).toBe(expected);
  });
});
