import { describe, expect, test } from 'vitest';
import { autoconfig } from '../../../../electron/engine/discover/autoconfig.ts';
import { rankCandidates } from '../../../../shared/discover/rank.ts';
import { type CheckInput, DiscoveryEntry } from '../../../../shared/model/check.ts';
import { remarksIn } from '../../../support/english.ts';
import { address, ask, asked, page, redirect, type Web, type Zone } from './ask.ts';
import { settingsFile } from './settings-file.ts';

const own = 'https://autoconfig.example.org/mail/config-v1.1.xml?emailaddress=you%40example.org';
const wellKnown = 'https://example.org/.well-known/autoconfig/mail/config-v1.1.xml';
const ownPlain = 'http://autoconfig.example.org/mail/config-v1.1.xml';
const good = page(settingsFile('smtp.example.org 465 SSL'));

/** What the provider's own place gave. */
async function fromOwn(...[zone, change, web]: [Zone, Partial<CheckInput>, Web]) {
  return (await ask(autoconfig, zone, change, web)).find((entry) => entry.asked === own);
}

function summary(entries: Awaited<ReturnType<typeof ask>>) {
  return entries.map(({ asked: url, outcome }) => `${outcome} ${url}`);
}

test('both places are asked over https, and their answers are authenticated', async () => {
  const entries = await ask(autoconfig, {}, {}, { [own]: good, [wellKnown]: good });
  expect(summary(entries).sort()).toEqual([`found ${own}`, `found ${wellKnown}`]);
  expect(entries.find((entry) => entry.asked === own)).toMatchObject({
    source: 'autoconfig',
    isAuthenticated: true,
    provider: { name: 'Example' },
    servers: [
      {
        protocol: 'smtp',
        host: 'smtp.example.org',
        port: 465,
        security: 'tls',
        role: 'outgoing',
        auth: ['password-cleartext'],
        username: 'you@example.org',
      },
    ],
  });
});

test('the address is told over https only, and only at the provider’s own host', async () => {
  const { fetched } = await asked(
    autoconfig,
    {},
    {},
    { [own]: { ok: true, status: 404, body: '' }, [ownPlain]: good },
  );
  expect(fetched.filter(({ url }) => url.includes('you')).map(({ url }) => url)).toEqual([own]);
});

describe('plain http', () => {
  test('is asked when https gave nothing, and counts as unauthenticated', async () => {
    const entries = await ask(autoconfig, {}, {}, { [ownPlain]: good });
    expect(entries.find(({ outcome }) => outcome === 'found')).toMatchObject({
      asked: ownPlain,
      isAuthenticated: false,
    });
  });

  test('counts less than what the company that receives the mail says over https', () => {
    const entry = (url: string, host: string): DiscoveryEntry => ({
      source: 'autoconfig',
      asked: url,
      outcome: 'found',
      elapsedMs: 1,
      isAuthenticated: false,
      servers: [{ protocol: 'smtp', host, port: 465, security: 'tls', role: 'outgoing' }],
    });
    const ranked = rankCandidates([
      entry(ownPlain, 'a.example.org'),
      entry('https://autoconfig.x.org/', 'b.x.org'),
    ]);
    expect(ranked.map(({ host }) => host)).toEqual(['b.x.org', 'a.example.org']);
  });

  test('is not asked when https gave something', async () => {
    const { fetched } = await asked(autoconfig, {}, {}, { [wellKnown]: good, [ownPlain]: good });
    expect(fetched.map(({ url }) => url)).not.toContain(ownPlain);
  });

  test('cannot move the login to another domain, even by way of https', async () => {
    const moved = page(settingsFile('smtp.example.net 465 SSL', 'smtp.example.org 587 STARTTLS'));
    const elsewhere = 'https://settings.example.net/';
    const entries = await ask(autoconfig, {}, {}, { [ownPlain]: redirect(elsewhere), [elsewhere]: moved });
    const found = entries.find(({ outcome }) => outcome === 'found');
    expect(found?.servers.map(({ host, withheld }) => [host, withheld])).toEqual([
      ['smtp.example.net', 'other-domain'],
      ['smtp.example.org', undefined],
    ]);
    expect(remarksIn(found).join()).toContain('smtp.example.net');
  });
});

describe('the company that receives the mail', () => {
  const zone: Zone = {
    'MX example.org': { type: 'MX', records: [{ exchange: 'mx1.eu.hosting.co.uk', preference: 10 }] },
  };
  const full = 'https://autoconfig.eu.hosting.co.uk/mail/config-v1.1.xml';
  const base = 'https://autoconfig.hosting.co.uk/mail/config-v1.1.xml';
  const theirs = page(
    settingsFile('out.hosting.co.uk 465 SSL', 'smtp.example.org 465 SSL', 'smtp.thief.example 465 SSL'),
  );

  test('is asked over https when the domain knows nothing, by both of its names, and never told the address', async () => {
    const { entries, fetched } = await asked(autoconfig, zone, {}, { [base]: theirs });
    expect(entries.find(({ outcome }) => outcome === 'found')?.asked).toBe(base);
    expect(fetched.map(({ url }) => url)).toContain(base);
    expect(fetched.filter(({ url }) => url.includes('hosting') && !url.startsWith('https:'))).toEqual([]);
    expect(fetched.filter(({ url }) => url.includes('you')).map(({ url }) => url)).toEqual([]);
  });

  test('is believed about its own servers and those of the domain only, and counts as unauthenticated', async () => {
    const entries = await ask(autoconfig, zone, {}, { [full]: theirs });
    const found = entries.find(({ outcome }) => outcome === 'found');
    expect(found).toMatchObject({ asked: full, isAuthenticated: false });
    expect(found?.servers.map(({ host, withheld }) => [host, withheld])).toEqual([
      ['out.hosting.co.uk', undefined],
      ['smtp.example.org', undefined],
      ['smtp.thief.example', 'other-domain'],
    ]);
  });

  test('is not asked when the domain itself knows', async () => {
    const { fetched } = await asked(autoconfig, zone, {}, { [own]: good, [full]: theirs });
    expect(fetched.map(({ url }) => url)).not.toContain(full);
  });
});

test('an answer over https may name the servers of another domain', async () => {
  const entry = await fromOwn({}, {}, { [own]: page(settingsFile('smtp.example.net 465 SSL')) });
  expect(entry?.servers[0]?.withheld).toBeUndefined();
});

test('servers in a private network are shown and withheld, unless the answer came from there too', async () => {
  const zone = { 'A smtp.example.org': address('192.168.1.5') };
  const outside = await fromOwn(zone, {}, { [own]: good });
  expect(outside?.servers[0]?.withheld).toBe('private-address');
  const inside = await fromOwn(
    { ...zone, 'A autoconfig.example.org': address('10.0.0.1') },
    {},
    { [own]: good },
  );
  expect(inside?.servers[0]?.withheld).toBeUndefined();
});

test.each([
  ['nothing', 'no web server', undefined],
  [
    'no-answer',
    'a web server that refuses',
    { ok: false, kind: 'unreachable', code: 'ECONNREFUSED' } as const,
  ],
  ['nothing', 'status 404', { ok: true, status: 404, body: '' } as const],
  ['failed', 'status 503', { ok: true, status: 503, body: '' } as const],
  ['nothing', 'a page for every address', page('<html><body>Welcome<br></body></html>')],
  ['nothing', 'a document type', page('<!DOCTYPE clientConfig><clientConfig/>')],
  ['nothing', 'no servers', page(settingsFile())],
  ['failed', 'a redirect to http', redirect('http://example.org/')],
  ['failed', 'a redirect to this computer', redirect('https://127.0.0.1/')],
  ['failed', 'a bad certificate', { ok: false, kind: 'certificate', code: 'CERT_HAS_EXPIRED' } as const],
  ['failed', 'too much', { ok: false, kind: 'too-large', code: 'EMSGSIZE' } as const],
  ['no-answer', 'silence', { ok: true, status: 200, body: '', ms: 60_000 } as const],
])('“%s” for %s', async (outcome, _name, answer) => {
  const entries = await ask(autoconfig, {}, {}, answer ? { [own]: answer } : {});
  expect(entries.find((entry) => entry.asked === own)).toMatchObject({ outcome, servers: [] });
});

test('names that look like others are flagged', async () => {
  const entry = await fromOwn({}, {}, { [own]: page(settingsFile('smtp.exаmple.org 465 SSL')) });
  expect(remarksIn(entry).join()).toMatch(/xn--.*exаmple.*alphabets/);
});

test('odd values are told by name', async () => {
  const entry = await fromOwn({}, {}, { [own]: page(settingsFile('smtp.example.org 22 SSL')) });
  expect(remarksIn(entry)).toEqual([expect.stringContaining('outgoingServer 1 port')]);
});

test('nothing is asked without leave, without a domain, or when the server is known', async () => {
  for (const change of [{ lookup: false }, { server: 'mail.example.org' }]) {
    const { entries, fetched } = await asked(autoconfig, {}, change, { [own]: good });
    expect([entries, fetched]).toEqual([[], []]);
  }
});

test('of receiving nothing is told when nobody wants it', async () => {
  const body = settingsFile('smtp.example.org 465 SSL').replace(
    '<outgoingServer',
    '<incomingServer type="imap"><hostname>imap.example.org</hostname><port>993</port><socketType>SSL</socketType></incomingServer><outgoingServer',
  );
  const roles = async (incoming: boolean) =>
    (await fromOwn({}, { incoming }, { [own]: page(body) }))?.servers.map(({ role }) => role);
  expect(await roles(true)).toEqual(['incoming', 'outgoing']);
  expect(await roles(false)).toEqual(['outgoing']);
});

test('what surrounds the servers is kept, in the person’s language', async () => {
  const body = settingsFile('smtp.example.org 465 SSL').replace(
    '</emailProvider>',
    `<enable visiturl="https://example.org/on"><instruction>Switch IMAP on</instruction></enable>
     <documentation url="https://example.org/de"><descr lang="de">x</descr></documentation>
     <documentation url="https://example.org/en"><descr lang="en">x</descr></documentation></emailProvider>
     <oAuth2><issuer>i</issuer><authURL>https://example.org/a</authURL><tokenURL>http://example.org/t</tokenURL></oAuth2>`,
  );
  const entry = await fromOwn({}, {}, { [own]: page(body) });
  expect(entry?.provider).toEqual({
    name: 'Example',
    help: 'https://example.org/en',
    enable: [{ instruction: 'Switch IMAP on', at: 'https://example.org/on' }],
  });
  expect(remarksIn(entry)).toEqual([
    'oAuth2 tokenURL: "http://example.org/t" makes no sense here; right would be a web address that begins with https://',
  ]);
});

test('whatever is remarked fits into a report, however long the names are', async () => {
  const label = 'x'.repeat(60);
  const long = `${label}.${label}.${label}.аpple-${'y'.repeat(20)}.org`;
  const entry = await fromOwn({}, {}, { [own]: page(settingsFile(`${long} 465 SSL`, `${long} 22 plain`)) });
  expect(entry?.remarks?.length).toBeGreaterThan(1);
  expect(DiscoveryEntry.safeParse(entry)).toMatchObject({ success: true });
});
