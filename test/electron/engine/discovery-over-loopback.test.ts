import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { discover } from '../../../electron/engine/discovery.ts';
import { limits } from '../../../electron/engine/limits.ts';
import type { DnsRecords } from '../../../electron/engine/system.ts';
import { DiscoveryEntry } from '../../../shared/model/check.ts';
import { aCheckInput } from '../../support/builders.ts';
import { type LoopbackWeb, loopbackWeb, type Served } from '../../support/loopback-web.ts';
import { settingsFile } from './discover/settings-file.ts';

const own = 'https://autoconfig.example.org/mail/config-v1.1.xml';
const wellKnown = 'https://example.org/.well-known/autoconfig/mail/config-v1.1.xml';
const ownPlain = 'http://autoconfig.example.org/mail/config-v1.1.xml';
const list = 'https://autoconfig.thunderbird.net/v1.1/';
const newerList = 'https://live.thunderbird.net/autoconfig/v1.1/';
const discovery = '/autodiscover/autodiscover.xml';
const outlook = `https://autodiscover.example.org${discovery}`;

const file = settingsFile('smtp.example.org 465 SSL');
const account = (inside: string) =>
  `<?xml version="1.0"?><Autodiscover><Response><Account>${inside}</Account></Response></Autodiscover>`;
const pox = account(
  '<AccountType>email</AccountType><Protocol><Type>SMTP</Type><Server>smtp.example.org</Server><Port>465</Port><SSL>on</SSL></Protocol>',
);
const mx: Record<string, DnsRecords> = {
  'MX example.org': { type: 'MX', records: [{ exchange: 'in.eu.operator.co.uk', preference: 10 }] },
};
const srv = (target: string, port: number): DnsRecords => ({
  type: 'SRV',
  records: [{ target, port, priority: 0, weight: 0 }],
});

const open: LoopbackWeb[] = [];
afterEach(() => {
  for (const web of open.splice(0)) web.close();
});

async function found(web: Readonly<Record<string, Served>>, zone: Readonly<Record<string, DnsRecords>> = {}) {
  const served = await loopbackWeb(web, {
    zone,
    hosts: {
      'smtp.example.org': '192.0.2.1',
      'smtp.example.net': '192.0.2.2',
      'router.example.net': '192.168.1.1',
    },
  });
  open.push(served);
  const result = await discover(aCheckInput(), served.system, new AbortController().signal);
  const best = result.ranking.filter(({ role }) => role === 'outgoing');
  for (const entry of result.entries)
    expect(DiscoveryEntry.safeParse(entry)).toMatchObject({ success: true });
  return {
    ...result,
    heard: served.heard,
    best: best.map(({ host, port, security, source }) => `${source} ${host}:${port}/${security}`),
    entry: (asked: string) => result.entries.find((entry) => entry.asked.startsWith(asked)),
  };
}

describe('each place by itself gives the settings that it holds', () => {
  test.each<[string, Record<string, Served>, Record<string, DnsRecords>, string]>([
    ['the provider’s own host', { [own]: file }, {}, 'autoconfig'],
    ['the provider’s web server', { [wellKnown]: file }, {}, 'autoconfig'],
    ['a redirect of it', { [wellKnown]: { to: own }, [own]: file }, {}, 'autoconfig'],
    ['plain http', { [ownPlain]: file }, {}, 'autoconfig'],
    [
      'whoever receives the mail',
      { 'https://autoconfig.eu.operator.co.uk/mail/config-v1.1.xml': file },
      mx,
      'autoconfig',
    ],
    ['Mozilla’s list', { [`${list}example.org`]: file }, {}, 'ispdb'],
    ['its other address', { [`${list}example.org`]: 502, [`${newerList}example.org`]: file }, {}, 'ispdb'],
    ['its entry for the receiver', { [`${list}operator.co.uk`]: file }, mx, 'ispdb'],
    ['Autodiscover', { [outlook]: pox }, {}, 'autodiscover'],
    ['Autodiscover at the domain', { [`https://example.org${discovery}`]: pox }, {}, 'autodiscover'],
    [
      'Autodiscover elsewhere by its own word',
      {
        [outlook]: account(
          `<Action>redirectUrl</Action><RedirectUrl>https://o.example.net${discovery}</RedirectUrl>`,
        ),
        [`https://o.example.net${discovery}`]: pox,
      },
      {},
      'autodiscover',
    ],
    [
      'Autodiscover by SRV',
      { [`https://mail.example.org${discovery}`]: pox },
      { 'SRV _autodiscover._tcp.example.org': srv('mail.example.org', 443) },
      'autodiscover',
    ],
    [
      'Autodiscover by redirect',
      {
        [`http://autodiscover.example.org${discovery}`]: { to: `https://mail.example.org${discovery}` },
        [`https://mail.example.org${discovery}`]: pox,
      },
      {},
      'autodiscover',
    ],
    ['DNS', {}, { 'SRV _submissions._tcp.example.org': srv('smtp.example.org', 465) }, 'srv'],
  ])('%s', async (_name, web, zone, source) => {
    const { best } = await found(web, zone);
    expect(best[0]).toBe(`${source} smtp.example.org:465/tls`);
  });
});

test('all places at once: each endpoint once, from the most trusted that named it', async () => {
  const { best, entries } = await found(
    { [own]: file, [wellKnown]: file, [`${list}example.org`]: file, [outlook]: pox },
    { 'SRV _submissions._tcp.example.org': srv('smtp.example.org', 465) },
  );
  expect(best.filter((text) => text.includes(':465'))).toEqual(['autoconfig smtp.example.org:465/tls']);
  expect(entries.filter(({ outcome }) => outcome === 'found').length).toBeGreaterThanOrEqual(5);
});

test('places that contradict one another are ranked by trust, whatever came first', async () => {
  const late =
    (text: string): Served =>
    (_request, response) =>
      void setTimeout(() => response.end(text), 60);
  const { best } = await found(
    {
      [own]: late(settingsFile('a.example.org 465 SSL')),
      [`${list}example.org`]: settingsFile('b.example.org 465 SSL'),
      [outlook]: pox.replace('smtp.example.org', 'd.example.org'),
    },
    { 'SRV _submissions._tcp.example.org': srv('c.example.org', 465) },
  );
  expect(best.slice(0, 4).map((text) => text.split(':')[0])).toEqual([
    'autoconfig a.example.org',
    'ispdb b.example.org',
    'srv c.example.org',
    'autodiscover d.example.org',
  ]);
});

test('one place that never answers keeps nothing from the others, and ends with the check', async () => {
  const served = await loopbackWeb({
    [own]: () => {},
    [wellKnown]: (_request, response) => void response.write('<?xml version="1.0"?>'),
    [`${list}example.org`]: file,
  });
  open.push(served);
  const stop = new AbortController();
  const done = discover(aCheckInput(), served.system, stop.signal);
  await expect.poll(() => served.heard.length).toBeGreaterThanOrEqual(3);
  await expect.poll(() => served.heard.some(({ url }) => url.includes('thunderbird'))).toBe(true);
  stop.abort();
  const { entries } = await done;
  const outcome = (asked: string) => entries.find((entry) => entry.asked.startsWith(asked))?.outcome;
  expect([outcome(own), outcome(wellKnown)]).toEqual(['cancelled', 'cancelled']);
});

test('an answer that comes byte by byte is read to its end', async () => {
  const { best } = await found({
    [own]: (_request, response) => {
      const bytes = [...Buffer.from(file)];
      const next = () => {
        const byte = bytes.shift();
        if (byte === undefined) response.end();
        else response.write(Buffer.from([byte]), () => setImmediate(next));
      };
      next();
    },
  });
  expect(best[0]).toBe('autoconfig smtp.example.org:465/tls');
});

describe('what is broken is told as what it is', () => {
  test.each<[string, Served, string]>([
    ['nothing', '', 'nothing'],
    ['a web page', '<!doctype html><title>Welcome</title>', 'nothing'],
    ['half a document', file.slice(0, 200), 'nothing'],
    ['another document', '<rss version="2.0"><channel/></rss>', 'nothing'],
    ['UTF-16 that does not say so', (_q, r) => void r.end(Buffer.from(file, 'utf16le')), 'nothing'],
    ['binary', (_q, r) => void r.end(Buffer.alloc(5000, 0x80)), 'nothing'],
    ['no entry', 404, 'nothing'],
    ['a sign-in', 401, 'nothing'],
    ['a fault of the server', 500, 'failed'],
    ['a connection that breaks off', (q) => void q.socket.destroy(), 'failed'],
    [
      'less than was promised',
      (_q, r) => {
        r.writeHead(200, { 'Content-Length': '9999' });
        r.write(file, () => r.destroy());
      },
      'failed',
    ],
  ])('%s', async (_name, served, outcome) => {
    const { entry, best } = await found({ [own]: served });
    expect(entry(own)).toMatchObject({ outcome, servers: [] });
    expect(best).toEqual(['guess smtp.example.org:587/starttls']);
  });

  test('a byte order mark is no fault', async () => {
    expect((await found({ [own]: `\ufeff${file}` })).best[0]).toMatch(/^autoconfig/);
  });
});

describe('what is hostile', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${file.slice(21)}`;
  const outside = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${file.slice(21).replace('Example', '&f;')}`;

  const compressed: Served = (_request, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(file + ' '.repeat(1_000_000)));
  let poured = 0;
  /** So many bytes, as fast as they are taken. */
  const pour =
    (bytes: number, headers: Record<string, string>): Served =>
    (_request, response) => {
      poured = 0;
      response.writeHead(200, headers);
      const more = (): void => {
        if (response.destroyed || poured >= bytes) return;
        poured += 65_536;
        response.write(Buffer.alloc(65_536, 0x20), more);
      };
      more();
    };

  test.each<[string, Served, 'nothing' | 'failed']>([
    ['T13 entities', laughs, 'nothing'],
    ['T13 an entity from outside', outside, 'nothing'],
    ['T13 more than any settings', file.replace('Example', 'x'.repeat(300_000)), 'failed'],
    ['T13 as many elements as fit', `<a>${'<b/>'.repeat(65_000)}</a>`, 'nothing'],
    ['T13 fifty megabytes', pour(52_428_800, { 'Content-Length': '52428800' }), 'failed'],
    ['T13 a megabyte in a thousand bytes, which nobody asked for', compressed, 'failed'],
    ['T13 elements in elements', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'nothing'],
    ['T14 a loop', { to: own }, 'failed'],
    ['T14 to http', { to: ownPlain }, 'failed'],
    ['T14 to this computer', { to: 'https://127.0.0.1/' }, 'failed'],
    ['T14 to this computer by another number', { to: 'https://2130706433/' }, 'failed'],
    ['T14 to the person’s network by name', { to: 'https://router.example.net/' }, 'failed'],
    ['T14 to another port', { to: 'https://example.org:22/' }, 'failed'],
    ['T14 to a file', { to: 'file:///etc/passwd' }, 'failed'],
    [
      'T18 without end',
      (_q, r) => {
        const more = (): void => {
          if (!r.destroyed) r.write('<a>'.repeat(20_000), more);
        };
        more();
      },
      'failed',
    ],
  ])('%s', async (_name, served, outcome) => {
    const { entry, best, heard } = await found({ [own]: served, [ownPlain]: 404 });
    expect(entry(own)).toMatchObject({ outcome, servers: [] });
    expect(best).toEqual(['guess smtp.example.org:587/starttls']);
    expect(heard.filter(({ url }) => url.startsWith(own)).length).toBeLessThanOrEqual(6);
    expect(poured).toBeLessThan(20_000_000); // what loopback holds on the way
  });

  test('T18 one byte a second: given up after the time of a page, and nothing is left open', async () => {
    let isCut = false;
    const served = await loopbackWeb({
      [own]: (_request, response) => {
        const drip = setInterval(() => response.write('<'), 50);
        response.on('close', () => {
          clearInterval(drip);
          isCut = true;
        });
      },
    });
    open.push(served);
    // Twenty times as fast, so that the eight seconds are 0.4.
    const { clock } = served.system;
    const system = {
      ...served.system,
      clock: {
        ...clock,
        now: () => clock.now() * 20,
        sleep: (ms: number, signal: AbortSignal) => clock.sleep(ms / 20, signal),
      },
    };
    const { entries, elapsedMs } = await discover(aCheckInput(), system, new AbortController().signal);
    expect(entries.find(({ asked }) => asked.startsWith(own))?.outcome).toBe('no-answer');
    expect(elapsedMs).toBeLessThan(2.5 * limits.pageMs);
    await expect.poll(() => isCut).toBe(true);
  });

  test('T15 what came over plain http cannot move the login, nor outdo what came over https', async () => {
    const moved = settingsFile('smtp.example.net 465 SSL', 'smtp.example.org 25 plain');
    const alone = await found({ [ownPlain]: moved });
    expect(alone.entry(ownPlain)?.servers.map(({ withheld }) => withheld)).toEqual([
      'other-domain',
      undefined,
    ]);
    expect(alone.best).not.toContain('autoconfig smtp.example.net:465/tls');
    const beside = await found({ [ownPlain]: moved, [`${list}example.org`]: file });
    expect(beside.best[0]).toBe('ispdb smtp.example.org:465/tls');
  });

  test('T16 T17 the address is heard by the provider alone, over https; never a parent, the list or plain http', async () => {
    const input = aCheckInput({ address: 'you@dept.example.org', domain: 'dept.example.org' });
    const served = await loopbackWeb(
      Object.fromEntries(
        [
          'https://autoconfig.dept.example.org/mail/config-v1.1.xml',
          `https://autodiscover.dept.example.org${discovery}`,
          `https://autodiscover.example.org${discovery}`,
          `https://example.org${discovery}`,
          'https://autodiscover.org/autodiscover/autodiscover.xml',
          'http://autoconfig.dept.example.org/mail/config-v1.1.xml',
          `http://autodiscover.dept.example.org${discovery}`,
          `${list}dept.example.org`,
          'https://autoconfig.eu.operator.co.uk/mail/config-v1.1.xml',
        ].map((url) => [url, 404]),
      ),
      { zone: { 'MX dept.example.org': mx['MX example.org'] as DnsRecords } },
    );
    open.push(served);
    await discover(input, served.system, new AbortController().signal);
    const hosts = new Set(
      served.heard
        .filter(({ url, body }) => decodeURIComponent(url).includes('you@') || body.includes('you@'))
        .map(({ url }) => new URL(url).origin),
    );
    expect([...hosts].sort()).toEqual([
      'https://autoconfig.dept.example.org',
      'https://autodiscover.dept.example.org',
    ]);
    expect(served.heard.map(({ url }) => url)).toContain(`${list}dept.example.org`);
    expect(served.heard.map(({ url }) => url).join(' ')).not.toMatch(
      /\/\/(autodiscover\.)?(example\.)?org\//,
    );
    expect(JSON.stringify(served.heard)).not.toMatch(/authorization|password/i);
  });

  test('T11 names that are no host names are refused by name, and the others of the file kept', async () => {
    const names = [
      '-oProxyCommand=x',
      'smtp.example.org;reboot',
      'a"b.example.org',
      'x%0d%0aRCPT.example.org',
    ];
    const { entry, best } = await found({
      [own]: settingsFile(...names.map((name) => `${name} 465 SSL`), 'smtp.example.org 465 SSL'),
    });
    expect(entry(own)?.servers.map(({ host }) => host)).toEqual(['smtp.example.org']);
    expect(entry(own)?.remarks).toHaveLength(names.length);
    expect(best[0]).toBe('autoconfig smtp.example.org:465/tls');
  });
});
