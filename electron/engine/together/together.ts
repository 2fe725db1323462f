import { type Preferences, preferences } from '../connect/preferences.ts';
import { type RoundTrips, roundTrips } from '../connect/round-trips.ts';
import { limits } from '../limits.ts';
import { watchNetwork } from '../network-watch.ts';
import { connectionPool, type Pool } from '../schedule.ts';
import type { System } from '../system.ts';
import { askedOnce } from './asked-once.ts';
import { type SeenProbes, seenProbes } from './seen-probes.ts';
import { sharedWatch, type WatchNetwork } from './shared-watch.ts';
import { turnsIn } from './turns.ts';

/** What one check knows of its line and keeps within its limits; the checks of one run know and keep it together. */
export type Together = {
  readonly pool: Pool;
  readonly roundTrips: RoundTrips;
  readonly preferences: Preferences;
  readonly watchNetwork: WatchNetwork;
  /** Absent in a check by itself. */
  readonly probes?: SeenProbes;
  /** The network is another one now, or this computer slept: what was seen before says nothing of it. */
  forget(): void;
};

/** For a check by itself. */
export function alone(): Together {
  const line = { roundTrips: roundTrips(), preferences: preferences() };
  return { ...line, pool: connectionPool(), watchNetwork, forget: () => forgetLine(line) };
}

/**
 * For checks that are made side by side: names, pages, hosts and controls are asked once for all of them, and no more than `connections`
 * are under way at once in all. The checks have to be given the system that comes back.
 */
export function together(
  system: System,
  connections: number,
): { readonly system: System; readonly shared: Together } {
  const line = { roundTrips: roundTrips(), preferences: preferences() };
  const asked = askedOnce(system);
  const pool = connectionPool(connections, true);
  const probes = seenProbes(system.clock);
  let forgottenMs = Number.NEGATIVE_INFINITY;
  return {
    system: { ...asked.system, turns: turnsIn(pool, connections) },
    shared: {
      ...line,
      pool,
      watchNetwork: sharedWatch(system),
      probes,
      forget() {
        // All checks hear of one event in one moment, and the first of them begins anew before the last has heard.
        const nowMs = system.clock.now();
        if (nowMs - forgottenMs < limits.watch.everyMs) return;
        forgottenMs = nowMs;
        forgetLine(line);
        asked.forget();
        probes.forget();
      },
    },
  };
}

function forgetLine(line: Pick<Together, 'roundTrips' | 'preferences'>): void {
  line.roundTrips.forget();
  line.preferences.forget();
}
