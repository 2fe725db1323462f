import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { securedConnection } from '../../../../electron/engine/send/secured-connection.ts';
import { type Loopback, loopback } from '../../../support/loopback.ts';
import { loopbackSystem } from '../../../support/loopback-system.ts';

let server: Loopback | undefined;
afterEach(() => server?.close());

/** Connects for a login to a server that offers STARTTLS and then answers it so. */
async function securing(answer: (socket: Socket) => void) {
  server = await loopback((socket) => {
    socket.write('220 mail.example.org ESMTP\r\n');
    socket.on('data', (chunk) => {
      if (/^EHLO /i.test(chunk.toString('latin1'))) socket.write('250-mail.example.org\r\n250 STARTTLS\r\n');
      else answer(socket);
    });
  });
  const pinned = {
    endpoint: { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' },
    ipAddress: '127.0.0.1',
    family: 4,
    fingerprint256: 'AB:CD',
    isTrusted: true,
  } as const;
  const system = loopbackSystem(new Map([[587, server]]));
  return await securedConnection(pinned, null, system, new AbortController().signal);
}

test.each([
  ['hangs up', (socket: Socket) => socket.end(), 'closed'],
  ['breaks the connection', (socket: Socket) => socket.resetAndDestroy(), 'reset'],
] as const)(
  'a server that %s before it is encrypted is not said to have said our words',
  async (_, answer, outcome) => {
    const ending = await securing(answer);
    expect(ending).toMatchObject({ ok: false, stage: 'starttls', outcome });
    expect('reply' in ending && ending.reply).toBe('');
  },
);

test('a server that refuses to be encrypted is quoted', async () => {
  const ending = await securing((socket) => socket.write('454 4.7.0 not now: later\r\n'));
  expect(ending).toMatchObject({ because: 'no-encryption', reply: '4.7.0 not now: later' });
});
