import { preferences } from '../../electron/engine/connect/preferences.ts';
import { roundTrips } from '../../electron/engine/connect/round-trips.ts';
import { limits } from '../../electron/engine/limits.ts';
import { probe } from '../../electron/engine/probe/index.ts';
import type { ProbeContext } from '../../electron/engine/probe/probe.ts';
import type { Slot } from '../../electron/engine/schedule.ts';
import type { System } from '../../electron/engine/system.ts';
import type { Timeouts } from '../../electron/engine/timeouts.ts';
import type { PlannedProbe } from '../../shared/model/check.ts';
import type { Family } from '../../shared/model/family.ts';
import { Observation } from '../../shared/model/observation.ts';

/** A submission probe at mail.example.org, changed as asked. */
export function aProbe(change: Partial<PlannedProbe> = {}): PlannedProbe {
  return {
    id: 'p1',
    protocol: 'smtp',
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
    role: 'outgoing',
    priority: 1,
    ...change,
  };
}

/** One IPv4 address of the invented mail.example.org. */
export const atHome = { ipAddress: '192.0.2.10', family: 4 } as const;

export type Probed = {
  readonly observations: readonly Observation[];
  /** Stages in the order they were announced; `silent` where the silence had become suspicious. */
  readonly progress: readonly string[];
};

/** The place of a probe that is alone. */
const loneliest: Slot = {
  yield: () => {},
  tryReacquire: () => true,
  reacquire: () => Promise.resolve(),
  release: () => {},
};

/** All the time that a server may take on a line that loses nothing. */
export const wholeTimeouts: Timeouts = {
  greetingMs: () => limits.greetingMs,
  helloMs: () => limits.replyMs,
  replyMs: () => limits.replyMs,
  handshakeMs: () => limits.handshakeMs,
};

type Circumstances = Partial<ProbeContext> & {
  readonly addresses?: readonly { readonly ipAddress: string; readonly family: Family }[];
  readonly signal?: AbortSignal;
};

/** Runs one probe to its end. Every observation is checked against the model's schema. */
export async function probing(
  system: System,
  planned: PlannedProbe,
  change: Circumstances = {},
): Promise<Probed> {
  const { addresses = [atHome], signal = new AbortController().signal, ...context } = change;
  const observations: Observation[] = [];
  const progress: string[] = [];
  const trips = roundTrips();
  await probe(
    { probe: planned, addresses, dnsMs: 1 },
    {
      system,
      checkStartedMs: 0,
      timeoutMs: 10_000,
      roundTrips: trips,
      isCutOff: async () => false,
      preferences: preferences(),
      slot: loneliest,
      timeoutsAt: () => wholeTimeouts,
      nextObservationId: () => `o${observations.length + 1}`,
      onProgress: (stage, silent) => progress.push(silent ? 'silent' : stage),
      // Somebody else is there, and near.
      onUnwitnessed: () => void system.clock.sleep(20, signal).then(() => trips.noteLife(system.clock.now())),
      onObserved: (observation) => observations.push(Observation.parse(observation)),
      ...context,
    },
    signal,
  );
  return { observations, progress };
}
