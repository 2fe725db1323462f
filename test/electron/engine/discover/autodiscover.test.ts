import { describe, expect, test } from 'vitest';
import { autodiscover } from '../../../../electron/engine/discover/autodiscover.ts';
import type { DnsRecords } from '../../../../electron/engine/system.ts';
import { remarksIn } from '../../../support/english.ts';
import { address, ask, asked, page, redirect, type Web, type Zone } from './ask.ts';

const path = '/autodiscover/autodiscover.xml';
const bare = `https://example.org${path}`;
const own = `https://autodiscover.example.org${path}`;
const plain = `http://autodiscover.example.org${path}`;

function account(inside: string) {
  return page(`<Autodiscover><Response><Account>${inside}</Account></Response></Autodiscover>`);
}
const good = account(
  '<Protocol><Type>SMTP</Type><Server>smtp.example.org</Server><Port>465</Port><SSL>on</SSL></Protocol>',
);
const toUrl = (url: string) => account(`<Action>redirectUrl</Action><RedirectUrl>${url}</RedirectUrl>`);

function srv(target: string, port = 443): DnsRecords {
  return { type: 'SRV', records: [{ target, port, priority: 0, weight: 0 }] };
}

/** Who was told the address. */
async function told(zone: Zone, web: Web): Promise<string[]> {
  const { fetched } = await asked(autodiscover, zone, {}, web);
  return fetched.filter(({ body }) => body !== undefined).map(({ url }) => url);
}

test('both places are asked over https, and the answer is authenticated', async () => {
  const entries = await ask(autodiscover, {}, {}, { [own]: good });
  expect(entries.find(({ outcome }) => outcome === 'found')).toMatchObject({
    source: 'autodiscover',
    asked: own,
    isAuthenticated: true,
    servers: [{ host: 'smtp.example.org', port: 465, security: 'tls', username: 'you@example.org' }],
  });
  expect(entries.map((entry) => entry.asked).sort()).toEqual([own, bare]);
});

test('a place that wants a password gets none', async () => {
  const { entries, fetched } = await asked(
    autodiscover,
    {},
    {},
    { [own]: { ok: true, status: 401, body: '' } },
  );
  expect(entries.find((entry) => entry.asked === own)).toMatchObject({ outcome: 'nothing', servers: [] });
  expect(fetched.filter(({ url }) => url === own)).toHaveLength(1);
});

test('a document may send on to another https page, not more than five times', async () => {
  const next = 'https://hosting.example.net/settings';
  const entries = await ask(autodiscover, {}, {}, { [own]: toUrl(next), [next]: good });
  expect(entries.find((entry) => entry.asked === own)).toMatchObject({
    outcome: 'found',
    isAuthenticated: true,
  });
  const { entries: looping, fetched } = await asked(autodiscover, {}, {}, { [own]: toUrl(own) });
  expect(looping.find((entry) => entry.asked === own)?.outcome).toBe('failed');
  expect(fetched.filter(({ url }) => url === own)).toHaveLength(6);
});

test.each(['http://example.org/', 'https://127.0.0.1/', 'file:///etc/passwd', 'https://example.org:8443/'])(
  'a document cannot send us to %s',
  async (url) => {
    const { entries } = await asked(autodiscover, {}, {}, { [own]: toUrl(url) });
    expect(entries.find((entry) => entry.asked === own)).toMatchObject({ outcome: 'failed', servers: [] });
    expect(await told({}, { [own]: toUrl(url) })).not.toContain(url);
  },
);

test('nor to a name that leads into a private network: who serves there is not told the address', async () => {
  const next = `https://printer.example.net${path}`;
  const zone = { 'A printer.example.net': address('192.168.1.5') };
  const { entries, fetched } = await asked(autodiscover, zone, {}, { [own]: toUrl(next), [next]: good });
  expect(fetched.map(({ url }) => url)).not.toContain(next);
  expect(entries.find((entry) => entry.asked === own)).toMatchObject({
    outcome: 'failed',
    servers: [],
    remarks: [{ key: 'discovery.redirect.to-private-address' }],
  });
});

test('who was told the address in the end is said', async () => {
  const next = 'https://settings.example.net/';
  for (const sendOn of [toUrl(next), redirect(next)]) {
    const entries = await ask(autodiscover, {}, {}, { [own]: sendOn, [next]: good });
    expect(remarksIn(entries.find((entry) => entry.asked === own))).toEqual([
      expect.stringContaining('settings.example.net'),
    ]);
  }
  expect((await ask(autodiscover, {}, {}, { [own]: good }))[0]?.remarks).toBeUndefined();
});

test('settings under another address are not asked for', async () => {
  const moved = account('<RedirectAddr>you@example.net</RedirectAddr>');
  const { entries } = await asked(autodiscover, {}, {}, { [own]: moved });
  const entry = entries.find(({ asked }) => asked === own);
  expect(entry?.outcome).toBe('failed');
  expect(remarksIn(entry), 'the address is named').toEqual([expect.stringContaining('you@example.net')]);
  const odd = account('<RedirectAddr>nobody</RedirectAddr>');
  const oddly = await ask(autodiscover, {}, {}, { [own]: odd });
  expect(remarksIn(oddly.find(({ asked }) => asked === own)).join()).toContain('makes no sense');
});

describe('the address is told to nobody on an unprotected word', () => {
  const elsewhere = `https://settings.example.net${path}`;
  const inside = `https://settings.example.org${path}`;

  test('by SRV: within the domain yes, outside no', async () => {
    const key = 'SRV _autodiscover._tcp.example.org';
    expect(await told({ [key]: srv('settings.example.org.') }, { [inside]: good })).toContain(inside);
    expect(await told({ [key]: srv('settings.example.net') }, { [elsewhere]: good })).not.toContain(
      elsewhere,
    );
    expect(await told({ [key]: srv('settings.example.org', 8443) }, { [inside]: good })).not.toContain(
      inside,
    );
  });

  test('by plain web: within the domain yes, outside no, and that is said', async () => {
    expect(await told({}, { [plain]: redirect(inside), [inside]: good })).toContain(inside);
    expect(await told({}, { [plain]: redirect(elsewhere), [elsewhere]: good })).not.toContain(elsewhere);
    const entries = await ask(autodiscover, {}, {}, { [plain]: redirect(elsewhere), [elsewhere]: good });
    expect(entries.flatMap((entry) => remarksIn(entry)).join()).toContain('settings.example.net');
  });
});

test('every place that was asked is told, also those that only point elsewhere', async () => {
  const entries = await ask(autodiscover, {});
  const srvName = '_autodiscover._tcp.example.org';
  expect(entries.map((entry) => entry.asked).sort()).toEqual([srvName, own, bare, plain].sort());
  expect(entries.find((entry) => entry.asked === srvName)?.outcome).toBe('nothing');
  const unusable = await ask(autodiscover, {
    'SRV _autodiscover._tcp.example.org': srv('x.example.org', 8443),
  });
  expect(unusable.find((entry) => entry.asked.startsWith('_'))?.outcome).toBe('nothing');
});

test('parent domains are never asked', async () => {
  const { fetched } = await asked(
    autodiscover,
    {},
    { address: 'you@dept.example.co.uk', domain: 'dept.example.co.uk' },
    {},
  );
  for (const { url } of fetched) {
    expect(new URL(url).hostname).toMatch(/^(autodiscover\.)?dept\.example\.co\.uk$/);
  }
});

test('nothing is asked without leave, without an address, or when the server is known', async () => {
  for (const change of [{ lookup: false }, { server: 'mail.example.org' }, { address: undefined }]) {
    const { entries, fetched } = await asked(autodiscover, {}, change as object, { [own]: good });
    expect([entries, fetched]).toEqual([[], []]);
  }
});
