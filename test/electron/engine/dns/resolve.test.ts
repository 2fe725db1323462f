import { afterEach, describe, expect, test } from 'vitest';
import { resolve } from '../../../../electron/engine/dns/resolve.ts';
import { nodeClock } from '../../../../electron/engine/node-system.ts';
import type { DnsQuestion } from '../../../../electron/engine/system.ts';
import { address, type DnsServer, dnsServer, mx, type Reply, srv, txt } from '../../../support/dns-server.ts';

const servers: DnsServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const never = new AbortController().signal;

async function ask(
  type: DnsQuestion['type'],
  reply: Parameters<typeof dnsServer>[0],
  name = 'mail.example.org',
  signal = never,
) {
  const server = await dnsServer(reply);
  servers.push(server);
  const answer = await resolve({ name, type, resolvers: [server.address] }, nodeClock, signal);
  return { answer, server };
}

const records = (...found: Buffer[]): Reply => ({ records: found });
const none = records();
const noName: Reply = { rcode: 3 };
const failure: Reply = { rcode: 2 };
const silent: Reply = { isSilent: true };

test('both families are asked and told, IPv6 first', async () => {
  const { answer, server } = await ask('addresses', (type) =>
    type === 'A' ? records(address('192.0.2.1'), address('192.0.2.2')) : records(address('2001:db8::10')),
  );
  expect(answer).toMatchObject({
    outcome: 'found',
    found: {
      type: 'addresses',
      addresses: [
        { ipAddress: '2001:db8::10', family: 6 },
        { ipAddress: '192.0.2.1', family: 4 },
        { ipAddress: '192.0.2.2', family: 4 },
      ],
    },
  });
  expect([...server.asked].sort()).toEqual(['A mail.example.org', 'AAAA mail.example.org']);
});

test.each([
  ['nothing', none],
  ['silence', silent],
  ['failure', failure],
])('addresses of one family are enough when the other has %s', async (_what, other) => {
  const { answer } = await ask('addresses', (type) => (type === 'A' ? records(address('192.0.2.1')) : other));
  expect(answer).toMatchObject({ outcome: 'found', found: { addresses: [{ ipAddress: '192.0.2.1' }] } });
  expect(answer.elapsedMs).toBeLessThan(1000);
});

test('who compares over each family waits for a lost answer to be asked for again', async () => {
  let lost = 1;
  const server = await dnsServer((type) => {
    if (type === 'A') return records(address('192.0.2.1'));
    lost -= 1;
    return lost < 0 ? records(address('2001:db8::10')) : silent;
  });
  servers.push(server);
  const question = { name: 'mail.example.org', type: 'addresses', resolvers: [server.address] } as const;
  const answer = await resolve({ ...question, isThorough: true }, nodeClock, new AbortController().signal);
  expect(answer).toMatchObject({
    outcome: 'found',
    found: { addresses: [{ ipAddress: '2001:db8::10' }, { ipAddress: '192.0.2.1' }] },
  });
});

test.each([
  ['a name that does not exist', noName, noName, 'no-name'],
  ['a name without addresses', none, none, 'no-data'],
  ['a name without A, whose AAAA may be there and fails', none, failure, 'no-answer'],
  ['a name without AAAA, whose A may be there and fails', failure, none, 'no-answer'],
  ['a server that fails', failure, failure, 'no-answer'],
  ['a server that refuses', { rcode: 5 }, { rcode: 5 }, 'no-answer'],
])('%s', async (_what, four, six, outcome) => {
  const { answer } = await ask('addresses', (type) => (type === 'A' ? four : six));
  expect(answer.outcome).toBe(outcome);
});

test('three answers in a row may be lost', async () => {
  let lost = 3;
  const { answer, server } = await ask('SRV', () => {
    lost -= 1;
    return lost < 0 ? records(srv(0, 1, 587, 'mail.example.org')) : silent;
  });
  expect(answer.outcome).toBe('found');
  expect(server.asked).toHaveLength(4);
});

test('a distant server’s answer counts although the question was put anew meanwhile', async () => {
  let questions = 0;
  const { answer, server } = await ask('SRV', async () => {
    questions += 1;
    const question = questions;
    await new Promise((pass) => setTimeout(pass, 1500));
    return question === 1 ? records(srv(0, 1, 587, 'mail.example.org')) : silent;
  });
  expect(answer.outcome).toBe('found');
  expect(server.asked.length).toBeGreaterThan(1);
});

test('silence is no answer, within the limit', async () => {
  const { answer } = await ask('addresses', () => silent);
  expect(answer).toMatchObject({ outcome: 'no-answer' });
  expect(answer.elapsedMs).toBeLessThan(5500);
});

test('an abort ends it at once', async () => {
  const stop = new AbortController();
  const { answer } = await ask(
    'addresses',
    () => {
      stop.abort();
      return silent;
    },
    'mail.example.org',
    stop.signal,
  );
  expect(answer).toMatchObject({ outcome: 'cancelled' });
  expect(answer.elapsedMs).toBeLessThan(1000);
});

describe('MX', () => {
  test('exchanges come with their preference', async () => {
    const { answer } = await ask('MX', () => records(mx(20, 'b.example'), mx(10, 'a.example')));
    expect(answer).toMatchObject({
      outcome: 'found',
      found: {
        type: 'MX',
        records: expect.arrayContaining([
          { exchange: 'a.example', preference: 10 },
          { exchange: 'b.example', preference: 20 },
        ]),
      },
    });
  });

  test('a null MX (RFC 7505) is told as it is, so that it is not taken for a domain without MX', async () => {
    expect((await ask('MX', () => records(mx(0, '.')))).answer).toMatchObject({
      outcome: 'found',
      found: { type: 'MX', records: [{ exchange: '.', preference: 0 }] },
    });
  });

  test('a null MX beside others is against RFC 7505 and says nothing', async () => {
    const { answer } = await ask('MX', () => records(mx(0, '.'), mx(10, 'a.example')));
    expect(answer).toMatchObject({ found: { records: [{ exchange: 'a.example', preference: 10 }] } });
  });
});

test('SRV records come as they are, also the target "." that says "not offered"', async () => {
  const { answer } = await ask('SRV', () => records(srv(1, 2, 587, 'mail.example'), srv(0, 0, 0, '.')));
  expect(answer).toMatchObject({
    outcome: 'found',
    found: {
      type: 'SRV',
      records: expect.arrayContaining([
        { target: 'mail.example', port: 587, priority: 1, weight: 2 },
        { target: '.', port: 0, priority: 0, weight: 0 },
      ]),
    },
  });
});

test.each(['127.0.0.1', '::1', '2001:db8::1'])('%s is its own answer and asks nobody', async (ipAddress) => {
  const { answer, server } = await ask('addresses', () => noName, ipAddress);
  expect(answer).toMatchObject({ outcome: 'found', found: { addresses: [{ ipAddress }] } });
  expect(server.asked).toEqual([]);
});

test('localhost is found as the system knows it', async () => {
  const answer = await resolve({ name: 'localhost', type: 'addresses', resolvers: [] }, nodeClock, never);
  expect(answer).toMatchObject({ outcome: 'found' });
});

test.each(['', '..', 'a..b', `${'x'.repeat(64)}.example`, 'a b', `${'label.'.repeat(60)}example`, 'x\0y'])(
  'the name %j is not found and nothing throws',
  async (name) => {
    const { answer } = await ask('addresses', () => noName, name);
    expect(answer.outcome).not.toBe('found');
    const here = await resolve({ name, type: 'addresses', resolvers: [] }, nodeClock, never);
    expect(here.outcome).not.toBe('found');
  },
);

test('a resolver that is no address is no answer', async () => {
  const resolvers = [{ host: 'not-an-address', port: 53 }];
  const answer = await resolve({ name: 'mail.example.org', type: 'MX', resolvers }, nodeClock, never);
  expect(answer).toMatchObject({ outcome: 'no-answer' });
});

test('texts are put together from their pieces, each record for itself', async () => {
  const { answer, server } = await ask('TXT', () => records(txt('v=spf1 ', 'mx -all'), txt('other')));
  expect(answer).toMatchObject({
    outcome: 'found',
    found: { type: 'TXT', texts: ['v=spf1 mx -all', 'other'] },
  });
  expect(server.asked).toEqual(['TXT mail.example.org']);
});
