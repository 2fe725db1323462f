import * as z from 'zod/mini';
import { Family } from './family.ts';
import { hasConnected, type Observation } from './observation.ts';

const milliseconds = z.number().check(z.minimum(0));

/** Something that happened to this computer during a check. All times are ms since the check began. */
export const Disturbance = z.object({
  /**
   * `lost`: for a while there was no way to the network, and then the same one was back. `other-network`: the way out is another one, or
   * one over an address family that had none. `asleep`: nothing ran on this computer, itself included. `clock-leapt`: its date changed
   * by more than the time that passed, because it was set or because the computer slept.
   */
  kind: z.enum(['lost', 'other-network', 'asleep', 'clock-leapt']),
  /** Until then all was well. */
  fromMs: milliseconds,
  /** From here on all is well again. */
  untilMs: milliseconds,
  /** The address family concerned; absent where both are. */
  family: z.optional(Family),
  /** By how much the date changed, in ms; negative when it went back. */
  leapMs: z.optional(z.number()),
});
export type Disturbance = Readonly<z.infer<typeof Disturbance>>;

/** A date that changed by more than this, in ms, makes other certificates valid. */
const tellingLeapMs = 3_600_000;

/**
 * The observations that still prove something after these disturbances: failures that one of them touched do not, nor what was seen in
 * an earlier network, nor certificates judged by an earlier date. Of two answers by one certificate, whether it is valid today, only
 * the later counts: between them the clock was set.
 */
export function standing(
  observations: readonly Observation[],
  disturbances: readonly Disturbance[] = [],
): readonly Observation[] {
  const left =
    disturbances.length === 0
      ? observations
      : observations.filter((o) => !disturbances.some((disturbance) => isVoidedBy(o, disturbance)));
  const outdated = judgedByAnotherClock(left);
  return outdated.length === 0 ? left : left.filter((o) => !outdated.includes(o));
}

/** Those that found a certificate out of its time, or within it, and a later one of the same certificate found the contrary. */
export function judgedByAnotherClock(observations: readonly Observation[]): Observation[] {
  const secured = observations.filter((o) => o.tls !== undefined);
  return secured.filter((o) =>
    secured.some(
      (later) => isSameChain(later, o) && isOutOfTime(later) !== isOutOfTime(o) && endOf(later) > endOf(o),
    ),
  );
}

function isVoidedBy(o: Observation, { kind, fromMs, untilMs, family, leapMs = 0 }: Disturbance): boolean {
  if (family !== undefined && o.family !== null && o.family !== family) return false;
  if (kind === 'other-network' && o.startedMs < untilMs) return true;
  const isOfOldDate = o.tls !== undefined || o.web?.clockOffsetMs !== undefined;
  if (Math.abs(leapMs) > tellingLeapMs && isOfOldDate && startOf(o) < untilMs) return true;
  return o.outcome !== 'ok' && startOf(o) < untilMs && endOf(o) >= fromMs && !isAnswered(o, fromMs);
}

/** It had its answer before. */
function isAnswered(o: Observation, fromMs: number): boolean {
  return hasConnected(o) && endOf(o) <= fromMs;
}

/** Its issuers may be out of their time as well, so they have to be the same. */
function isSameChain({ tls: a }: Observation, { tls: b }: Observation): boolean {
  return (
    a?.fingerprint256 === b?.fingerprint256 &&
    a?.chainLength === b?.chainLength &&
    a?.topIssuer === b?.topIssuer
  );
}

function isOutOfTime({ tls }: Observation): boolean {
  return tls?.problems.some((problem) => problem === 'expired' || problem === 'not-yet-valid') ?? false;
}

/** When the first of its attempts began. */
function startOf({ startedMs, sinceMs = startedMs }: Observation): number {
  return sinceMs;
}

function endOf({ startedMs, elapsedMs }: Observation): number {
  return startedMs + elapsedMs;
}
