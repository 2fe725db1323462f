import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { check } from '../../../../electron/engine/check.ts';
import { resolve } from '../../../../electron/engine/dns/resolve.ts';
import { limits } from '../../../../electron/engine/limits.ts';
import { nodeClock } from '../../../../electron/engine/node-system.ts';
import type { DnsQuestion } from '../../../../electron/engine/system.ts';
import { reportIn } from '../../../../shared/diagnose/worded.ts';
import { parseReport, renderReport } from '../../../../shared/model/report.ts';
import { aCheckInput } from '../../../support/builders.ts';
import {
  address,
  type DnsServer,
  dnsServer,
  mx,
  type RecordType,
  type Reply,
  srv,
  txt,
} from '../../../support/dns-server.ts';
import { english } from '../../../support/english.ts';
import { expectHarmless } from '../../../support/harmless.ts';
import { loopbackSystem } from '../../../support/loopback-system.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A socket that answers a question with whatever bytes. */
async function rawServer(reply: (query: Buffer) => Buffer | null) {
  const socket: Socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const bytes = reply(query);
    if (bytes) socket.send(bytes, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  closing.push(async () => {
    socket.close();
    await once(socket, 'close');
  });
  return { host: '127.0.0.1', port: socket.address().port };
}

async function ask(resolver: { host: string; port: number }, type: DnsQuestion['type'] = 'addresses') {
  const question = { name: 'mail.example.org', type, resolvers: [resolver] };
  return resolve(question, nodeClock, new AbortController().signal);
}

/** An answer to the query that claims `count` records and carries `rest`. */
function answering(query: Buffer, count: number, rest: Buffer): Buffer {
  const bytes = Buffer.concat([query, rest]);
  bytes.writeUInt16BE(0x8180, 2);
  bytes.writeUInt16BE(count, 6);
  bytes.writeUInt16BE(0, 10);
  return bytes;
}
const changed = (query: Buffer, change: (bytes: Buffer) => void): Buffer => {
  const bytes = answering(query, 0, Buffer.alloc(0));
  change(bytes);
  return bytes;
};

describe('an answer that is none is no answer, within the limit', () => {
  test.concurrent.each<[string, (query: Buffer) => Buffer | null]>([
    ['F6 noise', () => Buffer.alloc(300, 0xa5)],
    ['F6 a packet without content', () => Buffer.alloc(0)],
    ['F6 half a header', (query) => query.subarray(0, 7)],
    ['F6 text of a web server', () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    [
      'F9 an answer to another question',
      (query) => changed(query, (bytes) => bytes.writeUInt16BE(bytes.readUInt16BE(0) ^ 1, 0)),
    ],
    [
      'F9 an answer about another name',
      (query) => changed(query, (bytes) => bytes.write('evil', 13, 'latin1')),
    ],
    [
      'F7 an error that nobody has defined',
      (query) => changed(query, (bytes) => bytes.writeUInt16BE(0x818f, 2)),
    ],
    [
      'F5 sixty thousand records promised and none sent',
      (query) => answering(query, 60_000, Buffer.alloc(0)),
    ],
    [
      'F5 a name that points at itself',
      (query) => answering(query, 1, Buffer.of(0xc0, query.length, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 1, 2, 3, 4)),
    ],
    [
      'F5 a record longer than the packet',
      (query) => answering(query, 1, Buffer.of(0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0xff, 0xff, 1, 2)),
    ],
  ])('%s', async (_what, reply) => {
    const answer = await ask(await rawServer(reply));
    expect(['no-answer', 'no-data']).toContain(answer.outcome);
    expect(answer.elapsedMs).toBeLessThan(limits.dnsMs + 500);
  });
});

test('F2 a resolver that refuses is no answer', async () => {
  const gone = await rawServer(() => null);
  await Promise.all(closing.splice(0).map((close) => close()));
  const answer = await ask(gone);
  expect(answer).toMatchObject({ outcome: 'no-answer' });
  expect(answer.elapsedMs).toBeLessThan(limits.dnsMs + 500);
});

describe('F5 thousands of records, over TCP', () => {
  const many = (count: number, record: (n: number) => Buffer) =>
    Array.from({ length: count }, (_, n) => record(n));
  const answers = new Map<RecordType, Reply>();
  const reply = (type: RecordType): Reply => {
    const known = answers.get(type) ?? made(type);
    answers.set(type, known);
    return known;
  };
  const made = (type: RecordType): Reply => {
    if (type === 'MX') return { records: many(1_900, (n) => mx(1_899 - n, `mx${n}.example.org`)) };
    if (type === 'SRV') return { records: many(1_500, (n) => srv(1_499 - n, 0, 587, `s${n}.example.org`)) };
    if (type === 'TXT') return { records: many(230, () => txt('x'.repeat(250))) };
    const ip = (n: number) => (type === 'A' ? `127.1.${n >> 8}.${n & 255}` : `2001:db8::${n.toString(16)}`);
    return { records: many(type === 'A' ? 4_000 : 2_200, (n) => address(ip(n))) };
  };
  const served = async (): Promise<DnsServer> => {
    const server = await dnsServer(reply);
    closing.push(() => server.close());
    return server;
  };

  test.each(['addresses', 'MX', 'SRV', 'TXT'] as const)('of %s the first few are kept', async (type) => {
    const { address: resolver } = await served();
    const answer = await ask(resolver, type);
    if (answer.outcome !== 'found') return expect(answer).toMatchObject({ outcome: 'found' });
    const { found } = answer;
    const kept = 'addresses' in found ? found.addresses : 'texts' in found ? found.texts : found.records;
    expect(kept).toHaveLength(type === 'addresses' ? 2 * limits.dnsRecords : limits.dnsRecords);
    if (found.type === 'MX')
      expect(found.records[0]).toEqual({ exchange: 'mx1899.example.org', preference: 0 });
    if (found.type === 'SRV')
      expect(found.records[0]).toMatchObject({ target: 's1499.example.org', priority: 0 });
    expect(answer.elapsedMs).toBeLessThan(limits.dnsMs);
  });

  test('a check contacts a few of them, and its report stays small', async () => {
    const server = await served();
    const loopback = loopbackSystem(new Map());
    const dialled = new Set<string>();
    const system: typeof loopback = {
      ...loopback,
      resolve: (question, signal) => resolve({ ...question, resolvers: [server.address] }, nodeClock, signal),
      dial: async ({ ipAddress }) => {
        dialled.add(ipAddress);
        return { ok: false, errno: 'ECONNREFUSED' };
      },
    };
    const input = aCheckInput({ references: false, incoming: false, ports: [587] });
    const report = reportIn(
      await check(input, { system, version: '0.0.0' }, new AbortController().signal),
      english,
    );
    expect(dialled.size).toBeGreaterThan(0);
    expect(dialled.size).toBeLessThanOrEqual(4 * limits.addressesPerHost);
    expect(new Set(server.asked).size).toBeLessThan(80);
    expect(renderReport(report).length).toBeLessThan(300_000);
    expect(parseReport(renderReport(report)).ok).toBe(true);
  });
});

describe('names that DNS gives back', () => {
  const hostile = ['\u001b[2J', '<img src=x>', '-oProxyCommand', 'a b', '$(id)', 'x\n25', '%s%n'];
  async function served(): Promise<DnsServer> {
    const names = hostile.map((label) => `${label}.example.org`);
    const server = await dnsServer((type) => {
      if (type === 'MX') return { records: names.map((name) => mx(10, name)) };
      if (type === 'SRV') return { records: names.map((name) => srv(0, 0, 587, name)) };
      return {
        records: Array.from({ length: 40 }, () => address(type === 'A' ? '127.0.0.1' : '2001:db8::1')),
      };
    });
    closing.push(() => server.close());
    return server;
  }

  test('T11 no hostile one is shown as it is or connected to, and the report can be opened again', async () => {
    const server = await served();
    const loopback = loopbackSystem(new Map());
    const asked: string[] = [];
    const system: typeof loopback = {
      ...loopback,
      resolve: (question, signal) => {
        if (question.type === 'addresses') {
          asked.push(question.name);
          return loopback.resolve(question, signal);
        }
        return resolve({ ...question, resolvers: [server.address] }, nodeClock, signal);
      },
    };
    const input = aCheckInput({ references: false });
    const report = reportIn(
      await check(input, { system, version: '0.0.0' }, new AbortController().signal),
      english,
    );
    expect(asked.filter((name) => !/^[a-z0-9.-]+$/i.test(name) || name.startsWith('-'))).toEqual([]);
    for (const one of [...report.observations, ...report.discovery, ...report.findings]) expectHarmless(one);
    expect(parseReport(renderReport(report)).ok).toBe(true);
  });
});
