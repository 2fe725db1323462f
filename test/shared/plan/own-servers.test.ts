import { expect, test } from 'vitest';
import { rankCandidates } from '../../../shared/discover/rank.ts';
import type { DiscoveryEntry, Source } from '../../../shared/model/check.ts';
import { type PlanState, planProbes, type Tier } from '../../../shared/plan/own-servers.ts';
import { aCheckInput } from '../../support/builders.ts';

function entry(source: Source, host: string, port = 587): DiscoveryEntry {
  return {
    source,
    asked: host,
    outcome: 'found',
    elapsedMs: 1,
    servers: [
      { protocol: 'smtp', host, port, security: port === 465 ? 'tls' : 'starttls', role: 'outgoing' },
      { protocol: 'imap', host, port: 993, security: 'tls', role: 'incoming' },
    ],
  };
}

function state(
  entries: DiscoveryEntry[],
  addresses: Record<string, string[]>,
  change: Partial<PlanState> & { openTier?: Tier } = {},
): PlanState {
  return {
    input: aCheckInput(),
    candidates: rankCandidates(entries),
    addresses: new Map(Object.entries(addresses)),
    openTier: 1,
    notOffered: new Set(),
    begun: new Set(),
    ...change,
  };
}

function outgoing(plan: PlanState): string[] {
  return planProbes(plan)
    .filter((probe) => probe.role === 'outgoing')
    .toSorted((a, b) => a.priority - b.priority)
    .map((probe) => `${probe.host}:${probe.port}/${probe.security}`);
}

test('587, 465 and 25 of the published host come first, then the alternatives', () => {
  const plan = state([entry('srv', 'smtp.example.org')], { 'smtp.example.org': ['192.0.2.1'] });
  expect(outgoing(plan)).toEqual([
    'smtp.example.org:587/starttls',
    'smtp.example.org:465/tls',
    'smtp.example.org:25/starttls',
    'smtp.example.org:2525/starttls',
    'smtp.example.org:26/starttls',
  ]);
});

test('a host still being looked up, or without address, is not probed', () => {
  expect(outgoing(state([entry('srv', 'a.example.org')], {}))).toEqual([]);
  expect(outgoing(state([entry('srv', 'a.example.org')], { 'a.example.org': [] }))).toEqual([]);
});

test('usual names wait a moment for the domain’s MX, whichever DNS answers first: it may be the same computer', () => {
  const entries = [entry('guess', 'smtp.example.org'), entry('mx', 'mx.example.org')];
  const found = { 'smtp.example.org': ['192.0.2.1'] };
  const hosts = (addresses: Record<string, string[]>, change: Partial<PlanState>) => [
    ...new Set(planProbes(state(entries, addresses, { openTier: 2, ...change })).map(({ host }) => host)),
  ];
  expect(hosts(found, { awaited: new Set(['mx.example.org']) })).toEqual([]);
  expect(hosts(found, {}), 'the moment is over').toEqual(['smtp.example.org']);
  const both = { ...found, 'mx.example.org': ['192.0.2.1'] };
  expect(hosts(both, { awaited: new Set(['mx.example.org']) })).toEqual(['mx.example.org']);
});

test('what the domain says it does not offer is not tried on usual ports', () => {
  const entries = [entry('srv', 'a.example.org')];
  const protocols = (notOffered: PlanState['notOffered']) =>
    new Set(
      planProbes(state(entries, { 'a.example.org': ['192.0.2.1'] }, { notOffered })).map((p) => p.protocol),
    );
  expect(protocols(new Set())).toEqual(new Set(['smtp', 'imap', 'pop3']));
  expect(protocols(new Set(['pop3']))).toEqual(new Set(['smtp', 'imap']));
});

test('guessed names wait for their tier, the bare domain for the last one', () => {
  const entries = [
    entry('guess', 'example.org'),
    entry('guess', 'mail.example.org'),
    entry('mx', 'mx.example.org'),
  ];
  const addresses = {
    'example.org': ['192.0.2.80'],
    'mail.example.org': ['192.0.2.1'],
    'mx.example.org': ['192.0.2.2'],
  };
  const hosts = (openTier: Tier): Set<string> =>
    new Set(outgoing(state(entries, addresses, { openTier })).map((text) => text.split(':')[0] ?? ''));
  expect(hosts(1)).toEqual(new Set());
  expect(hosts(2)).toEqual(new Set(['mx.example.org', 'mail.example.org']));
  expect(hosts(3)).toEqual(new Set(['mx.example.org', 'mail.example.org', 'example.org']));
});

test('names of one computer are probed under the best name only', () => {
  const plan = state(
    [entry('guess', 'mail.example.org'), entry('guess', 'smtp.example.org'), entry('mx', 'mx.example.org')],
    { 'mail.example.org': ['192.0.2.1'], 'smtp.example.org': ['192.0.2.1'], 'mx.example.org': ['192.0.2.1'] },
    { openTier: 2 },
  );
  expect(new Set(planProbes(plan).map((probe) => probe.host))).toEqual(new Set(['mx.example.org']));
});

test('a name that leads to some of a better name’s addresses, and nowhere else, is the same computer', () => {
  const names = [entry('mx', 'mx.example.org'), entry('guess', 'mail.example.org')];
  const hosts = (mx: string[], mail: string[]) =>
    new Set(
      planProbes(state(names, { 'mx.example.org': mx, 'mail.example.org': mail }, { openTier: 2 })).map(
        (probe) => probe.host,
      ),
    );
  const both = ['192.0.2.1', '2001:db8::1'];
  expect(hosts(both, ['192.0.2.1'])).toEqual(new Set(['mx.example.org']));
  expect(hosts(['192.0.2.1'], both)).toEqual(new Set(['mx.example.org', 'mail.example.org']));
  expect(hosts(both, ['192.0.2.1', '192.0.2.2'])).toEqual(new Set(['mx.example.org', 'mail.example.org']));
});

test('a published unusual port is tried besides the usual ones', () => {
  const plan = state([entry('srv', 'smtp.example.org', 2587)], { 'smtp.example.org': ['192.0.2.1'] });
  expect(outgoing(plan)[0]).toBe('smtp.example.org:2587/starttls');
  expect(outgoing(plan)).toHaveLength(6);
});

test('a published port that is not for mail is never contacted, its host is', () => {
  for (const port of [22, 6379, 443, 586]) {
    const plan = state([entry('srv', 'smtp.example.org', port)], { 'smtp.example.org': ['192.0.2.1'] });
    expect(outgoing(plan)).toHaveLength(5);
    expect(outgoing(plan).join()).not.toContain(`:${port}/`);
  }
});

test('what the mail program uses today is probed first', () => {
  const input = aCheckInput({ current: { host: 'smtp.example.org', port: 2525, security: 'starttls' } });
  const plan = state([entry('srv', 'smtp.example.org')], { 'smtp.example.org': ['192.0.2.1'] }, { input });
  expect(outgoing(plan)[0]).toBe('smtp.example.org:2525/starttls');
});

test('settings of today that fight the port’s convention wait for the conventional probe', () => {
  const input = aCheckInput({ current: { host: 'smtp.example.org', port: 465, security: 'starttls' } });
  const plan = state([entry('srv', 'smtp.example.org')], { 'smtp.example.org': ['192.0.2.1'] }, { input });
  expect(outgoing(plan)).toContain('smtp.example.org:465/tls');
  expect(outgoing(plan)).not.toContain('smtp.example.org:465/starttls');
});

test('only the ports asked for are tried, besides the one named with the server', () => {
  const input = aCheckInput({ server: 'smtp.example.org', serverPort: 1587, ports: [465] });
  const plan = state(
    [entry('user', 'smtp.example.org', 1587)],
    { 'smtp.example.org': ['192.0.2.1'] },
    { input },
  );
  expect(outgoing(plan)).toEqual(['smtp.example.org:1587/starttls', 'smtp.example.org:465/tls']);
});

test('knowing more never takes a probe back', () => {
  const first = state([entry('srv', 'a.example.org')], { 'a.example.org': ['192.0.2.1'] });
  const later = state([entry('srv', 'a.example.org'), entry('srv', 'b.example.org')], {
    'a.example.org': ['192.0.2.1'],
    'b.example.org': ['192.0.2.2'],
  });
  expect(outgoing(later)).toEqual(expect.arrayContaining(outgoing(first)));
  expect(outgoing(later).length).toBeGreaterThan(outgoing(first).length);
});

test('incoming servers are left alone when nobody asked for them', () => {
  const input = aCheckInput({ incoming: false });
  const plan = state([entry('srv', 'smtp.example.org')], { 'smtp.example.org': ['192.0.2.1'] }, { input });
  expect(planProbes(plan).every((probe) => probe.role === 'outgoing')).toBe(true);
});

test('a usual name that is found later does not have the ports of one computer tried a second time', () => {
  const found = [entry('mx', 'mail.example.org'), entry('guess', 'smtp.example.org')];
  const one = {
    'mail.example.org': ['192.0.2.1', '192.0.2.2'],
    'smtp.example.org': ['192.0.2.2', '192.0.2.1'],
  };
  const begun = new Set(['outgoing smtp.example.org']);
  const hosts = (plan: PlanState) => new Set(outgoing(plan).map((place) => place.split(':')[0]));
  expect(hosts(state(found, one, { openTier: 2 }))).toEqual(new Set(['mail.example.org']));
  expect(hosts(state(found, one, { openTier: 2, begun }))).toEqual(new Set(['smtp.example.org']));
  const some = { ...one, 'mail.example.org': ['192.0.2.1'] };
  expect(hosts(state(found, some, { openTier: 2, begun }))).toEqual(new Set(['smtp.example.org']));
  // Another computer, a name that the provider publishes, and another role are tried all the same.
  const two = { ...one, 'mail.example.org': ['192.0.2.9'] };
  expect(hosts(state(found, two, { openTier: 2, begun }))).toEqual(
    new Set(['mail.example.org', 'smtp.example.org']),
  );
  const published = [entry('srv', 'mail.example.org'), entry('guess', 'smtp.example.org')];
  expect(hosts(state(published, one, { openTier: 2, begun }))).toEqual(new Set(['mail.example.org']));
  expect(hosts(state(found, one, { openTier: 2, begun: new Set(['incoming smtp.example.org']) }))).toEqual(
    new Set(['mail.example.org']),
  );
});
