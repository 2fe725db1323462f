import { nodeSystem } from '../../electron/engine/node-system.ts';
import type { System } from '../../electron/engine/system.ts';
import type { Loopback } from './loopback.ts';
import { authorities } from './servers.ts';

/**
 * The real system, but every host is at home on 127.0.0.1, where `servers` listen for the ports that real ones have; other ports are
 * refused, and the web is not there. Trusts `authorities.root`.
 */
export function loopbackSystem(servers: ReadonlyMap<number, Loopback>): System {
  const believed = { trusted: [authorities.root], publicAuthorities: [authorities.root] };
  const real = nodeSystem(believed);
  const addresses = [{ ipAddress: '127.0.0.1', family: 4 }] as const;
  return {
    ...real,
    lookHere: async () => [],
    resolve: async ({ type }) =>
      type === 'addresses'
        ? { outcome: 'found', found: { type, addresses }, elapsedMs: 0 }
        : { outcome: 'no-data', code: 'ENODATA', elapsedMs: 0 },
    fetch: async () => ({ ok: false, kind: 'unreachable', code: 'ECONNREFUSED' }),
    dial: async (to, signal) => {
      const port = servers.get(to.port)?.port;
      if (port === undefined) return { ok: false, errno: 'ECONNREFUSED' };
      return real.dial({ ...to, port }, signal);
    },
  };
}
