import type { CheckEvent } from '../model/check.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { ControlKind, Observation, Role, Stage } from '../model/observation.ts';

/** What has been seen so far of one thing to probe: the stages it entered, and what it ended with. */
export type Attempt = Endpoint & {
  readonly role: Role;
  readonly control?: ControlKind | undefined;
  readonly entered: readonly Stage[];
  /** Its SYNs have gone unanswered for suspiciously long. */
  readonly isSilent: boolean;
  /** When it began, in ms since the check did; null while it has not. */
  readonly startedMs: number | null;
  /** One for each address tried; none while it is still on its way. */
  readonly observations: readonly Observation[];
};

/** Follows a running check: what its events have said so far, as attempts in the order in which they were planned. */
export class Attempts {
  readonly #attempts = new Map<string, Attempt>();

  /** Takes in what the check says next. What was seen of something that no plan announced is kept; its stages alone are not. */
  apply(event: CheckEvent): void {
    if (event.type === 'planned') {
      for (const { id, role, control, protocol, host, port, security } of event.probes) {
        if (this.#attempts.has(id)) continue;
        this.#attempts.set(id, { role, control, protocol, host, port, security, ...notBegun });
      }
    } else if (event.type === 'progress') {
      this.#change(event.probeId, ({ entered, startedMs }) => ({
        entered: [...entered, event.stage],
        isSilent: event.silent ?? false,
        startedMs: startedMs ?? event.atMs,
      }));
    } else if (event.type === 'observed') {
      const { probeId, observation } = event;
      if (!this.#attempts.has(probeId)) this.#attempts.set(probeId, fromObservation(observation));
      else
        this.#change(probeId, ({ observations, startedMs }) => ({
          observations: [...observations, observation],
          isSilent: false,
          startedMs: startedMs ?? observation.startedMs,
        }));
    }
  }

  /** As far as the check has come. */
  soFar(): readonly Attempt[] {
    return [...this.#attempts.values()];
  }

  #change(id: string, to: (attempt: Attempt) => Partial<Attempt>): void {
    const attempt = this.#attempts.get(id);
    if (attempt) this.#attempts.set(id, { ...attempt, ...to(attempt) });
  }
}

const notBegun = { entered: [], isSilent: false, startedMs: null, observations: [] } as const;

/** The attempts that these events of one check told of. */
export function attemptsFromEvents(events: readonly CheckEvent[]): readonly Attempt[] {
  const attempts = new Attempts();
  for (const event of events) attempts.apply(event);
  return attempts.soFar();
}

/** The same from a report, where every attempt has ended. */
export function attemptsFromObservations(observations: readonly Observation[]): readonly Attempt[] {
  return observations.map(fromObservation);
}

function fromObservation(observation: Observation): Attempt {
  const { role, control, protocol, host, port, security, startedMs } = observation;
  const endpoint = { protocol, host, port, security };
  return { role, control, ...endpoint, ...notBegun, startedMs, observations: [observation] };
}
