import { connect } from 'node:net';
import { errnoOf } from './connect/errno.ts';
import { tlsHandshake } from './connect/tls-handshake.ts';
import { computerTrust, type Trust } from './connect/trust-anchors.ts';
import { resolve } from './dns/resolve.ts';
import type { Address, Clock, DialResult, System } from './system.ts';
import { webExchange } from './web/exchange.ts';

/**
 * The real world: Node's sockets, TLS and DNS. `trust` says whose certificates are believed, by default what this computer
 * trusts; it is asked for once a connection or TLS begins, and must remember what it read (0.1 s).
 */
export function nodeSystem(trust: () => Trust = computerTrust): System {
  return {
    clock: nodeClock,
    dial: (to, signal) => {
      // Read while the network answers, so that the first handshake does not wait for it; names are answered sooner than that takes.
      setImmediate(trust);
      return dial(to, signal);
    },
    secure: (connection, { host }, signal) =>
      tlsHandshake(connection, host, trust(), nodeClock.wallClock, signal),
    resolve: (question, signal) => resolve(question, nodeClock, signal),
    fetch: webExchange(),
    random: Math.random,
    isPractice: false,
    language: new Intl.Locale(new Intl.PluralRules().resolvedOptions().locale).language, // other formats load their data first: 20 ms
  };
}

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
