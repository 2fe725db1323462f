import type { CheckEvent } from '../../shared/model/check.ts';
import type { Endpoint } from '../../shared/model/endpoint.ts';
import type { ControlKind, Observation, Role, Stage } from '../../shared/model/observation.ts';

/** What has been seen so far of one thing to probe: the stages it entered, and what it ended with. */
export type Attempt = Endpoint & {
  readonly role: Role;
  readonly control?: ControlKind | undefined;
  readonly entered: readonly Stage[];
  /** Its SYNs have gone unanswered for suspiciously long. */
  readonly isSilent: boolean;
  /** One for each address tried; none while it is still on its way. */
  readonly observations: readonly Observation[];
};

/** What a running check has said so far, as attempts in the order in which they were planned. */
export function attemptsFromEvents(events: readonly CheckEvent[]): readonly Attempt[] {
  const attempts = new Map<string, Attempt>();
  for (const event of events) {
    if (event.type === 'planned') {
      for (const { id, role, control, protocol, host, port, security } of event.probes) {
        attempts.set(id, {
          role,
          control,
          protocol,
          host,
          port,
          security,
          entered: [],
          isSilent: false,
          observations: [],
        });
      }
    } else if (event.type === 'progress') {
      change(attempts, event.probeId, (attempt) => ({
        entered: [...attempt.entered, event.stage],
        isSilent: event.silent ?? false,
      }));
    } else if (event.type === 'observed') {
      const { observation } = event;
      if (attempts.has(event.probeId)) {
        change(attempts, event.probeId, (attempt) => ({
          observations: [...attempt.observations, observation],
          isSilent: false,
        }));
      } else {
        attempts.set(event.probeId, fromObservation(observation));
      }
    }
  }
  return [...attempts.values()];
}

/** The same from a report, where every attempt has ended. */
export function attemptsFromObservations(observations: readonly Observation[]): readonly Attempt[] {
  return observations.map(fromObservation);
}

function fromObservation(observation: Observation): Attempt {
  const { role, control, protocol, host, port, security } = observation;
  const endpoint = { protocol, host, port, security };
  return { role, control, ...endpoint, entered: [], isSilent: false, observations: [observation] };
}

function change(
  attempts: Map<string, Attempt>,
  id: string,
  to: (attempt: Attempt) => Partial<Attempt>,
): void {
  const attempt = attempts.get(id);
  if (attempt) attempts.set(id, { ...attempt, ...to(attempt) });
}
