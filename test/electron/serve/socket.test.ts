import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createChecks } from '../../../electron/backend/checks.ts';
import { createHandlers } from '../../../electron/backend/handlers.ts';
import { historyOn } from '../../../electron/backend/history.ts';
import type { System } from '../../../electron/engine/system.ts';
import { type ServeOptions, type Serving, serve } from '../../../electron/serve/serve.ts';
import { protocolsWith } from '../../../shared/contract/browser-window.ts';
import { maxMessageBytes } from '../../../shared/contract/channel.ts';
import type { CheckEvent } from '../../../shared/model/check.ts';
import { ok } from '../../../shared/model/problem.ts';
import { aReport, aServer } from '../../support/builders.ts';
import { fakeHandlers } from '../../support/contract-link.ts';
import { noActs } from '../../support/no-acts.ts';
import { aWorkstation } from '../../support/thunderbird-home.ts';
import { connect, openAddress, type Socket } from '../../support/web-client.ts';

let rendererDir = '';
const servings: Serving[] = [];

beforeAll(async () => {
  rendererDir = await mkdtemp(join(tmpdir(), 'postway-socket-'));
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html>');
});
afterAll(() => rm(rendererDir, { recursive: true }));
afterEach(async () => {
  for (const serving of servings.splice(0)) await serving.close();
});

async function started(change: Partial<ServeOptions> = {}) {
  const result = await serve({
    handlers: fakeHandlers({ 'practice.list': async () => ok({ scenarios: [] }) }),
    rendererDir,
    signal: new AbortController().signal,
    reportBug: () => {},
    ...change,
  });
  if (!result.ok) throw new Error(result.reason);
  servings.push(result);
  const { cookie, key } = await openAddress(result.url);
  const opened = async (): Promise<Socket> => {
    const socket = await connect(result.port, { headers: { Cookie: cookie }, key });
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    return socket;
  };
  /** Headers of the window's own WebSocket. */
  const own = [
    `Host: 127.0.0.1:${result.port}`,
    `Origin: http://127.0.0.1:${result.port}`,
    `Cookie: ${cookie}`,
    `Sec-WebSocket-Protocol: ${protocolsWith(key).join(', ')}`,
  ];
  return { ...result, cookie, key, own, opened };
}

const call = (id: number, name: string, argument: unknown = {}) => ({ kind: 'call', id, name, argument });

test('the window speaks the contract, one JSON message a frame', async () => {
  const { opened } = await started();
  const window = await opened();
  window.send(call(1, 'practice.list'));
  expect(await window.next()).toEqual({ kind: 'reply', id: 1, value: { scenarios: [] } });
  expect(window.socket.protocol).toBe('postway'); // the key is not said back
  expect(window.socket.extensions).toBe(''); // nothing is unpacked that could become large
});

test.each([
  ['without a cookie', { Cookie: '' }, '/socket'],
  ['with a made-up cookie', { Cookie: 'postway-PORT=x' }, '/socket'],
  ['from another page', { Origin: 'http://evil.example' }, '/socket'],
  ['from another server on this computer', { Origin: 'http://127.0.0.1:1' }, '/socket'],
  ['from a sandboxed page', { Origin: 'null' }, '/socket'],
  ['under another name', { Host: 'evil.example:PORT', Origin: 'http://evil.example:PORT' }, '/socket'],
  ['at another path', {}, '/socket2'],
])('a WebSocket %s is refused', async (_name, headers, path) => {
  const { port, cookie, key } = await started();
  const sent = Object.fromEntries(
    Object.entries({ Cookie: cookie, ...headers }).map(([key, value]) => [
      key,
      value.replace('PORT', String(port)),
    ]),
  );
  expect(await connect(port, { headers: sent, key, path })).toBe(403);
});

test.each([
  ['no key', () => undefined],
  ['an empty key', () => ''],
  ['a made-up key', () => 'A'.repeat(43)],
  ['the cookie as key', ({ cookie }) => cookie.replace(/^.*=/, '')],
  ['the address as key', ({ url }) => url.replace(/^.*\//, '')],
  ['a key that is too long', ({ key }) => `${key}A`],
  ['the key of another server', ({ other }) => other],
] as [string, (secrets: Record<'cookie' | 'url' | 'key' | 'other', string>) => string | undefined][])(
  'the cookie opens nothing by itself: a WebSocket with it and with %s is refused',
  async (_name, keyOf) => {
    const { port, cookie, key, url } = await started();
    const { key: other } = await started();
    const headers = { Cookie: cookie };
    expect(await connect(port, { headers, key: keyOf({ cookie, key, url, other }) })).toBe(403);
  },
);

test('a WebSocket without any Origin is refused', async () => {
  const { port, own } = await started();
  const answer = await rawUpgrade(
    port,
    own.filter((header) => !header.startsWith('Origin')),
  );
  expect(answer.first).toMatch(/^HTTP\/1\.1 403 /);
  await answer.closed;
});

test.each([
  ['text that is not JSON', '{"kind":'],
  ['JSON that is no message', '[1,2,3]'],
])('%s is answered with a Problem, and the window goes on', async (_name, message) => {
  const { opened } = await started();
  const window = await opened();
  window.send(message);
  expect(await window.next()).toMatchObject({ kind: 'reply', id: 0, problem: { code: 'bad-input' } });
  window.send(call(2, 'practice.list'));
  expect(await window.next()).toMatchObject({ id: 2, value: { scenarios: [] } });
});

test('a binary frame is answered with a Problem', async () => {
  const { opened } = await started();
  const window = await opened();
  window.socket.send(Buffer.from(JSON.stringify(call(1, 'practice.list'))));
  expect(await window.next()).toMatchObject({ kind: 'reply', id: 0, problem: { code: 'bad-input' } });
});

test('a message over one megabyte ends that connection alone', async () => {
  const { opened } = await started();
  const [large, other] = [await opened(), await opened()];
  large.send(call(1, 'x'.repeat(maxMessageBytes)));
  expect(await large.closed).toBe(1009);
  other.send(call(1, 'practice.list'));
  expect(await other.next()).toMatchObject({ id: 1 });
});

test('the seventeenth window is turned away; when one has left there is room again', async () => {
  const { opened, port, cookie, key } = await started();
  const windows = await Promise.all(Array.from({ length: 16 }, opened));
  expect(await connect(port, { headers: { Cookie: cookie }, key })).toBe(503);
  windows[0]?.socket.close();
  await windows[0]?.closed;
  await expect
    .poll(() => connect(port, { headers: { Cookie: cookie }, key }), { timeout: 10_000 })
    .not.toBe(503);
});

test('two windows watch one check, a reload resumes it from the first event on, and closing both cancels nothing', async () => {
  const first: CheckEvent = { type: 'usable', server: aServer(), atMs: 1 };
  const second: CheckEvent = { type: 'usable', server: aServer(), atMs: 2 };
  let say: (event: CheckEvent) => void = () => {};
  let finish = () => {};
  let signal: AbortSignal | undefined;
  const checks = createChecks({
    version: '1.2.3',
    systemFor: async () => ({ system: {} as System, close: async () => {} }),
    check: (_input, { onEvent }, aborted) => {
      say = (event) => onEvent?.(event);
      signal = aborted;
      return new Promise((resolve) => {
        finish = () => resolve(aReport());
      });
    },
    newId: () => 'c1',
    reportBug: () => {},
  });
  const describe = { version: '1.2.3', platform: 'linux', isDesktop: false, practice: null };
  const { opened } = await started({
    handlers: createHandlers({
      checks,
      acts: noActs,
      describe,
      practiceScenarios: () => [],
      workstation: aWorkstation('/nowhere'),
      history: historyOn(aWorkstation('/nowhere')),
    }),
  });

  const [one, two] = [await opened(), await opened()];
  one.send(call(1, 'check.start', { subject: 'you@example.org' }));
  expect(await one.next()).toEqual({ kind: 'reply', id: 1, value: { checkId: 'c1' } });
  for (const window of [one, two]) window.send(call(2, 'check.watch', { checkId: 'c1' }));
  await expect.poll(() => signal, { timeout: 10_000 }).toBeDefined();
  say(first);
  for (const window of [one, two]) {
    expect(await window.next()).toEqual({ kind: 'event', id: 2, event: first });
    window.socket.close();
    await window.closed;
  }
  say(second);
  expect(signal?.aborted).toBe(false);

  const reloaded = await opened();
  reloaded.send(call(1, 'check.watch', { checkId: 'c1' }));
  expect(await reloaded.next()).toEqual({ kind: 'event', id: 1, event: first });
  expect(await reloaded.next()).toEqual({ kind: 'event', id: 1, event: second });
  finish();
  expect(await reloaded.next()).toMatchObject({
    kind: 'reply',
    id: 1,
    value: { schema: 'postway-report/2' },
  });
});

test('a window that does not read is cut off before what it is told fills the memory', async () => {
  const remarks = Array<string>(20).fill('x'.repeat(400));
  const event: CheckEvent = {
    type: 'discovered',
    entry: { source: 'srv', asked: 'a', outcome: 'nothing', elapsedMs: 0, servers: [], remarks },
  };
  let told = 0;
  let signal: AbortSignal | undefined;
  const { opened } = await started({
    handlers: fakeHandlers({
      'check.watch': async (_argument, emit, ends) => {
        signal = ends;
        // 100 MB at most, and the sockets' own buffers hold ten.
        for (; told < 12_500 && !ends.aborted; told += 1) {
          emit(event);
          if (told % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        return new Promise(() => {});
      },
    }),
  });
  const window = await opened();
  window.socket.pause();
  window.send(call(1, 'check.watch', { checkId: 'c1' }));
  await expect.poll(() => signal?.aborted, { timeout: 20_000 }).toBe(true);
  expect(told).toBeLessThan(12_500);
});

test('what a window asked for is stopped when it goes, also when it goes without a word', async () => {
  let signal: AbortSignal | undefined;
  const { opened } = await started({
    handlers: fakeHandlers({
      'practice.list': (_argument, ends) => {
        signal = ends;
        return new Promise(() => {});
      },
    }),
  });
  const window = await opened();
  window.send(call(1, 'practice.list'));
  await expect.poll(() => signal, { timeout: 10_000 }).toBeDefined();
  window.socket.terminate();
  await expect.poll(() => signal?.aborted, { timeout: 10_000 }).toBe(true);
});

test('an open window keeps the server; once it has gone for a while the server ends', async () => {
  const { opened, closed } = await started({ idleMs: 40, pingMs: 25 });
  const window = await opened();
  const ended = closed.then(() => 'ended');
  // Eight pings outlast the idle time many times over.
  for (let count = 0; count < 8; count += 1) {
    const pinged = new Promise((resolve) => window.socket.once('ping', () => resolve('pinged')));
    expect(await Promise.race([pinged, ended])).toBe('pinged');
  }
  window.socket.terminate();
  await closed;
});

test('a window that no longer answers pings is dropped', async () => {
  const { port, own, opened } = await started({ pingMs: 40 });
  const alive = await opened();
  const dead = await rawUpgrade(port, own);
  expect(dead.first).toMatch(/^HTTP\/1\.1 101 /);
  await dead.closed;
  expect(alive.socket.readyState).toBe(alive.socket.OPEN);
});

test('closing says goodbye to windows, and does not wait for those that do not answer', async () => {
  const { port, own, opened, close } = await started();
  const window = await opened();
  const deaf = await rawUpgrade(port, own);
  await close();
  expect(await window.closed).toBe(1001);
  await deaf.closed;
});

/** A WebSocket client that says its first words and then nothing more. */
function rawUpgrade(
  port: number,
  headers: readonly string[],
): Promise<{ first: string; closed: Promise<void> }> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host: '127.0.0.1', port });
    socket.on('error', reject);
    const closed = new Promise<void>((ended) => socket.on('close', () => ended()));
    socket.once('data', (data) => resolve({ first: String(data), closed }));
    socket.on('data', () => undefined);
    socket.write(
      `GET /socket HTTP/1.1\r\n${headers.join('\r\n')}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
  });
}
