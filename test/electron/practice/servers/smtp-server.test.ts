import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import type { LoopbackServer } from '../../../../electron/practice/servers/loopback.ts';
import type { Service } from '../../../../electron/practice/world/world.ts';
import { type LineClient, lineClient } from '../../../support/line-client.ts';
import { authorities, runningServer, serverName } from '../../../support/servers.ts';

type Smtp = Extract<Service, { protocol: 'smtp' }>;
const submission: Smtp = { protocol: 'smtp', security: 'starttls', auth: ['PLAIN', 'LOGIN'] };

let server: LoopbackServer | undefined;
let client: LineClient | undefined;
afterEach(async () => {
  client?.close();
  await server?.close();
});

async function connectTo(service: Smtp, security: 'plain' | 'tls' = 'plain'): Promise<LineClient> {
  server = await runningServer(service);
  client = await lineClient(server.port, security);
  return client;
}

test('announces STARTTLS before TLS and AUTH only after it (RFC 3207)', async () => {
  const talk = await connectTo(submission);
  expect(await talk.line()).toBe(`220 ${serverName} ESMTP practice network`);
  const before = await talk.ask('EHLO client.example');
  expect(before).toEqual([
    `250-${serverName}`,
    '250-SIZE 26214400',
    '250-8BITMIME',
    '250-ENHANCEDSTATUSCODES',
    '250 STARTTLS',
  ]);
  expect(await talk.ask('STARTTLS')).toEqual(['220 2.0.0 Ready to start TLS']);
  const secured = await talk.startTls();
  expect(secured.authorized).toBe(true);
  const after = await talk.ask('EHLO client.example');
  expect(after.at(-1)).toBe('250 AUTH PLAIN LOGIN');
  expect(after.join()).not.toContain('STARTTLS');
  expect(await talk.ask('QUIT')).toEqual([`221 2.0.0 ${serverName} closing the connection`]);
  expect(await talk.gone).toBeNull();
});

test('speaks TLS from the first byte where TLS is implicit', async () => {
  const talk = await connectTo({ ...submission, security: 'tls' }, 'tls');
  expect(await talk.line()).toMatch(/^220 /);
  expect((await talk.ask('EHLO client.example')).at(-1)).toBe('250 AUTH PLAIN LOGIN');
});

test('without any TLS, AUTH is announced in clear and STARTTLS is not known', async () => {
  const talk = await connectTo({ ...submission, security: 'none' });
  await talk.line();
  expect((await talk.ask('EHLO client.example')).at(-1)).toBe('250 AUTH PLAIN LOGIN');
  expect(await talk.ask('STARTTLS')).toEqual(['502 5.5.1 Command not implemented']);
});

test('a masked server stars its greeting and overwrites STARTTLS', async () => {
  const talk = await connectTo({ ...submission, fault: 'masked' });
  expect(await talk.line()).toMatch(/^220 \*+$/);
  expect((await talk.ask('EHLO client.example')).at(-1)).toBe('250 XXXXXXXA');
  expect(await talk.ask('STARTTLS')).toEqual(['502 5.5.1 Command not implemented']);
});

test('a busy server says 421 and closes', async () => {
  const talk = await connectTo({ ...submission, fault: 'busy' });
  expect(await talk.line()).toMatch(/^421 4\.3\.2 /);
  expect(await talk.gone).toBeNull();
});

test('a server that has this address on its list says 554, then waits for QUIT (RFC 5321 section 3.1)', async () => {
  const talk = await connectTo({ ...submission, fault: 'blocklisted' });
  expect(await talk.line()).toMatch(/^554 5\.7\.1 .*block list/);
  expect(await talk.ask('EHLO client.example')).toEqual(['503 5.5.1 Bad sequence of commands']);
  expect((await talk.ask('QUIT'))[0]).toMatch(/^221 /);
});

test.each([
  ['MAIL FROM:<you@example.org>', /^530 /],
  ['AUTH PLAIN AHlvdQBzZWNyZXQ=', /^535 /],
  ['AUTH LOGIN', /^535 /],
  ['RCPT TO:<you@example.org>', /^503 /],
  ['DATA', /^503 /],
  ['VRFY you', /^502 /],
  ['EXPN list', /^502 /],
  ['', /^502 /],
  ['EHLO', /^501 /],
])('takes no message and no password, even encrypted: %s', async (command, answer) => {
  const talk = await connectTo({ ...submission, security: 'tls' }, 'tls');
  await talk.line();
  expect((await talk.ask(command))[0]).toMatch(answer);
});

test.each(['AUTH PLAIN AHlvdQBzZWNyZXQ=', 'MAIL FROM:<you@example.org>'])(
  'wants encryption first: %s',
  async (command) => {
    const talk = await connectTo(submission);
    await talk.line();
    expect(await talk.ask(command)).toEqual(['530 5.7.0 Must issue a STARTTLS command first']);
  },
);

test('HELO, NOOP and RSET are answered as ever', async () => {
  const talk = await connectTo(submission);
  await talk.line();
  expect(await talk.ask('helo client.example')).toEqual([`250 ${serverName}`]);
  expect(await talk.ask('NOOP')).toEqual(['250 2.0.0 OK']);
  expect(await talk.ask('RSET')).toEqual(['250 2.0.0 OK']);
});

test.each([
  ['with STARTTLS', submission, { requireTLS: true }],
  ['with implicit TLS', { ...submission, security: 'tls' } satisfies Smtp, { secure: true }],
])('nodemailer accepts the server %s, certificate included', async (_name, service, how) => {
  server = await runningServer(service);
  const transport = createTransport({
    host: '127.0.0.1',
    port: server.port,
    ...how,
    tls: { ca: authorities.root, servername: serverName },
  });
  await expect(transport.verify()).resolves.toBe(true);
  transport.close();
});
