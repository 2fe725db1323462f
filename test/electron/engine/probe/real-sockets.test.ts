import type { Socket } from 'node:net';
import * as tls from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { nodeSystem } from '../../../../electron/engine/node-system.ts';
import { practiceAuthorities } from '../../../../electron/practice/certificates.ts';
import type { PlannedProbe } from '../../../../shared/model/check.ts';
import { closedPort, type Loopback, loopback } from '../../../support/loopback.ts';
import { aProbe, probing } from '../../../support/probing.ts';

const authorities = practiceAuthorities(Date.now());
const believed = { trusted: [authorities.root], publicAuthorities: [authorities.root] };
const system = nodeSystem(believed);
const { chain, key } = authorities.issue({ names: ['mail.example.org'] });
const loopbackAddress = { ipAddress: '127.0.0.1', family: 4 } as const;

const servers: Loopback[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function probed(
  onConnection: (socket: Socket) => void,
  change: Partial<PlannedProbe> = {},
  signal?: AbortSignal,
) {
  const server = await loopback(onConnection);
  servers.push(server);
  const planned = aProbe({ port: server.port, ...change });
  const startedMs = system.clock.now();
  const { observations } = await probing(system, planned, {
    addresses: [loopbackAddress],
    checkStartedMs: startedMs,
    ...(signal ? { signal } : {}),
  });
  await expect.poll(() => server.open()).toBe(0);
  expect(observations).toHaveLength(1);
  return observations[0];
}

/** A small submission server. `afterReady` is what it adds, in clear, to its answer to STARTTLS. */
function submission(options: tls.SecureContextOptions = {}, afterReady = '') {
  const secureContext = tls.createSecureContext({
    cert: chain,
    key,
    ciphers: 'DEFAULT:@SECLEVEL=0',
    minVersion: 'TLSv1',
    ...options,
  });
  return (plain: Socket) => {
    plain.write('220 mail.example.org ESMTP\r\n');
    const talk = (socket: Socket, offer: string) => {
      socket.on('data', (chunk: Buffer) => {
        const line = chunk.toString();
        if (line.startsWith('EHLO')) socket.write(`250-mail.example.org\r\n250 ${offer}\r\n`);
        if (line === 'QUIT\r\n') socket.end('221 bye\r\n');
        if (line !== 'STARTTLS\r\n') return;
        socket.removeAllListeners('data');
        socket.write(`220 go ahead\r\n${afterReady}`);
        const secured = new tls.TLSSocket(socket, { isServer: true, secureContext });
        secured.on('error', () => {});
        talk(secured, 'AUTH PLAIN');
      });
    };
    talk(plain, 'STARTTLS');
  };
}

test('TLS is begun with the name that is wanted, and for comparison without any', async () => {
  const told: string[] = [];
  const SNICallback: tls.TlsOptions['SNICallback'] = (name, done) => {
    told.push(name);
    done(null);
  };
  const server = (plain: Socket) => {
    const secured = new tls.TLSSocket(plain, { isServer: true, cert: chain, key, SNICallback });
    secured.on('error', () => {});
    secured.write('220 mail.example.org ESMTP\r\n');
    secured.on('data', () => secured.end('221 bye\r\n'));
  };
  await probed(server, { host: 'mail.example.org', security: 'tls' });
  expect(told).toEqual(['mail.example.org']);
  const nameless = { role: 'reference', control: 'nameless', security: 'tls' } as const;
  const seen = await probed(server, { host: 'mail.example.org', ...nameless });
  expect(told).toEqual(['mail.example.org']);
  expect(seen).toMatchObject({ outcome: 'ok', tls: { names: ['mail.example.org'] } });
});

test('a whole dialogue with STARTTLS', async () => {
  const seen = await probed(submission());
  expect(seen).toMatchObject({
    outcome: 'ok',
    stage: 'done',
    auth: ['PLAIN'],
    tls: { version: 'TLSv1.3', trusted: true },
  });
  expect(Object.keys(seen?.timings ?? {}).sort()).toEqual([
    'connect',
    'dns',
    'ehlo',
    'greeting',
    'starttls',
    'tls',
  ]);
});

test('what is slipped in before TLS is thrown away', async () => {
  const seen = await probed(submission({}, '250-evil\r\n250 AUTH LOGIN\r\n'));
  expect(seen).toMatchObject({ outcome: 'ok', auth: ['PLAIN'], injectedBytes: 26 });
});

test('a server that knows nothing newer than TLS 1.0 is talked to and recognised', async () => {
  const seen = await probed(submission({ maxVersion: 'TLSv1' }));
  expect(seen).toMatchObject({ outcome: 'ok', stage: 'done', tls: { version: 'TLSv1' } });
});

test('a closed port is refused', async () => {
  const { observations } = await probing(system, aProbe({ port: await closedPort() }), {
    addresses: [loopbackAddress],
  });
  expect(observations).toMatchObject([
    { outcome: 'refused', stage: 'connect', error: { code: 'ECONNREFUSED' }, attempts: 1 },
  ]);
});

test('a server that says yes to STARTTLS and goes on in plain text (threat T4)', async () => {
  const seen = await probed((socket) => {
    socket.write('220 mx\r\n');
    socket.on('data', (chunk) => {
      const line = chunk.toString('latin1');
      if (line.startsWith('EHLO')) socket.write('250-mx\r\n250 STARTTLS\r\n');
      else if (line.startsWith('STARTTLS')) socket.write('220 go\r\n');
      else socket.write('500 what?\r\n');
    });
  });
  expect(seen).toMatchObject({
    outcome: 'protocol-error',
    stage: 'tls',
    greeting: 'mx',
    error: { code: 'not-tls' },
  });
  expect(seen?.auth).toBeUndefined();
});

test.each([
  ['closes', (socket: Socket) => socket.end('220 go\r\n'), 'closed'],
  [
    'cuts the connection when TLS begins',
    (socket: Socket) => {
      socket.write('220 go\r\n');
      socket.once('data', () => socket.resetAndDestroy());
    },
    'reset',
  ],
])('a server that says yes to STARTTLS and %s', async (_what, answer, outcome) => {
  const seen = await probed((socket) => {
    socket.write('220 mx\r\n');
    socket.once('data', () => {
      socket.write('250-mx\r\n250 STARTTLS\r\n');
      socket.once('data', () => answer(socket));
    });
  });
  expect(seen).toMatchObject({ outcome, stage: 'tls' });
});

test.each<[string, (socket: Socket) => void, object]>([
  [
    'a reset instead of a greeting',
    (s) => setImmediate(() => s.resetAndDestroy()),
    { outcome: 'reset', stage: 'greeting' },
  ],
  ['a close instead of a greeting', (s) => s.end(), { outcome: 'closed', stage: 'greeting' }],
  [
    'a refusal and a close',
    (s) => s.resume().end('554 5.7.1 listed\r\n'),
    { outcome: 'rejected', stage: 'greeting', error: { code: '5.7.1', message: '5.7.1 listed' } },
  ],
  [
    'a reset on EHLO',
    (s) => {
      s.write('220 mx\r\n');
      s.once('data', () => s.resetAndDestroy());
    },
    { outcome: 'reset', stage: 'ehlo', greeting: 'mx' },
  ],
])('%s', async (_what, server, expected) => {
  expect(await probed(server, { security: 'none' })).toMatchObject(expected);
});

test('an abort ends a silent dialogue at once and closes the connection', async () => {
  const stop = new AbortController();
  const seen = await probed(() => setImmediate(() => stop.abort()), { security: 'none' }, stop.signal);
  expect(seen).toMatchObject({ outcome: 'cancelled', stage: 'greeting' });
  expect(seen?.elapsedMs).toBeLessThan(2000);
});

test('a reset after the handshake is a reset, not a close', async () => {
  const secureContext = tls.createSecureContext({ cert: chain, key });
  const seen = await probed(
    (socket) => {
      const secured = new tls.TLSSocket(socket, { isServer: true, secureContext });
      secured.on('error', () => {});
      secured.once('secure', () => secured.write('220 mx\r\n'));
      secured.once('data', () => socket.resetAndDestroy());
    },
    { security: 'tls' },
  );
  expect(seen).toMatchObject({
    outcome: 'reset',
    stage: 'ehlo',
    greeting: 'mx',
    error: { code: 'ECONNRESET' },
  });
});
