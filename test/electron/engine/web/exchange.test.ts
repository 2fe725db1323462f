import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { WebReply } from '../../../../electron/engine/system.ts';
import { webExchange } from '../../../../electron/engine/web/exchange.ts';
import type { CertificateWish } from '../../../../electron/practice/certificates.ts';
import { closedPort } from '../../../support/loopback.ts';
import { authorities } from '../../../support/servers.ts';

const loopback = [{ ipAddress: '127.0.0.1', family: 4 }] as const;
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener, wish?: CertificateWish): Promise<number> {
  const made = wish && authorities.issue(wish);
  const server = made
    ? createSecureServer({ cert: made.chain, key: made.key }, listener)
    : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function ask(
  url: string,
  options: { trusts?: string; body?: string; signal?: AbortSignal } = {},
): Promise<WebReply> {
  const { trusts, body, signal = new AbortController().signal } = options;
  return webExchange(trusts)({ url, addresses: loopback, ...(body === undefined ? {} : { body }) }, signal);
}

const named: CertificateWish = { names: ['settings.example.org'] };

test('connects to the given address, asks for the name, and reads the answer', async () => {
  const port = await serve((request, response) =>
    response.end(`${request.method} ${request.headers.host}${request.url}`),
  );
  expect(await ask(`http://settings.example.org:${port}/a?b=c`)).toEqual({
    ok: true,
    status: 200,
    body: `GET settings.example.org:${port}/a?b=c`,
  });
});

test('posts a document as XML', async () => {
  const port = await serve((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => response.end(`${request.headers['content-type']} ${text}`));
  });
  expect(await ask(`http://a.example.org:${port}/`, { body: '<ä/>' })).toMatchObject({
    body: 'text/xml; charset=utf-8 <ä/>',
  });
});

test('a redirect is an answer, and not followed', async () => {
  const port = await serve((_request, response) =>
    response.writeHead(302, { Location: 'https://b.example.net/' }).end(),
  );
  expect(await ask(`http://a.example.org:${port}/`)).toMatchObject({
    status: 302,
    location: 'https://b.example.net/',
  });
});

test('over https the certificate must be trusted and for the name', async () => {
  const port = await serve((_request, response) => response.end('ok'), named);
  const trusts = authorities.root;
  expect(await ask(`https://settings.example.org:${port}/`, { trusts })).toMatchObject({
    ok: true,
    body: 'ok',
  });
  expect(await ask(`https://other.example.org:${port}/`, { trusts })).toMatchObject({
    ok: false,
    kind: 'certificate',
  });
  expect(await ask(`https://settings.example.org:${port}/`)).toMatchObject({
    ok: false,
    kind: 'certificate',
  });
});

test('an expired certificate is no certificate', async () => {
  const port = await serve((_request, response) => response.end('ok'), {
    ...named,
    validFromDays: -40,
    validToDays: -2,
  });
  expect(await ask(`https://settings.example.org:${port}/`, { trusts: authorities.root })).toMatchObject({
    kind: 'certificate',
  });
});

test('an answer without end is cut off at the limit', async () => {
  let isCut = false;
  let sentBytes = 0;
  const port = await serve((_request, response) => {
    const more = () => {
      do sentBytes += 65_536;
      while (!isCut && response.write('x'.repeat(65_536))); // until the socket is full
    };
    response.on('drain', more);
    response.on('close', () => {
      isCut = true;
    });
    more();
  });
  expect(await ask(`http://a.example.org:${port}/`)).toMatchObject({ ok: false, kind: 'too-large' });
  await expect.poll(() => isCut).toBe(true);
  // 256 kB were read; what lies in the sockets' buffers was sent as well, and they hold some megabytes.
  expect(sentBytes).toBeLessThan(20_000_000);
});

test('a server that is not there, one that hangs up, and one that speaks something else', async () => {
  expect(await ask(`http://a.example.org:${await closedPort()}/`)).toEqual({
    ok: false,
    kind: 'unreachable',
    code: 'ECONNREFUSED',
  });
  const hangsUp = await serve((request) => request.socket.destroy());
  expect(await ask(`http://a.example.org:${hangsUp}/`)).toMatchObject({ ok: false, kind: 'failed' });
  expect(await ask(`https://a.example.org:${hangsUp}/`)).toMatchObject({ ok: false, kind: 'failed' });
});

test('an answer that stops in the middle is no answer', async () => {
  const port = await serve((_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('half', () => response.destroy());
  });
  expect(await ask(`http://a.example.org:${port}/`)).toMatchObject({ ok: false });
});

test('aborting ends it at once, before and while the answer comes', async () => {
  const port = await serve((_request, response) => response.write('begun'));
  const stop = new AbortController();
  const asked = ask(`http://a.example.org:${port}/`, { signal: stop.signal });
  setImmediate(() => stop.abort());
  expect(await asked).toEqual({ ok: false, kind: 'aborted', code: 'ECANCELED' });
  expect(await ask(`http://a.example.org:${port}/`, { signal: stop.signal })).toMatchObject({
    kind: 'aborted',
  });
});

test.each([
  ['gzip', gzipSync],
  ['X-Gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])(
  'an answer that is compressed although nobody asked for it (%s) is read, up to the limit',
  async (encoding, compress) => {
    const port = await serve((request, response) => {
      const body = request.url === '/long' ? ' '.repeat(1_000_000) : '<clientConfig/>';
      response.writeHead(200, { 'Content-Encoding': encoding }).end(compress(body));
    });
    expect(await ask(`http://settings.example.org:${port}/`)).toMatchObject({ body: '<clientConfig/>' });
    expect(await ask(`http://settings.example.org:${port}/long`)).toMatchObject({
      ok: false,
      kind: 'too-large',
    });
  },
);

test('what only claims to be compressed is told as a failure', async () => {
  const port = await serve((_request, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('<clientConfig/>'),
  );
  expect(await ask(`http://settings.example.org:${port}/`)).toMatchObject({ ok: false, kind: 'failed' });
});
