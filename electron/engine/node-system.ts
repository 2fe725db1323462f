import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import type { Family } from '../../shared/model/family.ts';
import { isOwnLack } from '../../shared/model/own-lack.ts';
import { errnoOf } from './connect/errno.ts';
import { resolve } from './dns/resolve.ts';
import { gateway } from './here/gateway.ts';
import { type KernelCounters, kernelCounters } from './here/kernel-counters.ts';
import { lookHere } from './here/look-here.ts';
import { workedMs } from './here/worked.ts';
import type { Address, Clock, DialResult, System } from './system.ts';
import type { Believed } from './thread/messages.ts';
import { doInThread, prepareThread, secureInThread } from './thread/thread.ts';

/** The real world: Node's sockets and DNS here, TLS and the web in the other thread. `believed`: whose certificates are trusted. */
export function nodeSystem(believed: Believed = 'this-computer'): System {
  /** As they stood before the first connection after a pause, which is about when a check began. */
  let atFirst: KernelCounters | null = null;
  let dialledMs = Number.NEGATIVE_INFINITY;
  return {
    clock: nodeClock,
    dial: (to, signal) => {
      // Trust is read while the network answers, so that the first handshake does not wait for it.
      prepareThread(believed);
      if (nodeClock.now() - dialledMs > pauseMs) atFirst = kernelCounters();
      dialledMs = nodeClock.now();
      return dial(to, signal);
    },
    secure: (connection, { host }, signal) => secureInThread(connection, host, believed, signal),
    resolve: (question, signal) => resolve(question, nodeClock, signal),
    fetch: (request, signal) => doInThread('fetch', request, noReply, signal),
    ownAddress,
    gateway: () => gateway(),
    lookHere: (doubts, signal) => lookHere(doubts, { clock: nodeClock, dial, atFirst }, signal),
    random: Math.random,
    isPractice: false,
    language: new Intl.Locale(new Intl.PluralRules().resolvedOptions().locale).language, // other formats load their data first: 20 ms
  };
}

const noReply = {
  ifAborted: { ok: false, kind: 'aborted', code: 'ECANCELED' },
  ifSilent: { ok: false, kind: 'failed', code: 'too-much-work' },
} as const;

export const nodeClock: Clock = {
  now: () => performance.now(),
  wallClock: () => Date.now(),
  workedMs,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const wakeMs = performance.now() + Math.max(0, ms);
      // Late timers run before the sockets are read: what has come meanwhile is heard before anybody concludes that nothing came.
      const wake = () => (performance.now() - wakeMs > lateMs ? setImmediate(done) : done());
      const timer = setTimeout(wake, Math.max(0, ms));
      signal.addEventListener('abort', done, { once: true });
    }),
};

/** Between two connections of one check less time passes, in ms. */
const pauseMs = 30_000;

/** A timer this late, in ms, was held up: this computer was busy, or asleep. */
const lateMs = 20;

/** Addresses that are reached over the way to the world, if there is one. */
const worldAt = { 4: '1.1.1.1', 6: '2606:4700:4700::1111' } as const;

/** What was found last, for a moment in which there is no room for a socket. */
const lastFound: { 4?: string | null; 6?: string | null } = {};

/** Asks the kernel for its route by connecting a UDP socket, which sends nothing. */
async function ownAddress(family: Family): Promise<string | null> {
  for (let tries = 0; tries < roomTries; tries += 1) {
    const found = await routeOf(family);
    if (found !== 'no-room') {
      lastFound[family] = found;
      return found;
    }
    if (lastFound[family] !== undefined) break;
    await nodeClock.sleep(roomPauseMs, never);
  }
  return lastFound[family] ?? null;
}

/** The first answer of all is worth waiting for, less long than `limits.overdueMs`. */
const roomTries = 8;
const roomPauseMs = 100;
const never = new AbortController().signal;

function routeOf(family: Family): Promise<string | null | 'no-room'> {
  return new Promise((resolve) => {
    const socket = createSocket(family === 4 ? 'udp4' : 'udp6');
    socket.once('error', (error) => {
      resolve(isOwnLack(errnoOf(error, '')) ? 'no-room' : null);
      socket.close();
    });
    socket.once('connect', () => {
      resolve(socket.address().address);
      socket.close();
    });
    socket.connect(53, worldAt[family]);
  });
}

/** One connection attempt. Node's own racing of addresses is off: the engine does it, and records every fate. */
function dial({ ipAddress, family, port }: Address, signal: AbortSignal): Promise<DialResult> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ ok: false, errno: 'ECANCELED' });
    const socket = connect({ host: ipAddress, family, port, autoSelectFamily: false, noDelay: true });
    const settle = (result: DialResult) => {
      signal.removeEventListener('abort', onAbort);
      if (!result.ok) socket.destroy();
      resolve(result);
    };
    const onAbort = () => settle({ ok: false, errno: 'ECANCELED' });
    // What the system refuses at once is told before this runs out, within the same turn of the event loop: nothing was sent then.
    let isOwnWord = true;
    process.nextTick(() => process.nextTick(() => process.nextTick(() => (isOwnWord = false))));
    signal.addEventListener('abort', onAbort, { once: true });
    // Stays for the socket's life: whoever gets the connection may not have begun to listen when it breaks.
    socket.on('error', (error) =>
      settle({ ok: false, errno: errnoOf(error, 'ECONNRESET'), ...(isOwnWord && { isOwnWord }) }),
    );
    socket.once('connect', () => settle({ ok: true, connection: socket }));
  });
}
