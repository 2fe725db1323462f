import type { Observation } from '../../../shared/model/observation.ts';
import type { IpAddress } from '../connect/race.ts';
import type { ProbeContext, ProbeTarget } from './probe.ts';

type Particulars = Omit<
  Observation,
  | 'id'
  | 'role'
  | 'protocol'
  | 'host'
  | 'port'
  | 'security'
  | 'address'
  | 'family'
  | 'control'
  | 'operator'
  | 'operatorSize'
>;

/** When an attempt began, and the first of its kind where that was another one; by the system's clock. */
export function timesOf({
  sinceMs,
  startedMs,
}: {
  readonly sinceMs: number;
  readonly startedMs: number;
}): Pick<Observation, 'startedMs' | 'sinceMs'> {
  return sinceMs < startedMs ? { startedMs, sinceMs } : { startedMs };
}

/** An observation of a probe at one of its addresses; `startedMs` and `sinceMs` in `particulars` are the system clock's. */
export function observationOf(
  { probe }: ProbeTarget,
  address: IpAddress,
  context: ProbeContext,
  particulars: Particulars,
): Observation {
  const { role, protocol, host, port, security, control, operator, operatorSize } = probe;
  const { sinceMs } = particulars;
  const sinceStart = (ms: number): number => rounded(Math.max(0, ms - context.checkStartedMs));
  return {
    id: context.nextObservationId(),
    role,
    protocol,
    host,
    port,
    security,
    address: address.ipAddress,
    family: address.family,
    ...particulars,
    startedMs: sinceStart(particulars.startedMs),
    ...(sinceMs === undefined ? {} : { sinceMs: sinceStart(sinceMs) }),
    elapsedMs: rounded(particulars.elapsedMs),
    timings: Object.fromEntries(
      Object.entries(particulars.timings).map(([stage, ms]) => [stage, rounded(ms ?? 0)]),
    ),
    ...(control === undefined ? {} : { control }),
    ...(operator === undefined ? {} : { operator }),
    ...(operatorSize === undefined ? {} : { operatorSize }),
  };
}

/** To a hundredth of a millisecond: what is finer is noise. */
function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
