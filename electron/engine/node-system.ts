import { connect } from 'node:net';
import { errnoOf } from './connect/errno.ts';
import { resolve } from './dns/resolve.ts';
import type { Address, Clock, DialResult, System } from './system.ts';
import type { Believed } from './thread/messages.ts';
import { doInThread, prepareThread, secureInThread } from './thread/thread.ts';

/** The real world: Node's sockets and DNS here, TLS and the web in the other thread. `believed`: whose certificates are trusted. */
export function nodeSystem(believed: Believed = 'this-computer'): System {
  return {
    clock: nodeClock,
    dial: (to, signal) => {
      // Trust is read while the network answers, so that the first handshake does not wait for it.
      prepareThread(believed);
      return dial(to, signal);
    },
    secure: (connection, { host }, signal) => secureInThread(connection, host, believed, signal),
    resolve: (question, signal) => resolve(question, nodeClock, signal),
    fetch: (request, signal) => doInThread('fetch', request, noReply, signal),
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
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.max(0, ms));
      signal.addEventListener('abort', done, { once: true });
    }),
};

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
    signal.addEventListener('abort', onAbort, { once: true });
    // Stays for the socket's life: whoever gets the connection may not have begun to listen when it breaks.
    socket.on('error', (error) => settle({ ok: false, errno: errnoOf(error, 'ECONNRESET') }));
    socket.once('connect', () => settle({ ok: true, connection: socket }));
  });
}
