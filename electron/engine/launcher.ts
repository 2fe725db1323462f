import type { CheckEvent, CheckInput, PlannedProbe } from '../../shared/model/check.ts';
import type { Observation, Stage } from '../../shared/model/observation.ts';
import type { Preferences } from './connect/preferences.ts';
import type { RoundTrips } from './connect/round-trips.ts';
import type { IpAddress, Knowledge } from './knowledge.ts';
import { patienceFor } from './patience.ts';
import { probe } from './probe/index.ts';
import type { Schedule } from './schedule.ts';
import type { System } from './system.ts';

export type Launch = {
  readonly input: CheckInput;
  readonly system: System;
  readonly known: Knowledge;
  readonly queue: Schedule;
  /** What is learned of round trips and losses, by all probes for all. */
  readonly roundTrips: RoundTrips;
  readonly preferences: Preferences;
  readonly nextObservationId: () => string;
  readonly elapsedMs: () => number;
  readonly startedMs: number;
  /** Looks whether this computer's own kernel knows no way at all over this family now. */
  readonly isCutOff: (family: 4 | 6) => Promise<boolean>;
  /** Ends what is under way; another one each time. */
  readonly lifetime: () => AbortSignal;
  readonly onEvent: (event: CheckEvent) => void;
  readonly onObserved: (probe: PlannedProbe, observation: Observation) => void;
  /** A probe has no more to say. */
  readonly onEnded: (probeId: string) => void;
  /** Something became known that may be worth a new plan. */
  readonly onNews: () => void;
};

/** How a probe goes: the addresses it may try, out of all that its computer has. */
export type Way = {
  readonly addresses: readonly IpAddress[];
  readonly computer: readonly IpAddress[];
  readonly family: 4 | 6 | undefined;
  /** How often this endpoint is asked, this time included. */
  readonly asking: number;
};

/**
 * Puts probes of one check into its queue, and what they see into its knowledge. What one probe learns of round trips and of
 * address families serves the others.
 */
export function launcher(options: Launch): (plannedProbe: PlannedProbe, way: Way) => void {
  const { input, system, known, queue, elapsedMs, isCutOff } = options;
  const shared = { roundTrips: options.roundTrips, preferences: options.preferences, isCutOff };

  return (plannedProbe, { addresses, computer, family, asking }) => {
    known.setUnderWay(plannedProbe, true);
    options.onEvent({ type: 'planned', probes: [plannedProbe] });
    const computerKey = computer
      .map(({ ipAddress }) => ipAddress)
      .toSorted()
      .join(' ');
    const progressed = (stage: Stage, silent?: boolean): void => {
      if (silent) {
        known.setSilent(plannedProbe.id, { probe: plannedProbe, family });
        options.onNews();
      } else if (stage !== 'connect') {
        // The next stage of a dialogue begins with what was just heard.
        shared.roundTrips.noteLife(system.clock.now());
      }
      const mark = silent ? { silent } : {};
      options.onEvent({ type: 'progress', probeId: plannedProbe.id, stage, atMs: elapsedMs(), ...mark });
    };
    const context = {
      ...shared,
      system,
      checkStartedMs: options.startedMs,
      timeoutMs: input.timeoutMs,
      patienceAt: (ipAddress: string) =>
        patienceFor(plannedProbe, { input, known, roundTrips: shared.roundTrips, asking, ipAddress }),
      nextObservationId: options.nextObservationId,
      onProgress: progressed,
      onUnwitnessed: (sinceMs: number) => {
        if (plannedProbe.role === 'portal') return; // the witness's own silence needs no witness: it would be asked for without end
        known.setUnheard(plannedProbe.id, Math.floor(sinceMs - options.startedMs) + 1);
        options.onNews();
      },
      onObserved: (observation: Observation) => {
        known.setSilent(plannedProbe.id, null);
        known.setUnheard(plannedProbe.id, null);
        if (observation.outcome === 'ok') shared.roundTrips.noteLife(system.clock.now());
        options.onObserved(plannedProbe, observation);
        options.onNews();
      },
    };
    queue.add({
      computer: computerKey,
      exclusive: `${computerKey} ${plannedProbe.port}`,
      priority: plannedProbe.priority,
      isWitness: plannedProbe.role === 'portal',
      run: async (place) => {
        const target = { probe: plannedProbe, addresses, dnsMs: known.lookupMs(plannedProbe.host) };
        await probe(target, { ...context, place }, options.lifetime());
        known.setUnderWay(plannedProbe, false);
        options.onEnded(plannedProbe.id);
      },
    });
  };
}
