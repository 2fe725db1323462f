import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { LoopbackServer } from '../../../../electron/practice/servers/loopback.ts';
import type { Service } from '../../../../electron/practice/world/world.ts';
import { type LineClient, lineClient } from '../../../support/line-client.ts';
import { runningServer } from '../../../support/servers.ts';

const submission: Service = { protocol: 'smtp', security: 'starttls', auth: ['PLAIN'] };

let server: LoopbackServer | undefined;
let client: LineClient | undefined;
afterEach(async () => {
  client?.close();
  await server?.close();
});

async function connectTo(service: Service): Promise<LineClient> {
  server = await runningServer(service);
  client = await lineClient(server.port);
  return client;
}

test('hears commands one by one, however they are cut into packets', async () => {
  const talk = await connectTo(submission);
  await talk.line();
  talk.raw('NO');
  talk.raw('OP\r\nNOOP\r\nQU');
  talk.raw('IT\r\n');
  expect(await talk.line()).toMatch(/^250 /);
  expect(await talk.line()).toMatch(/^250 /);
  expect(await talk.line()).toMatch(/^221 /);
});

test('forgets what was sent in clear behind STARTTLS (RFC 3207 section 4.2)', async () => {
  const talk = await connectTo(submission);
  await talk.line();
  talk.raw('STARTTLS\r\nNOOP\r\n');
  expect(await talk.line()).toMatch(/^220 /);
  await talk.startTls();
  // Answered 250, the NOOP would have counted as if it had come encrypted.
  expect(await talk.ask('VRFY you')).toEqual(['502 5.5.1 Command not implemented']);
});

test.each([
  ['a line without end', 'x'.repeat(1100), /^500 /],
  ['a whole line that is too long', `${'x'.repeat(1100)}\r\n`, /^500 /],
  ['more commands than anyone has', 'NOOP\r\n'.repeat(12_000), /^500 /],
])('says so and hangs up on %s', async (_name, bytes, last) => {
  const talk = await connectTo(submission);
  await talk.line();
  talk.raw(bytes);
  const answers = await talk.until(last);
  expect(answers.length).toBeLessThan(4000);
  await talk.gone;
});

test('can wait before it greets', async () => {
  const started = performance.now();
  const talk = await connectTo({ ...submission, greetAfterMs: 120 });
  await talk.line();
  expect(performance.now() - started).toBeGreaterThanOrEqual(119);
});

test('can cut every connection at the first byte of TLS', async () => {
  const talk = await connectTo({ ...submission, cutsTls: true });
  await talk.line();
  await talk.ask('STARTTLS');
  talk.raw('\x16\x03\x01');
  expect((await talk.gone)?.code).toBe('ECONNRESET');
});

test('can cut a connection that is TLS from the start', async () => {
  const talk = await connectTo({ ...submission, security: 'tls', cutsTls: true });
  talk.raw('\x16\x03\x01');
  expect((await talk.gone)?.code).toBe('ECONNRESET');
});

test('survives a client that speaks no TLS where TLS is due', async () => {
  const talk = await connectTo({ ...submission, security: 'tls' });
  talk.raw('EHLO client.example\r\n');
  await talk.gone;
  const again = await lineClient(server?.port ?? 0, 'tls');
  expect(await again.line()).toMatch(/^220 /);
  again.close();
});

test('survives a client that resets', async () => {
  const talk = await connectTo(submission);
  await talk.line();
  const other = connect({ port: server?.port ?? 0, host: '127.0.0.1' });
  await once(other, 'connect');
  other.resetAndDestroy();
  expect((await talk.ask('NOOP'))[0]).toMatch(/^250 /);
});

test('closing ends the connections and frees the port', async () => {
  const talk = await connectTo(submission);
  await talk.line();
  await server?.close();
  await talk.gone;
  await expect(lineClient(server?.port ?? 0)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
