import { afterEach, expect, test } from 'vitest';
import type { LoopbackServer } from '../../../../electron/practice/servers/loopback.ts';
import { type LineClient, lineClient } from '../../../support/line-client.ts';
import { runningServer, serverName } from '../../../support/servers.ts';

let server: LoopbackServer | undefined;
let client: LineClient | undefined;
afterEach(async () => {
  client?.close();
  await server?.close();
});

async function connectTo(security: 'none' | 'starttls' | 'tls'): Promise<LineClient> {
  server = await runningServer({ protocol: 'imap', security });
  client = await lineClient(server.port, security === 'tls' ? 'tls' : 'plain');
  return client;
}

test('offers STARTTLS and no login before TLS, and a login after it', async () => {
  const talk = await connectTo('starttls');
  expect(await talk.line()).toBe(`* OK ${serverName} IMAP practice network ready`);
  expect(await talk.ask('a1 CAPABILITY', /^a1 /)).toEqual([
    '* CAPABILITY IMAP4rev2 IMAP4rev1 STARTTLS LOGINDISABLED',
    'a1 OK CAPABILITY done',
  ]);
  expect(await talk.ask('a2 starttls', /^a2 /)).toEqual(['a2 OK Begin TLS now']);
  expect((await talk.startTls()).authorized).toBe(true);
  expect((await talk.ask('a3 CAPABILITY', /^a3 /))[0]).toBe('* CAPABILITY IMAP4rev2 IMAP4rev1 AUTH=PLAIN');
  expect(await talk.ask('a4 LOGOUT', /^a4 /)).toEqual(['* BYE Practice network', 'a4 OK LOGOUT done']);
  expect(await talk.gone).toBeNull();
});

test('speaks TLS from the first byte on the port for it', async () => {
  const talk = await connectTo('tls');
  expect(await talk.line()).toMatch(/^\* OK /);
  expect(await talk.ask('a1 STARTTLS', /^a1 /)).toEqual(['a1 BAD STARTTLS is not offered here']);
});

test('a server that cannot encrypt lets people log in all the same', async () => {
  const talk = await connectTo('none');
  await talk.line();
  expect((await talk.ask('a1 CAPABILITY', /^a1 /))[0]).toBe('* CAPABILITY IMAP4rev2 IMAP4rev1 AUTH=PLAIN');
});

test.each(['LOGIN you secret', 'AUTHENTICATE PLAIN'])('takes no password: %s', async (command) => {
  const talk = await connectTo('starttls');
  await talk.line();
  expect((await talk.ask(`a1 ${command}`, /^a1 /))[0]).toMatch(/^a1 NO \[PRIVACYREQUIRED\]/);
  await talk.ask('a2 STARTTLS', /^a2 /);
  await talk.startTls();
  expect((await talk.ask(`a3 ${command}`, /^a3 /))[0]).toMatch(/^a3 NO \[UNAVAILABLE\]/);
});

test('answers what is no command, and goes on', async () => {
  const talk = await connectTo('none');
  await talk.line();
  expect(await talk.ask('hello', /./)).toEqual(['* BAD A command begins with a tag']);
  expect((await talk.ask('a1 SELECT INBOX', /^a1 /))[0]).toMatch(/^a1 BAD /);
  expect(await talk.ask('a2 NOOP', /^a2 /)).toEqual(['a2 OK NOOP done']);
});
