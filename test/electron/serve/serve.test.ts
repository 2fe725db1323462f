import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServeOptions, type Serving, serve } from '../../../electron/serve/serve.ts';
import { fakeHandlers } from '../../support/contract-link.ts';
import { nothingMoreThan, underWay, until } from '../../support/handles.ts';
import { ask } from '../../support/web-client.ts';

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
  const letIn = async () => {
    const answer = await ask(result.port, opening);
    return String(answer.headers['set-cookie']).replace(/;.*/s, '');
  };
  return { ...result, opening, letIn, bugs };
}

test('the address lets one browser in: a redirect to a clean address, and a cookie that scripts and other sites never get', async () => {
  const { url, port, opening } = await started();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\/[\w-]{43}$/);
  const answer = await ask(port, opening);
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toBe('/');
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
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://127.0.0.1:${port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
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
  const { port, opening, letIn } = await started();
  const cookie = await letIn();
  const second = await ask(port, opening);
  expect(second.status).toBe(403);
  expect(second.headers['set-cookie']).toBeUndefined();
  expect(second.body).toContain('This address has already been used');
  expect(second.body).toContain('start it again');

  const first = await ask(port, opening, { headers: { Cookie: cookie } });
  expect([first.status, first.headers.location]).toEqual([303, '/']);
});

test('looking at the link with HEAD does not use it up', async () => {
  const { port, opening } = await started();
  expect((await ask(port, opening, { method: 'HEAD' })).status).toBe(405);
  expect((await ask(port, opening)).status).toBe(303);
});

test('address and cookie are made anew each time, and neither can be told from the other', async () => {
  const [one, other] = [await started(), await started()];
  const cookies = [await one.letIn(), await other.letIn()].map((cookie) => cookie.replace(/^.*=/, ''));
  const tokens = [one.opening, other.opening].map((path) => path.replace(/^.*\//, ''));
  expect(new Set([...cookies, ...tokens]).size).toBe(4);
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
  expect((await ask(port, opening)).status).toBe(303);
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

test('a browser that kept the cookie back because a link elsewhere led here is sent on once by our own page', async () => {
  const { port } = await started();
  const fromLink = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
  const answer = await ask(port, '/', { headers: fromLink });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('<meta http-equiv="refresh" content="0;url=/">');
  expect((await ask(port, '/', { headers: { ...fromLink, 'Sec-Fetch-Site': 'same-origin' } })).status).toBe(
    403,
  );
  expect((await ask(port, '/', { headers: { ...fromLink, 'Sec-Fetch-Mode': 'no-cors' } })).status).toBe(403);
  expect((await ask(port, '/assets/index-AbCd1234.js', { headers: fromLink })).status).toBe(403);
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
