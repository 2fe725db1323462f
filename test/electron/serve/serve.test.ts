import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect as connectTcp, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ServeOptions, type Serving, serve } from '../../../electron/serve/serve.ts';
import { fakeHandlers } from '../../support/contract-link.ts';
import { nothingMoreThan, underWay, until } from '../../support/handles.ts';
import { ask, connect, openAddress } from '../../support/web-client.ts';

let rendererDir = '';
const servings: Serving[] = [];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'postway-serve-'));
  rendererDir = join(folder, 'renderer');
  await mkdir(join(rendererDir, 'assets'), { recursive: true });
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><title>window</title>');
  await writeFile(join(rendererDir, 'assets', 'index-AbCd1234.js'), 'let a;');
  await writeFile(join(rendererDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(rendererDir, 'unknown.kind'), 'x');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await symlink(join(folder, 'secret.txt'), join(rendererDir, 'link.txt'));
});
afterAll(() => rm(join(rendererDir, '..'), { recursive: true }));
afterEach(async () => {
  for (const serving of servings.splice(0)) await serving.close();
});

async function started(change: Partial<ServeOptions> = {}) {
  const bugs: unknown[] = [];
  const result = await serve({
    handlers: fakeHandlers(),
    rendererDir,
    signal: new AbortController().signal,
    reportBug: (bug) => bugs.push(bug),
    ...change,
  });
  if (!result.ok) throw new Error(result.reason);
  servings.push(result);
  const opening = new URL(result.url).pathname;
  /** Opens the address as a browser does and gives back its cookie. */
  const letIn = async () => (await openAddress(result.url)).cookie;
  return { ...result, opening, letIn, bugs };
}

test('the address lets one browser in: a page that leads to a clean address, and a cookie that scripts and other sites never get', async () => {
  const { url, port, opening } = await started();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\/[\w-]{43}$/);
  const answer = await ask(port, opening);
  expect(answer.status).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.body).toContain("location.replace('/')");
  expect(String(answer.headers['set-cookie'])).toMatch(
    new RegExp(`^postway-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
  );
});

test('with the cookie the window loads, under the headers that keep it to itself', async () => {
  const { port, letIn } = await started();
  const answer = await ask(port, '/', { headers: { Cookie: `other=1; ${await letIn()}` } });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('<title>window</title>');
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self' ws://127.0.0.1:${port}; frame-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  });
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('every file of the window is served with its type, and named by localhost as well', async () => {
  const { port, letIn } = await started();
  const headers = { Cookie: await letIn(), Host: `localhost:${port}` };
  const script = await ask(port, '/assets/index-AbCd1234.js?x', { headers });
  expect([script.status, script.headers['content-type'], script.headers['cache-control']]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'private, max-age=31536000, immutable',
  ]);
  const icon = await ask(port, '/icon.svg', { method: 'HEAD', headers });
  expect([icon.status, icon.headers['content-type'], icon.body]).toEqual([200, 'image/svg+xml', '']);
  expect((await ask(port, '/', { headers })).headers['content-security-policy']).toContain(
    `ws://localhost:${port};`,
  );
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..\\secret.txt',
  '//etc/passwd',
  '/link.txt',
  '/unknown.kind',
  '/assets',
  '/assets/',
  '/constructor',
  'http://127.0.0.1/etc/passwd',
])('%s is not there', async (path) => {
  const { port, letIn } = await started();
  const answer = await ask(port, path, { headers: { Cookie: await letIn() } });
  expect(answer.status).toBe(404);
  expect(answer.body).not.toContain('outside');
});

test('a used address tells a second browser plainly how to get a new one; the first one just goes on', async () => {
  const { url, port, opening } = await started();
  const { cookie, key } = await openAddress(url);
  const second = await ask(port, opening);
  expect(second.status).toBe(403);
  expect(second.headers['set-cookie']).toBeUndefined();
  expect(second.body).toContain('This address has already been used');
  expect(second.body).toContain('start it again');

  const first = await ask(port, opening, { headers: { Cookie: cookie } });
  expect(first.status).toBe(200);
  expect(first.headers['set-cookie']).toBeUndefined();
  expect(first.body).toContain(key);
});

test('looking at the link with HEAD does not use it up', async () => {
  const { port, opening } = await started();
  expect((await ask(port, opening, { method: 'HEAD' })).status).toBe(405);
  expect((await ask(port, opening)).status).toBe(200);
});

test('address, cookie and key are made anew each time, and none can be told from the others', async () => {
  const [one, other] = [await started(), await started()];
  const lets = [await openAddress(one.url), await openAddress(other.url)];
  const secrets = lets.flatMap(({ cookie, key }) => [cookie.replace(/^.*=/, ''), key]);
  const tokens = [one.opening, other.opening].map((path) => path.replace(/^.*\//, ''));
  expect(new Set([...secrets, ...tokens]).size).toBe(6);
});

test('a wrong token costs time, and too many at once are turned away', async () => {
  const { port, opening } = await started();
  const startedMs = performance.now();
  const guesses = Array.from({ length: 20 }, (_, n) => ask(port, `/open/${'A'.repeat(42)}${n % 10}`));
  const answers = await Promise.all(guesses);
  expect(performance.now() - startedMs).toBeGreaterThan(950);
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(8).fill(403), ...Array(12).fill(429)]);
  expect((await ask(port, `/open/${'A'.repeat(43)}`)).status).toBe(403); // whoever has waited makes room
  expect((await ask(port, opening)).status).toBe(200);
});

test.each([
  ['no cookie', {}],
  ['an empty one', { Cookie: '' }],
  ['a made-up one', { Cookie: 'postway-PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
])('%s: nothing but a page that says how to get in', async (_name, headers: Record<string, string>) => {
  const { port } = await started();
  const sent = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]),
  );
  for (const path of ['/', '/assets/index-AbCd1234.js']) {
    const answer = await ask(port, path, { headers: sent });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('Postway is not open in this browser');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  }
});

test('with the cookie alone there are only files that anybody may know, and words for a tab without the key', async () => {
  const { url, port } = await started();
  const { cookie, key } = await openAddress(url);
  for (const path of ['/', '/no-key', '/open', '/socket', '/assets/index-AbCd1234.js']) {
    const { body, headers } = await ask(port, path, { headers: { Cookie: cookie } });
    expect(`${body}${JSON.stringify(headers)}`).not.toContain(key);
  }
  const { status, body } = await ask(port, '/no-key', { headers: { Cookie: cookie } });
  expect([status, body]).toEqual([200, expect.stringContaining('This tab is not connected to Postway')]);
  expect((await ask(port, '/no-key')).status).toBe(403);
  const guess = `/open/${'A'.repeat(43)}`;
  expect((await ask(port, guess, { headers: { Cookie: cookie } })).status).toBe(403);
});

test('the opening page runs its own script and nothing else', async () => {
  const { port, opening } = await started();
  const { headers, body } = await ask(port, opening);
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none';.* script-src 'sha256-[^']+'; require-trusted-types-for 'script'; trusted-types 'none'$/,
  );
  expect(body.match(/<script/g)).toHaveLength(1);
});

describe('a hundred strangers', () => {
  const strangers: Socket[] = [];
  afterEach(() => {
    for (const stranger of strangers.splice(0)) stranger.destroy();
  });
  const arrive = async (port: number, says: string) => {
    const stranger = connectTcp({ host: '127.0.0.1', port });
    strangers.push(stranger);
    stranger.on('error', () => undefined);
    await new Promise((resolve) => stranger.once('connect', resolve));
    stranger.write(says);
    return stranger;
  };

  test.each([
    ['silent', '', ''],
    ['dripping', 'GET / HTTP/1.1\r\nX: ', 'x'],
    ['asking and never reading', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', ''],
  ])('%s, do not keep the owner out', async (_name, first, drop) => {
    const { url, port } = await started();
    for (let count = 0; count < 150; count += 1) await arrive(port, first);
    const drip = setInterval(() => {
      for (const stranger of strangers) if (!stranger.destroyed) stranger.write(drop);
    }, 20);
    const startedMs = performance.now();
    const { cookie, key } = await openAddress(url);
    expect((await ask(port, '/', { headers: { Cookie: cookie } })).status).toBe(200);
    const window = await connect(port, { headers: { Cookie: cookie }, key });
    if (typeof window === 'number') expect.unreachable(`refused with ${window}`);
    expect(performance.now() - startedMs).toBeLessThan(2000);

    // Nor do they push a window out that is open.
    for (let count = 0; count < 150; count += 1) await arrive(port, first);
    window.send({ kind: 'call', id: 1, name: 'practice.list', argument: {} });
    expect(await window.next()).toMatchObject({ id: 1 });
    clearInterval(drip);
  });

  test('with a stolen cookie, asking again and again, do not either', async () => {
    const { url, port } = await started();
    const { cookie, key } = await openAddress(url);
    const request = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`;
    for (let count = 0; count < 150; count += 1) await arrive(port, request);
    const again = setInterval(() => {
      for (const stranger of strangers) if (!stranger.destroyed) stranger.write(request);
    }, 50);
    for (let count = 0; count < 5; count += 1) {
      expect((await ask(port, '/', { headers: { Cookie: cookie } })).status).toBe(200);
    }
    expect(await connect(port, { headers: { Cookie: cookie }, key })).not.toBeTypeOf('number');
    clearInterval(again);
  });
});

test.each([
  ['another name', 'evil.example:PORT'],
  ['another port', '127.0.0.1:1'],
  ['no port', '127.0.0.1'],
  ['a trailing dot', 'localhost.:PORT'],
  ['another address of this computer', '127.0.0.2:PORT'],
  ['ours as part of a longer one', '127.0.0.1:PORT.evil.example'],
])('a request under %s is refused even with the cookie (DNS rebinding)', async (_name, host) => {
  const { port, letIn, opening } = await started();
  const headers = { Host: host.replace('PORT', String(port)) };
  expect((await ask(port, opening, { headers })).status).toBe(403);
  const cookie = await letIn();
  expect((await ask(port, '/', { headers: { ...headers, Cookie: cookie } })).status).toBe(403);
});

test.each([
  'http://evil.example',
  'null',
  'http://localhost:PORT',
  'https://127.0.0.1:PORT',
  'http://127.0.0.1:1',
])('a request from a page of %s is refused even with the cookie', async (origin) => {
  const { port, letIn } = await started();
  const headers = { Cookie: await letIn(), Origin: origin.replace('PORT', String(port)) };
  const answer = await ask(port, '/', { headers });
  expect(answer.status).toBe(403);
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

test('only reading is allowed, and without an Origin not even that is explained', async () => {
  const { port, letIn } = await started();
  const headers = { Cookie: await letIn() };
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    expect((await ask(port, '/', { method, headers })).status).toBe(403);
    const own = { ...headers, Origin: `http://127.0.0.1:${port}` };
    expect((await ask(port, '/', { method, headers: own })).status).toBe(405);
  }
});

test('listens on 127.0.0.1 only', async () => {
  const { port } = await started();
  const outcome = await new Promise<string>((resolve) => {
    const socket = connectTcp({ host: '127.0.0.2', port });
    socket.on('connect', () => resolve('connected'));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
  });
  expect(outcome).toBe('ECONNREFUSED');
});

test('a port that is taken is said, not thrown', async () => {
  const { port } = await started();
  const second = await serve({
    handlers: fakeHandlers(),
    rendererDir,
    port,
    signal: new AbortController().signal,
    reportBug: () => {},
  });
  expect(second).toEqual({ ok: false, reason: 'port-taken' });
});

test('a window that was not built is our own bug', async () => {
  await expect(started({ rendererDir: join(rendererDir, 'assets') })).rejects.toThrow(/no index\.html/);
});

test('the signal ends it', async () => {
  const controller = new AbortController();
  const { port, closed } = await started({ signal: controller.signal });
  controller.abort();
  await closed;
  await expect(ask(port, '/')).rejects.toThrow(/ECONNREFUSED/);
});

test('without a window it ends by itself', async () => {
  const { closed, port } = await started({ idleMs: 30 });
  await closed;
  await expect(ask(port, '/')).rejects.toThrow(/ECONNREFUSED/);
});

test('closing ends requests that wait and connections that linger; nothing of it is left', async () => {
  const isOpen = (kind: string) => kind === 'TCPServerWrap' || kind === 'TCPSocketWrap';
  // What the tests before this one closed may take a turn of the event loop to go.
  await expect.poll(() => [...underWay().keys()].filter(isOpen), { timeout: 10_000 }).toEqual([]);
  const before = underWay();
  const { port, close, bugs } = await started();
  const idling = timers();
  const waiting = ask(port, `/open/${'A'.repeat(43)}`).catch((error: Error) => error.message);
  await until(() => timers() > idling, 'a wrong guess does not wait');
  const lingering = connectTcp({ host: '127.0.0.1', port });
  lingering.on('error', () => {});
  await new Promise((resolve) => lingering.once('connect', resolve));
  const dropped = new Promise((resolve) => lingering.once('close', resolve));
  lingering.write('GET / HTTP/1.1\r\n');

  await close();
  await dropped;
  expect(await waiting).toMatch(/socket hang up|ECONNRESET/);
  await nothingMoreThan(before); // nobody waits the second out for a guess that is over, either
  expect(bugs).toEqual([]);
});

const timers = () => underWay().get('Timeout') ?? 0;
