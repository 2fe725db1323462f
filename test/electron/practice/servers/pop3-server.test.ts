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
  server = await runningServer({ protocol: 'pop3', security });
  client = await lineClient(server.port, security === 'tls' ? 'tls' : 'plain');
  return client;
}

const oneLine = /^[+-]/;

test('offers STLS before TLS and a login after it (RFC 2595)', async () => {
  const talk = await connectTo('starttls');
  expect(await talk.line()).toBe(`+OK ${serverName} POP3 practice network ready`);
  expect(await talk.ask('CAPA', /^\.$/)).toEqual(['+OK', 'STLS', 'TOP', 'UIDL', '.']);
  expect(await talk.ask('stls', oneLine)).toEqual(['+OK Begin TLS now']);
  expect((await talk.startTls()).authorized).toBe(true);
  expect(await talk.ask('CAPA', /^\.$/)).toEqual(['+OK', 'USER', 'SASL PLAIN', 'TOP', 'UIDL', '.']);
  expect(await talk.ask('STLS', oneLine)).toEqual(['-ERR STLS is not offered here']);
  expect(await talk.ask('QUIT', oneLine)).toEqual(['+OK Goodbye']);
  expect(await talk.gone).toBeNull();
});

test.each(['USER you', 'PASS secret', 'APOP you c4c9', 'AUTH PLAIN'])(
  'takes no password: %s',
  async (command) => {
    const talk = await connectTo('tls');
    await talk.line();
    expect((await talk.ask(command, oneLine))[0]).toMatch(/^-ERR \[SYS\/PERM\] .*no password/);
  },
);

test('a server that cannot encrypt lets people log in all the same', async () => {
  const talk = await connectTo('none');
  await talk.line();
  expect(await talk.ask('CAPA', /^\.$/)).toEqual(['+OK', 'USER', 'SASL PLAIN', 'TOP', 'UIDL', '.']);
});

test('wants encryption before it hears of a login, and knows no other command', async () => {
  const talk = await connectTo('starttls');
  await talk.line();
  expect(await talk.ask('USER you', oneLine)).toEqual(['-ERR Encrypt first']);
  expect(await talk.ask('LIST', oneLine)).toEqual(['-ERR Command not known before login']);
});
