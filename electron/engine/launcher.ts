import type { IpAddress } from '../../shared/ledger/facts.ts';
import { familiesOf } from '../../shared/ledger/known.ts';
import type { State } from '../../shared/ledger/state.ts';
import type { PlannedProbe } from '../../shared/model/check.ts';
import type { Family } from '../../shared/model/family.ts';
import { hasConnected, type Stage } from '../../shared/model/observation.ts';
import { type Proposal, proposalKey } from '../../shared/plan/own-servers.ts';
import { addressesFor } from '../../shared/plan/proposed.ts';
import type { Told } from './ledger.ts';
import { limits } from './limits.ts';
import { probe } from './probe/index.ts';
import type { ProbeContext } from './probe/probe.ts';
import type { Job, Schedule } from './schedule.ts';
import type { System } from './system.ts';
import { timeoutsFor } from './timeouts.ts';
import type { Hearer, OfProbe } from './together/seen-probes.ts';
import type { Together } from './together/together.ts';

export type Launch = {
  readonly system: System;
  readonly state: () => State;
  readonly tell: (fact: Told) => void;
  readonly queue: Schedule;
  /** What is learned of round trips, losses and address families, by all probes for all; in a run of checks, also what they saw. */
  readonly together: Together;
  readonly nextObservationId: () => string;
  readonly startedMs: number;
  /** Looks whether this computer's own kernel knows no way at all over this family now. */
  readonly isCutOff: (family: Family) => Promise<boolean>;
  /** Ends what is under way; another one each time. */
  readonly lifetime: () => AbortSignal;
};

/**
 * Puts probes of one check into its queue, and tells what they see. What one probe learns of round trips and of address families serves
 * the others.
 */
export function launcher(options: Launch): (plannedProbe: PlannedProbe, proposal: Proposal) => void {
  const { state, tell, queue, lifetime, together } = options;

  function launch(plannedProbe: PlannedProbe, proposal: Proposal): void {
    const { lookups } = state();
    // One address alone is a computer of its own.
    const all = lookups.get(proposal.sameComputerAs ?? proposal.host)?.addresses ?? [];
    const addresses = addressesFor(state(), proposal);
    const computer = (proposal.address === undefined ? all : addresses)
      .map(({ ipAddress }) => ipAddress)
      .toSorted()
      .join(' ');
    const target = { probe: plannedProbe, addresses, dnsMs: lookups.get(proposal.host)?.elapsedMs ?? 0 };
    const key = `${proposalKey(proposal)} ${state().input.serverPort === plannedProbe.port} ${computer}`;
    const signal = lifetime();
    const known = together.probes?.find(key);
    if (known) {
      known.join(joining(plannedProbe, proposal, signal), signal);
      return;
    }
    const shared = together.probes?.begin(key, tell, options.startedMs, isHeardForItsTime(proposal));
    const say = shared?.tell ?? tell;
    const { id: probeId } = plannedProbe;
    const context = contextOf(plannedProbe, proposal.asking, options, say);
    const ends = shared?.signal ?? signal;
    const job: Job = {
      computer,
      exclusive: `${computer} ${plannedProbe.port}`,
      priority: plannedProbe.priority,
      isWitness: plannedProbe.role === 'portal',
      run: async (slot) => {
        try {
          await probe(target, { ...context, slot }, ends);
        } finally {
          shared?.end(!ends.aborted);
        }
      },
      onLeft: () => {
        shared?.end(!ends.aborted); // all is seen; the server's goodbye tells nothing
        say({ type: 'goodbye-sent', probeId });
      },
      onEnded: () => say({ type: 'probe-ended', probeId }),
    };
    if (shared) {
      const leave = (): void => {
        if (shared.leave(() => queue.handOver(job, shared.signal))) tell({ type: 'probe-ended', probeId });
      };
      signal.addEventListener('abort', leave, { once: true });
    }
    queue.add(job);
  }

  /** Takes in what a probe sees that another check makes, with the moments at which it was seen. */
  function joining(plannedProbe: PlannedProbe, proposal: Proposal, signal: AbortSignal): Hearer {
    const { id: probeId } = plannedProbe;
    let hasEnded = false;
    const hear = (fact: OfProbe, madeMs: number): void => {
      if (hasEnded) return;
      hasEnded = fact.type === 'probe-ended';
      tell(retold(fact, probeId, madeMs));
    };
    signal.addEventListener('abort', () => hear({ type: 'probe-ended', probeId }, 0), { once: true });
    return { hear, askAnew: () => signal.aborted || launch(plannedProbe, proposal) };
  }

  function retold(fact: OfProbe, probeId: string, madeMs: number): OfProbe {
    const later = madeMs - options.startedMs;
    const since = (ms: number): number => Math.round((ms + later) * 100) / 100;
    if (fact.type === 'nobody-heard') return { ...fact, probeId, sinceMs: Math.ceil(fact.sinceMs + later) };
    if (fact.type !== 'observed') return { ...fact, probeId };
    const { startedMs, sinceMs } = fact.observation;
    const observation = {
      ...fact.observation,
      id: options.nextObservationId(),
      startedMs: since(startedMs),
      ...(sinceMs !== undefined && { sinceMs: since(sinceMs) }),
    };
    return { ...fact, probeId, observation };
  }

  return launch;
}

/** Who is asked whether the line is alive shows it for the moment. That no sign-in page is in the way holds for longer. */
function isHeardForItsTime({ role, protocol, asking }: Proposal): boolean {
  return (role === 'portal' && asking > 1) || protocol === 'tcp';
}

type Context = Omit<ProbeContext, 'slot'>;

function contextOf(
  plannedProbe: PlannedProbe,
  asking: number,
  options: Launch,
  tell: (fact: OfProbe) => void,
): Context {
  const { system, state, startedMs } = options;
  const { roundTrips, preferences } = options.together;
  const { id: probeId, role, host } = plannedProbe;
  /** Whoever comes later begins with the other address family, and somebody else shows whether the line is alive. */
  const fellMute = (stage: Stage, at: IpAddress): void => {
    if (role === 'portal') return;
    const now = system.clock.now();
    if (role !== 'reference') {
      const other = at.family === 4 ? 6 : 4;
      if (familiesOf(state(), host).includes(other)) preferences.prefer(host, other);
      tell({ type: 'server-mute', probeId, stage, at: { ipAddress: at.ipAddress, family: at.family } });
    }
    // A far witness is heard only later: until then the line may have been dead for as long again.
    const unheardMs = now - (roundTrips.lastLifeMs() ?? 0) + (roundTrips.witness() ?? 0);
    if (unheardMs > limits.muteSuspicionMs / 2)
      tell({ type: 'nobody-heard', probeId, sinceMs: Math.floor(now - startedMs) + 1 });
  };
  return {
    system,
    roundTrips,
    preferences,
    isCutOff: options.isCutOff,
    checkStartedMs: startedMs,
    timeoutMs: state().input.timeoutMs,
    timeoutsAt: (ipAddress) => timeoutsFor(plannedProbe, { state, roundTrips, asking, ipAddress }),
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
      if (role === 'portal' && hasConnected(observation))
        roundTrips.noteWitness(observation.timings.connect ?? 0);
      tell({ type: 'observed', probeId, observation });
    },
  };
}
