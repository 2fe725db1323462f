import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { nodeClock, nodeSystem } from '../../../electron/engine/node-system.ts';
import { closedPort, loopback } from '../../support/loopback.ts';

const system = nodeSystem();
const never = new AbortController().signal;
const home = (port: number) => ({ ipAddress: '127.0.0.1', family: 4, port }) as const;

test('dialling gives a connection that carries bytes both ways', async () => {
  const server = await loopback((socket) => socket.pipe(socket));
  const dialled = await system.dial(home(server.port), never);
  if (!dialled.ok) throw new Error(dialled.errno);
  dialled.connection.write('hello');
  const echoed = await new Promise<Buffer>((resolve) => dialled.connection.once('data', resolve));
  expect(echoed.toString()).toBe('hello');
  dialled.connection.destroy();
  await server.close();
});

test('a closed port is refused, and an address without a way is not reached', async () => {
  expect(await system.dial(home(await closedPort()), never)).toEqual({ ok: false, errno: 'ECONNREFUSED' });
  // No system lets TCP go to everybody at once: it answers itself, and no packet leaves.
  const nowhere = { ipAddress: '255.255.255.255', family: 4, port: 25 } as const;
  expect(await system.dial(nowhere, never)).toMatchObject({
    ok: false,
    errno: expect.stringMatching(/^E[A-Z]+$/),
  });
});

test('an abort while connecting ends it at once and the server sees the close', async () => {
  const server = await loopback(() => {});
  const stop = new AbortController();
  const dialling = system.dial(home(server.port), stop.signal);
  stop.abort();
  expect(await dialling).toEqual({ ok: false, errno: 'ECANCELED' });
  expect(await system.dial(home(server.port), AbortSignal.abort())).toEqual({
    ok: false,
    errno: 'ECANCELED',
  });
  await server.close();
});

test('a connection that is reset before anybody listens to it does not end the process', async () => {
  const server = await loopback((socket) => socket.resetAndDestroy());
  const dialled = await system.dial(home(server.port), never);
  if (!dialled.ok) return expect(dialled.errno).toBe('ECONNRESET');
  dialled.connection.resume();
  await new Promise((resolve) => dialled.connection.once('close', resolve));
  expect(dialled.connection.errored).toMatchObject({ code: 'ECONNRESET' });
  await server.close();
});

test('a sleep ends with its time or with its signal, whichever comes first', async () => {
  const beforeMs = nodeClock.now();
  await nodeClock.sleep(5, never);
  expect(nodeClock.now() - beforeMs).toBeGreaterThanOrEqual(4);
  const stop = new AbortController();
  const sleeping = nodeClock.sleep(60_000, stop.signal);
  stop.abort();
  await sleeping;
  await nodeClock.sleep(60_000, stop.signal);
  expect(nodeClock.now() - beforeMs).toBeLessThan(10_000);
});

test('the own address is that of the way to the world, or none where the kernel knows no way', async () => {
  const { ownAddress } = nodeSystem();
  const own = await Promise.all(([4, 6] as const).map(ownAddress));
  const here = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  for (const address of own) {
    if (address !== null) expect(here.map((one) => one.address)).toContain(address);
  }
});

test('what this computer refuses before it sends anything is told as its own word, a refusal by somebody is not', async () => {
  const { dial } = nodeSystem();
  const { signal } = new AbortController();
  // A multicast address takes no TCP: Linux, macOS and Windows say so without a packet.
  const nowhere = await dial({ ipAddress: '224.0.0.251', family: 4, port: 25 }, signal);
  expect(nowhere).toMatchObject({ ok: false, isOwnWord: true });
  const shut = await dial({ ipAddress: '127.0.0.1', family: 4, port: 1 }, signal);
  expect(shut).toEqual({ ok: false, errno: 'ECONNREFUSED' });
});
