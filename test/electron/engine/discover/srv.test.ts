import { expect, test } from 'vitest';
import { srv } from '../../../../electron/engine/discover/srv.ts';
import type { DnsRecords } from '../../../../electron/engine/system.ts';
import { DiscoveryEntry } from '../../../../shared/model/check.ts';
import { remarksIn } from '../../../support/english.ts';
import { address, ask } from './ask.ts';

function records(...list: [target: string, port: number, priority: number, weight: number][]): DnsRecords {
  return {
    type: 'SRV',
    records: list.map(([target, port, priority, weight]) => ({ target, port, priority, weight })),
  };
}

test('services are asked with their labels, and mean protocol and security (RFC 6186, RFC 8314)', async () => {
  const zone = {
    'SRV _submissions._tcp.example.org': records(['smtp.example.org.', 465, 0, 1]),
    'SRV _submission._tcp.example.org': records(['smtp.example.org', 587, 10, 1]),
    'SRV _imaps._tcp.example.org': records(['IMAP.example.org', 993, 0, 1]),
  };
  const entries = await ask(srv, zone);
  const byLabel = new Map(
    entries.map(({ asked, outcome, servers }) => [asked.split('.')[0], [outcome, servers]]),
  );
  const server = (
    protocol: string,
    host: string,
    port: number,
    security: string,
    role: string,
    priority = 0,
  ) => ({ protocol, host, port, security, role, priority });
  expect(Object.fromEntries(byLabel)).toEqual({
    _submissions: ['found', [server('smtp', 'smtp.example.org', 465, 'tls', 'outgoing')]],
    _submission: ['found', [server('smtp', 'smtp.example.org', 587, 'starttls', 'outgoing', 10)]],
    _smtps: ['nothing', []],
    _imaps: ['found', [server('imap', 'imap.example.org', 993, 'tls', 'incoming')]],
    _imap: ['nothing', []],
    _pop3s: ['nothing', []],
    _pop3: ['nothing', []],
  });
});

test('lower priority comes first, then higher weight', async () => {
  const zone = {
    'SRV _submission._tcp.example.org': records(
      ['last.example.org', 587, 20, 99],
      ['second.example.org', 587, 10, 1],
      ['first.example.org', 587, 10, 5],
    ),
  };
  const entries = await ask(srv, zone, { incoming: false });
  const found = entries.find((entry) => entry.outcome === 'found');
  expect(found?.servers.map(({ host }) => host)).toEqual([
    'first.example.org',
    'second.example.org',
    'last.example.org',
  ]);
});

test('port 0 is nobody’s port: the record is left out, and a report with the answer can be read again', async () => {
  const zone = {
    'SRV _submission._tcp.example.org': records(['zero.example.org', 0, 0, 0], ['a.example.org', 587, 1, 0]),
    'SRV _submissions._tcp.example.org': records(['zero.example.org', 0, 0, 0]),
  };
  const entries = await ask(srv, zone, { incoming: false });
  expect(entries.flatMap(({ servers }) => servers.map(({ host }) => host))).toEqual(['a.example.org']);
  expect(entries.map(({ outcome }) => outcome).sort()).toEqual(['found', 'nothing', 'nothing']);
  expect(entries.every((entry) => DiscoveryEntry.safeParse(entry).success)).toBe(true);
});

test('a target of "." says that the service is not offered', async () => {
  const entries = await ask(
    srv,
    { 'SRV _submission._tcp.example.org': records(['.', 0, 0, 0]) },
    { incoming: false },
  );
  expect(entries.map((entry) => entry.outcome)).toEqual(['nothing', 'nothing', 'nothing']);
  expect(entries.flatMap((entry) => entry.servers)).toEqual([]);
  expect(entries.flatMap((entry) => entry.notOffered ?? [])).toEqual(['smtp']);
  expect(entries.flatMap((entry) => remarksIn(entry))).toEqual([expect.stringContaining('not offer')]);
});

test('incoming services are not asked when nobody wants them, and nothing when the server is known', async () => {
  expect(await ask(srv, {}, { incoming: false })).toHaveLength(3);
  expect(await ask(srv, {}, { server: 'mail.example.org' })).toEqual([]);
});

test('an answer counts as authenticated only when it stays in the domain', async () => {
  const targets = async (...hosts: string[]) => {
    const zone = {
      'SRV _submission._tcp.example.org': records(
        ...hosts.map((host): [string, number, number, number] => [host, 587, 0, 0]),
      ),
    };
    const entries = await ask(srv, zone, { incoming: false });
    return entries.find(({ outcome }) => outcome === 'found')?.isAuthenticated;
  };
  expect(await targets('smtp.example.org')).toBe(true);
  expect(await targets('smtp.example.org', 'smtp.example.net')).toBe(false);
});

test('names below one suffix of a company belong to different people, and names of one label to nobody', async () => {
  const one = async (domain: string, target: string) => {
    const zone = { [`SRV _submission._tcp.${domain}`]: records([target, 587, 0, 0]) };
    const entries = await ask(srv, zone, { domain, address: `you@${domain}`, incoming: false });
    return entries.find(({ outcome }) => outcome === 'found')?.isAuthenticated;
  };
  expect(await one('shop.uk.com', 'smtp.other.uk.com')).toBe(false);
  expect(await one('shop.uk.com', 'smtp.shop.uk.com')).toBe(true);
  expect(await one('office', 'router')).toBe(false);
  expect(await one('office', 'mail.office')).toBe(true);
});

test('a target outside the domain that leads into a private network is shown and not used', async () => {
  const zone = {
    'SRV _submission._tcp.example.org': records(
      ['smtp.example.net', 587, 0, 0],
      ['smtp.example.org', 587, 1, 0],
    ),
    'A smtp.example.net': address('127.0.0.1'),
    'A smtp.example.org': address('192.168.1.9'),
  };
  const entries = await ask(srv, zone, { incoming: false });
  const found = entries.find(({ outcome }) => outcome === 'found');
  expect(found?.servers.map(({ host, withheld }) => [host, withheld])).toEqual([
    ['smtp.example.net', 'private-address'],
    ['smtp.example.org', undefined],
  ]);
  expect(remarksIn(found).join()).toContain('private network');
});

test('names in other letters are shown in both forms, and those that deceive are flagged', async () => {
  const zone = {
    'SRV _submission._tcp.example.org': records(
      ['smtp.xn--bcher-kva.example', 587, 0, 0],
      ['smtp.xn--exmple-4nf.org', 587, 1, 0],
    ),
  };
  const entries = await ask(srv, zone, { incoming: false });
  const found = entries.find(({ outcome }) => outcome === 'found');
  expect(found?.servers.map(({ readableHost }) => readableHost)).toEqual([
    'smtp.bücher.example',
    'smtp.exаmple.org',
  ]);
  expect(remarksIn(found)).toEqual([expect.stringContaining('smtp.xn--exmple-4nf.org reads as')]);
});

test('what hosters call _smtps is asked for too, and told as TLS from the first byte', async () => {
  const records = [{ target: 'post.example.org', port: 465, priority: 0, weight: 0 }];
  const entries = await ask(
    srv,
    { 'SRV _smtps._tcp.example.org': { type: 'SRV', records } },
    { incoming: false },
  );
  expect(entries.flatMap(({ servers }) => servers)).toMatchObject([
    { host: 'post.example.org', port: 465, security: 'tls', role: 'outgoing' },
  ]);
});
