import { type Preferences, preferences } from '../connect/preferences.ts';
import { type RoundTrips, roundTrips } from '../connect/round-trips.ts';
import { connectionPool, type Pool } from '../schedule.ts';
import type { System } from '../system.ts';
import { askedOnce } from './asked-once.ts';
import { type SeenProbes, seenProbes } from './seen-probes.ts';

/** What one check knows of its line and keeps within its limits; the checks of one run know and keep it together. */
export type Together = {
  readonly pool: Pool;
  readonly roundTrips: RoundTrips;
  readonly preferences: Preferences;
  /** Absent in a check by itself. */
  readonly probes?: SeenProbes;
};

/** For a check by itself. */
export function alone(): Together {
  return { pool: connectionPool(), roundTrips: roundTrips(), preferences: preferences() };
}

/**
 * For checks that are made side by side: names, pages, hosts and controls are asked once for all of them, and no more than `connections`
 * are under way at once in all. The checks have to be given the system that comes back.
 */
export function together(
  system: System,
  connections: number,
): { readonly system: System; readonly shared: Together } {
  return {
    system: askedOnce(system),
    shared: { ...alone(), pool: connectionPool(connections), probes: seenProbes(system.clock) },
  };
}
