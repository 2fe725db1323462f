import type { IpAddress } from '../../shared/ledger/facts.ts';
import { familiesOf } from '../../shared/ledger/known.ts';
import type { State } from '../../shared/ledger/state.ts';
import type { PlannedProbe } from '../../shared/model/check.ts';
import type { Stage } from '../../shared/model/observation.ts';
import { addressesFor } from '../../shared/plan/decide.ts';
import type { Proposal } from '../../shared/plan/plan.ts';
import type { Preferences } from './connect/preferences.ts';
import type { RoundTrips } from './connect/round-trips.ts';
import type { Told } from './ledger.ts';
import { limits } from './limits.ts';
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
    // One address alone is a computer of its own.
    const all = lookups.get(proposal.sameComputerAs ?? proposal.host)?.addresses ?? [];
    const computer = (proposal.address === undefined ? all : addressesFor(state(), proposal))
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
  const { id: probeId, role, host } = plannedProbe;
  /** Whoever comes later begins with the other address family, and somebody else shows whether the line is alive. */
  const fellMute = (stage: Stage, at: IpAddress): void => {
    if (role === 'portal') return;
    const now = system.clock.now();
    if (role !== 'reference') {
      const other = at.family === 4 ? 6 : 4;
      if (familiesOf(state(), host).includes(other)) options.preferences.prefer(host, other);
      tell({ type: 'server-mute', probeId, stage, at: { ipAddress: at.ipAddress, family: at.family } });
    }
    if (now - (roundTrips.lastLifeMs() ?? 0) > limits.muteSuspicionMs / 2)
      tell({ type: 'nobody-heard', probeId, sinceMs: Math.floor(now - startedMs) + 1 });
  };
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
      if (silent === true) tell({ type: 'endpoint-silent', probeId });
      else if (silent) fellMute(stage, silent);
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
