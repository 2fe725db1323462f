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
import { address, type DnsServer, dnsServer, mx, srv } from '../../../support/dns-server.ts';
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
