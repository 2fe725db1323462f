import { expect, test } from 'vitest';
import { srv } from '../../../../electron/engine/discover/srv.ts';
import type { DnsRecords } from '../../../../electron/engine/system.ts';
import { ask } from './ask.ts';

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
  expect(entries.map((entry) => [entry.asked.split('.')[0], entry.outcome, entry.servers])).toEqual([
    [
      '_submissions',
      'found',
      [{ protocol: 'smtp', host: 'smtp.example.org', port: 465, security: 'tls', role: 'outgoing' }],
    ],
    [
      '_submission',
      'found',
      [{ protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls', role: 'outgoing' }],
    ],
    [
      '_imaps',
      'found',
      [{ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', role: 'incoming' }],
    ],
    ['_imap', 'nothing', []],
    ['_pop3s', 'nothing', []],
    ['_pop3', 'nothing', []],
  ]);
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

test('a target of "." says that the service is not offered', async () => {
  const entries = await ask(
    srv,
    { 'SRV _submission._tcp.example.org': records(['.', 0, 0, 0]) },
    { incoming: false },
  );
  expect(entries.map((entry) => entry.outcome)).toEqual(['nothing', 'nothing']);
  expect(entries.flatMap((entry) => entry.servers)).toEqual([]);
});

test('incoming services are not asked when nobody wants them, and nothing when the server is known', async () => {
  expect(await ask(srv, {}, { incoming: false })).toHaveLength(2);
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
    return entries.map(({ isAuthenticated }) => isAuthenticated);
  };
  expect(await targets('smtp.example.org')).toEqual([undefined, true]);
  expect(await targets('smtp.example.org', 'smtp.example.net')).toEqual([undefined, false]);
});
