import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import * as tls from 'node:tls';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { doInThread, prepareThread, secureInThread } from '../../../../electron/engine/thread/thread.ts';
import { practiceAuthorities } from '../../../../electron/practice/certificates.ts';
import { heavyChain } from '../../../support/heavy-chain.ts';
import { type Loopback, loopback } from '../../../support/loopback.ts';

const { started } = vi.hoisted(() => ({ started: [] as Worker[] }));
vi.mock('node:worker_threads', async (real) => {
  const threads = await real<typeof import('node:worker_threads')>();
  class Watched extends threads.Worker {
    constructor(code: string, options: WorkerOptions) {
      super(code, options);
      started.push(this);
    }
  }
  return { ...threads, Worker: Watched };
});

const authorities = practiceAuthorities(Date.now());
const believed = { trusted: [authorities.root], publicAuthorities: [authorities.root] };
const good = authorities.issue({ names: ['mail.example.org'] });
const never = new AbortController().signal;
const servers: Loopback[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) await server.close();
});

/** A server that speaks TLS with this chain and then answers every word with itself. */
async function serving({ chain, key }: { chain: string; key: string }): Promise<Loopback> {
  const secureContext = tls.createSecureContext({ cert: chain, key });
  return listening((socket) => {
    const secured = new tls.TLSSocket(socket, { isServer: true, secureContext });
    secured.on('error', () => undefined);
    secured.once('secure', () => secured.pipe(secured));
  });
}
async function listening(onConnection: (socket: Socket) => void): Promise<Loopback> {
  const server = await loopback(onConnection);
  servers.push(server);
  return server;
}
const dialled = ({ port }: Loopback) => connect(port, '127.0.0.1').on('error', () => undefined);
const secure = (server: Loopback, signal = never) =>
  secureInThread(dialled(server), 'mail.example.org', believed, signal);

test('a connection is secured there and used here; each side sees the other close', async () => {
  const server = await serving(good);
  const result = await secure(server);
  if (!result.ok) expect.unreachable(result.kind);
  const { connection, facts } = result;
  expect(facts).toMatchObject({ trusted: true, names: ['mail.example.org'], chainLength: 2 });
  connection.write('EHLO\r\n');
  expect(String(await once(connection, 'data'))).toBe('EHLO\r\n');
  connection.destroy();
  await expect.poll(() => server.open()).toBe(0);
});

test('megabytes pass in both directions, whole and in order, and no more than a little waits on the way', async () => {
  const server = await serving(good);
  const result = await secure(server);
  if (!result.ok) expect.unreachable(result.kind);
  const { connection } = result;
  const sent = Buffer.alloc(3_000_000, 'abcdefghijklmnopqrstuvwxyz0123456789\n');
  const parts: Buffer[] = [];
  connection.on('data', (part: Buffer) => parts.push(part));
  let isWritten = false;
  connection.write(sent, () => {
    isWritten = true;
  });
  await expect.poll(() => parts.reduce((sum, { length }) => sum + length, 0)).toBe(sent.length);
  expect(Buffer.concat(parts).equals(sent)).toBe(true);
  expect(isWritten).toBe(true);
  connection.end();
  await once(connection, 'close');
  await expect.poll(() => server.open()).toBe(0);
});

test('an abort ends it at once, before and after', async () => {
  const server = await listening((socket) => void socket.resume()); // never says a word
  const stop = new AbortController();
  const asked = secure(server, stop.signal);
  await expect.poll(() => server.open()).toBe(1);
  stop.abort();
  expect(await asked).toMatchObject({ ok: false, kind: 'aborted' });
  await expect.poll(() => server.open()).toBe(0);
  expect(await secure(server, stop.signal)).toMatchObject({ ok: false, kind: 'aborted' });
  await expect.poll(() => server.open()).toBe(0);
});

test.each([
  ['resets', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy()), 'reset'],
  ['closes', (socket: Socket) => socket.once('data', () => socket.end()), 'closed'],
  ['speaks plainly', (socket: Socket) => socket.write('220 mail.example.org\r\n'), 'not-tls'],
])('a server that %s is told as that', async (_name, behave, kind) => {
  const server = await listening((socket) => void behave(socket));
  expect(await secure(server)).toMatchObject({ ok: false, kind });
});

describe('a chain that is slow to check', () => {
  test.each([
    ['100 of one name, the worst order', { length: 100, names: 'one', order: 'last first' }],
    ['100 in order', { length: 100, names: 'each its own', order: 'issuer next' }],
    ['11 of one name', { length: 11, names: 'one', order: 'last first' }],
  ] as const)('%s: nothing here waits for it, and the server beside it is heard', async (_name, shape) => {
    const [heavy, other] = [await serving(heavyChain(shape)), await serving(good)];
    await secure(other); // the thread is there
    let last = performance.now();
    let longest = 0;
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const results = await Promise.all([secure(heavy), secure(other), secure(heavy), secure(other)]);
    clearInterval(beat);
    expect(results.map((result) => result.ok && result.facts.trusted)).toEqual([false, true, false, true]);
    expect(results[0]).toMatchObject({
      facts: { problems: ['untrusted-issuer'], chainLength: shape.length },
    });
    expect(longest).toBeLessThan(700); // unbounded and here, the first of them took ten seconds of processor
    for (const result of results) if (result.ok) result.connection.destroy();
  });
});

test('a thread that dies is told as a bug of ours, and the next question goes to a new one', async () => {
  const server = await listening((socket) => void socket.resume());
  const asked = secure(server);
  const dying = started.at(-1);
  await expect.poll(() => server.open()).toBe(1);
  await dying?.terminate();
  await expect(asked).rejects.toThrow('the thread for TLS and pages has ended by itself');
  await expect.poll(() => server.open()).toBe(0);

  const alive = await serving(good);
  expect(await secure(alive)).toMatchObject({ ok: true });
  expect(started.at(-1)).not.toBe(dying);
});

test('a thread that does not come back is given up; what it was asked has an answer', async () => {
  const server = await listening((socket) => void socket.resume());
  prepareThread(believed);
  const worker = started.at(-1);
  vi.spyOn(worker as Worker, 'postMessage').mockImplementation(() => undefined); // hears nothing
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const asked = secure(server);
  vi.advanceTimersByTime(10_000);
  expect(await asked).toMatchObject({ ok: false, kind: 'failed', code: 'too-much-work' });
  vi.useRealTimers();
  expect(await secure(await serving(good))).toMatchObject({ ok: true });
});

test('what throws there is thrown here', async () => {
  const request = { url: 'no address', addresses: [] };
  const ways = {
    ifAborted: { ok: false, kind: 'aborted', code: '' },
    ifSilent: { ok: false, kind: 'failed', code: '' },
  } as const;
  await expect(doInThread('fetch', request, ways, never)).rejects.toThrow('Invalid URL');
});
