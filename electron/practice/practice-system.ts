import type { Duplex } from 'node:stream';
import { nodeClock, nodeSystem } from '../engine/node-system.ts';
import type { System } from '../engine/system.ts';
import { type Authorities, practiceAuthorities } from './certificates.ts';
import type { PracticeScenario } from './scenarios.ts';
import { startServers } from './servers/servers.ts';
import { fateOf } from './world/fate.ts';
import { askZone } from './world/zone.ts';

export type PracticeNetwork = {
  readonly system: System;
  /** Ends every connection, server and wait of this network. */
  close(): Promise<void>;
};

/** Kept for each situation: a login after a check has to meet the very certificates that the check saw. */
const kept = new Map<string, Authorities>();

/** How long the practice network's DNS takes, in milliseconds. */
const dnsMs = 9;

/**
 * Starts the practice network of one scenario: real servers on loopback, reached by their practice addresses through this System
 * only. Names and blocks are played here; nothing leaves this computer. Rejects when loopback cannot be listened on.
 */
export async function practiceSystem(
  scenario: Pick<PracticeScenario, 'world'> & Partial<Pick<PracticeScenario, 'id'>>,
): Promise<PracticeNetwork> {
  const { world, id } = scenario;
  const clock = nodeClock;
  const authorities = authoritiesOf(id, clock.wallClock());
  // Here the practice authority stands for all the public ones, and what this computer trusts counts for nothing.
  const real = nodeSystem({ trusted: [authorities.root], publicAuthorities: [authorities.root] });
  const servers = await startServers(world, { authorities, clock });
  const isOffline = world.path.some(({ ports, fate }) => ports === 'every' && fate === 'unreachable');
  const closing = new AbortController();
  const connections = new Set<Duplex>();

  const system: System = {
    clock,
    random: () => real.random(),
    isPractice: true,
    // The practice network stays what it is, whatever the real one does.
    ownAddress: async () => (isOffline ? null : '192.0.2.1'),
    lookHere: async () => [],
    ...(id !== undefined && { practiceScenario: id }),
    async resolve(question, signal) {
      const ends = AbortSignal.any([signal, closing.signal]);
      const startedMs = clock.now();
      await clock.sleep(world.dns.mood === 'silent' ? world.dns.afterMs : dnsMs, ends);
      const elapsedMs = clock.now() - startedMs;
      if (ends.aborted) return { outcome: 'cancelled', code: 'ECANCELLED', elapsedMs };
      return { ...askZone(world, question), elapsedMs };
    },
    async dial(to, signal) {
      const ends = AbortSignal.any([signal, closing.signal]);
      const fate = fateOf(world, to);
      if (fate.kind === 'drop') await aborted(ends);
      else await clock.sleep(fate.afterMs, ends);
      if (ends.aborted || fate.kind === 'drop') return { ok: false, errno: 'ECANCELED' };
      if (fate.kind === 'fail') return { ok: false, errno: fate.errno };

      const port = servers.portOf(fate.host, to.port);
      if (port === undefined) throw new Error(`no practice server plays ${to.ipAddress}:${to.port}`);
      const result = await real.dial({ ipAddress: '127.0.0.1', family: 4, port }, ends);
      if (result.ok) {
        const { connection } = result;
        connections.add(connection);
        connection.once('close', () => connections.delete(connection));
      }
      return result;
    },
    // Nobody in the practice network publishes settings on the web.
    fetch: async () => ({ ok: false, kind: 'unreachable', code: 'ECONNREFUSED' }),
    secure: (connection, options, signal) =>
      real.secure(connection, options, AbortSignal.any([signal, closing.signal])),
  };

  return {
    system,
    async close() {
      closing.abort();
      for (const connection of connections) connection.destroy();
      await servers.close();
    },
  };
}

function authoritiesOf(id: string | undefined, nowMs: number): Authorities {
  const authorities = (id === undefined ? undefined : kept.get(id)) ?? practiceAuthorities(nowMs);
  if (id !== undefined) kept.set(id, authorities);
  return authorities;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
