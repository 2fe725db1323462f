import type { CheckEvent, CheckInput, PlannedProbe } from '../../shared/model/check.ts';
import type { Endpoint } from '../../shared/model/endpoint.ts';
import type { Observation, Stage } from '../../shared/model/observation.ts';
import { preferences } from './connect/preferences.ts';
import { roundTrips } from './connect/round-trips.ts';
import type { IpAddress, Knowledge } from './knowledge.ts';
import { limits } from './limits.ts';
import { probe } from './probe/index.ts';
import type { Schedule } from './schedule.ts';
import type { System } from './system.ts';

export type Launch = {
  readonly input: CheckInput;
  readonly system: System;
  readonly known: Knowledge;
  readonly queue: Schedule;
  readonly nextObservationId: () => string;
  readonly elapsedMs: () => number;
  readonly startedMs: number;
  readonly onEvent: (event: CheckEvent) => void;
  readonly onObserved: (probe: PlannedProbe, observation: Observation) => void;
  /** Something became known that may be worth a new plan. */
  readonly onNews: () => void;
};

/** How a probe goes: the addresses it may try, out of all that its computer has. */
export type Way = {
  readonly addresses: readonly IpAddress[];
  readonly computer: readonly IpAddress[];
  readonly family: 4 | 6 | undefined;
};

/**
 * Puts probes of one check into its queue, and what they see into its knowledge. What one probe learns of round trips and of
 * address families serves the others.
 */
export function launcher(
  options: Launch,
  signal: AbortSignal,
): (plannedProbe: PlannedProbe, way: Way) => void {
  const { input, system, known, queue, elapsedMs } = options;
  const shared = { roundTrips: roundTrips(), preferences: preferences() };

  return (plannedProbe, { addresses, computer, family }) => {
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
      greetingMs: () => greetingMs(plannedProbe, input, known),
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
      run: (place) =>
        probe(
          { probe: plannedProbe, addresses, dnsMs: known.lookupMs(plannedProbe.host) },
          { ...context, place },
          signal,
        ),
    });
  };
}

/**
 * How long a greeting is waited for, in ms: 30 s, except where the answer is known, or nothing depends on it any more: on ports that
 * nobody needs while another works, and at strangers' servers, which greet at once.
 */
function greetingMs(plannedProbe: PlannedProbe, input: CheckInput, known: Knowledge): number {
  const { port } = plannedProbe;
  if (expectsTlsFirst(plannedProbe, known.observations)) return limits.crossedGreetingMs;
  const isAsked = port === input.serverPort || port === input.current?.port;
  const isAlternative = !isAsked && (port === 25 || port === 26 || port === 2525);
  if (plannedProbe.role === 'reference') return limits.alternativeGreetingMs;
  return known.usable && isAlternative ? limits.alternativeGreetingMs : limits.greetingMs;
}

/** The port was already seen to speak TLS from the first byte, so it will not greet in plain text however long one waits. */
function expectsTlsFirst({ host, port, security }: Endpoint, seen: readonly Observation[]): boolean {
  const isSeen = (o: Observation): boolean =>
    o.host === host && o.port === port && o.security === 'tls' && o.tls !== undefined;
  return security !== 'tls' && seen.some(isSeen);
}
