import { existsSync, readdirSync } from 'node:fs';
import { queryObjects, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import type { System } from '../../../electron/engine/system.ts';
import { aCheckInput } from '../../support/builders.ts';
import { heldBytes } from '../../support/held-memory.ts';
import { honestDialogues } from '../../support/honest-dialogues.ts';
import { honestServer } from '../../support/honest-server.ts';
import { type Loopback, loopback } from '../../support/loopback.ts';
import { loopbackSystem } from '../../support/loopback-system.ts';
import { serverName } from '../../support/servers.ts';

/** `POSTWAY_SOAK=10000` runs for some minutes what runs here for some seconds. */
const checks = Number(process.env.POSTWAY_SOAK ?? 300);
const warmUp = 60;
const atOnce = 4;
/**
 * Objects, arrays and functions that may have come in from elsewhere (the test runner). One that stayed for every check would be more
 * than twice as many in the short run.
 */
const allowedObjects = 100;
/**
 * What the test runner and V8's own records, its tables of weak references among them, may hold more of, however many checks there are:
 * 58 kB were seen after 240 checks, 67 kB after 840.
 */
const allowedHeldBytes = 100_000;
/** Some blocks of Node's pool that small buffers are cut from (8 KiB each): 53 kB were seen after 240 checks, 58 kB after 1140. */
const allowedBufferBytes = 100_000;
/**
 * The whole heap, machine code included. V8 compiles and drops functions as it finds worth while: from 1000 checks to 6000 this figure
 * went up and down between 0.5 and 2 MB, with not one object, closure or string more.
 */
const allowedHeapBytes = 3_000_000;

/** Real servers on loopback for the ports that real ones would have. */
const servers = new Map<number, Loopback>();
beforeAll(async () => {
  for (const dialogue of honestDialogues.filter(({ probe }) => [587, 143].includes(probe.port))) {
    if (dialogue.probe.security !== 'starttls') continue;
    servers.set(dialogue.probe.port, await loopback(honestServer(dialogue)));
  }
  servers.set(2525, await loopback((socket) => socket.write(`220 ${'x'.repeat(20_000)}`)));
  servers.set(25, await loopback((socket) => setImmediate(() => socket.resetAndDestroy())));
});
afterAll(async () => {
  for (const server of servers.values()) await server.close();
});

const input = aCheckInput({
  server: serverName,
  lookup: false,
  references: false,
  ports: [25, 26, 465, 587, 2525],
});

/** Whole checks, every fifth of them stopped on its way. */
async function run(count: number, system: System): Promise<void> {
  let left = count;
  const ports = new Set<number | undefined>();
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const stop = new AbortController();
      const isStopped = left % 5 === 0;
      const onEvent = ({ type }: { type: string }) => {
        if (isStopped && type === 'observed') stop.abort();
      };
      const report = await check(input, { system, version: '0.0.0', onEvent }, stop.signal);
      if (!isStopped) ports.add(report.recommendation?.outgoing.port);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  expect([...ports]).toEqual([587]);
}

type Footprint = {
  readonly objects: number;
  readonly heapBytes: number;
  readonly bufferBytes: number;
  readonly heldBytes: number;
  readonly descriptors: number;
};

/** Sockets, workers and look-ups that hold this process, timers of the test runner left out. */
function underWay(): string[] {
  return process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout');
}

/** What this process holds once everything that may go has gone: a worker and a socket are still closing when the report is out. */
async function footprint(collect: () => void, idle: readonly string[]): Promise<Footprint> {
  await expect.poll(() => [...servers.values()].map(({ open }) => open())).toEqual([0, 0, 0, 0]);
  await expect.poll(underWay, { timeout: 5_000 }).toEqual(idle);
  collect();
  collect(); // waits for the thread that gives back the buffers of the first: until then they still count
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return {
    objects: queryObjects(Object, { format: 'count' }),
    heapBytes: heapUsed,
    bufferBytes: arrayBuffers,
    heldBytes: heldBytes(),
    descriptors: existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0,
  };
}

test(
  `${checks} checks in one process leave no connection, no descriptor and no memory behind`,
  async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const system = loopbackSystem(servers);
    const idle = underWay();
    await run(warmUp, system);
    const before = await footprint(collect, idle);
    await run(checks - warmUp, system);
    const after = await footprint(collect, idle);
    expect(after.descriptors).toBeLessThanOrEqual(before.descriptors);
    expect(after.objects - before.objects).toBeLessThan(allowedObjects);
    expect(after.heldBytes - before.heldBytes).toBeLessThan(allowedHeldBytes);
    expect(after.bufferBytes - before.bufferBytes).toBeLessThan(allowedBufferBytes);
    expect(after.heapBytes - before.heapBytes).toBeLessThan(allowedHeapBytes);
  },
  120_000 + checks * 100,
);
