import type { State } from '../../shared/ledger/state.ts';
import type { PlannedProbe } from '../../shared/model/check.ts';
import { addressesFor } from '../../shared/plan/decide.ts';
import type { Proposal } from '../../shared/plan/plan.ts';
import type { Preferences } from './connect/preferences.ts';
import type { RoundTrips } from './connect/round-trips.ts';
import type { Told } from './ledger.ts';
import { patienceFor } from './patience.ts';
import { probe } from './probe/index.ts';
import type { ProbeContext } from './probe/probe.ts';
import type { Schedule } from './schedule.ts';
import type { System } from './system.ts';

export type Launch = {
  readonly system: System;
  readonly state: () => State;
  readonly tell: (fact: Told) => void;
  readonly queue: Schedule;
  /** What is learned of round trips and losses, by all probes for all. */
  readonly roundTrips: RoundTrips;
  readonly preferences: Preferences;
  readonly nextObservationId: () => string;
  readonly startedMs: number;
  /** Looks whether this computer's own kernel knows no way at all over this family now. */
  readonly isCutOff: (family: 4 | 6) => Promise<boolean>;
  /** Ends what is under way; another one each time. */
  readonly lifetime: () => AbortSignal;
};

/**
 * Puts probes of one check into its queue, and tells what they see. What one probe learns of round trips and of address families serves
 * the others.
 */
export function launcher(options: Launch): (plannedProbe: PlannedProbe, proposal: Proposal) => void {
  const { state, tell, queue, lifetime } = options;

  return (plannedProbe, proposal) => {
    const { lookups } = state();
    const computer = (lookups.get(proposal.sameComputerAs ?? proposal.host)?.addresses ?? [])
      .map(({ ipAddress }) => ipAddress)
      .toSorted()
      .join(' ');
    const target = {
      probe: plannedProbe,
      addresses: addressesFor(state(), proposal),
      dnsMs: lookups.get(proposal.host)?.elapsedMs ?? 0,
    };
    const context = contextOf(plannedProbe, proposal.asking, options);
    queue.add({
      computer,
      exclusive: `${computer} ${plannedProbe.port}`,
      priority: plannedProbe.priority,
      isWitness: plannedProbe.role === 'portal',
      run: (place) => probe(target, { ...context, place }, lifetime()),
      onLeft: () => tell({ type: 'goodbye-sent', probeId: plannedProbe.id }),
      onEnded: () => tell({ type: 'probe-ended', probeId: plannedProbe.id }),
    });
  };
}

type Context = Omit<ProbeContext, 'place'>;

function contextOf(plannedProbe: PlannedProbe, asking: number, options: Launch): Context {
  const { system, state, tell, roundTrips, startedMs } = options;
  const { id: probeId, role } = plannedProbe;
  return {
    system,
    roundTrips,
    preferences: options.preferences,
    isCutOff: options.isCutOff,
    checkStartedMs: startedMs,
    timeoutMs: state().input.timeoutMs,
    patienceAt: (ipAddress) => patienceFor(plannedProbe, { state, roundTrips, asking, ipAddress }),
    nextObservationId: options.nextObservationId,
    onProgress: (stage, silent) => {
      if (silent) tell({ type: 'endpoint-silent', probeId });
      else {
        // The next stage of a dialogue begins with what was just heard.
        if (stage !== 'connect') roundTrips.noteLife(system.clock.now());
        tell({ type: 'stage-entered', probeId, stage });
      }
    },
    onUnwitnessed: (since) => {
      if (role === 'portal') return; // the witness's own silence needs no witness: it would be asked for without end
      tell({ type: 'nobody-heard', probeId, sinceMs: Math.floor(since - startedMs) + 1 });
    },
    onObserved: (observation) => {
      if (observation.outcome === 'ok') roundTrips.noteLife(system.clock.now());
      tell({ type: 'observed', probeId, observation });
    },
  };
}
