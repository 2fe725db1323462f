import { expect, test } from 'vitest';
import { mx } from '../../../../electron/engine/discover/mx.ts';
import type { DnsRecords } from '../../../../electron/engine/system.ts';
import { remarksIn } from '../../../support/english.ts';
import { address, ask } from './ask.ts';

function records(...list: [exchange: string, preference: number][]): DnsRecords {
  return { type: 'MX', records: list.map(([exchange, preference]) => ({ exchange, preference })) };
}

test('the two most preferred hosts may also take submissions and serve mailboxes', async () => {
  const zone = {
    'MX example.org': records(['c.example.org', 30], ['A.example.org.', 10], ['b.example.org', 20]),
  };
  const [entry] = await ask(mx, zone);
  expect(entry?.outcome).toBe('found');
  expect(entry?.servers.map(({ host, role }) => `${role} ${host}`)).toEqual([
    'outgoing a.example.org',
    'incoming a.example.org',
    'outgoing b.example.org',
    'incoming b.example.org',
  ]);
});

test('a null MX (RFC 7505) names no host', async () => {
  const [entry] = await ask(mx, { 'MX example.org': records(['.', 0]) });
  expect(entry).toMatchObject({ outcome: 'nothing', servers: [] });
  expect(remarksIn(entry)).toEqual([expect.stringContaining('receives no mail')]);
});

test('silence is told apart from a domain without MX', async () => {
  expect((await ask(mx, { 'MX example.org': 'no-answer' }))[0]?.outcome).toBe('no-answer');
  expect((await ask(mx, { 'MX example.org': 'no-data' }))[0]?.outcome).toBe('nothing');
});

test('hosts of an operator that is known to take no mail from programs are told and not tried', async () => {
  const [entry] = await ask(mx, {
    'MX example.org': records(['aspmx.l.google.com', 1], ['alt1.aspmx.l.google.com', 5]),
  });
  expect(entry).toMatchObject({ outcome: 'found', servers: [], provider: { name: 'Google Workspace' } });
});

test('a host outside the domain that leads into a private network is shown and not used', async () => {
  const zone = {
    'MX example.org': records(['mx.example.net', 1], ['mx.example.org', 5]),
    'A mx.example.net': address('10.0.0.5'),
    'A mx.example.org': address('10.0.0.6'),
  };
  const [entry] = await ask(mx, zone);
  const withheld = new Map(entry?.servers.map((server) => [server.host, server.withheld]));
  expect([...withheld]).toEqual([
    ['mx.example.net', 'private-address'],
    ['mx.example.org', undefined],
  ]);
});
