import { answerMoments } from '../model/answer-moments.ts';
import type { Muteness } from '../model/muteness.ts';
import { hasConnected, type Observation } from '../model/observation.ts';

/** How an attempt failed before a connection was made. */
export type Failure = 'timeout' | 'refused' | 'unreachable';

/** The same, or after it and before the server said anything. */
export type Shut = Failure | Muteness;

/** Contract, rules of evidence: silence counts after this many SYNs over this long. */
const silentAttempts = 3;
const silentMs = 1200;

/** Whoever was heard so long before or after, in ms, was heard at the same moment. */
const nearbyMs = 1000;

/** Below this round trip, in ms, a refusal from next door cannot be told from one by the server. */
const tellingRoundTripMs = 8;

/**
 * How this attempt provably failed to connect, or null when it did not, or when its failure proves nothing. Silence does not with too few
 * SYNs, too short, or when nothing else answered in that time (the network may have been down for a moment). What this computer or its
 * next hop says does not when nobody else was heard between two times that it did.
 */
export function provenFailure(o: Observation, all: readonly Observation[]): Failure | null {
  if (hasConnected(o)) return null;
  if (o.outcome === 'refused') return isRefusalProven(o, all) ? 'refused' : null;
  if (o.outcome === 'unreachable') return o.witnessed === true ? 'unreachable' : null;
  if (o.outcome !== 'timeout') return null;
  if ((o.attempts ?? 0) < silentAttempts || o.elapsedMs < silentMs || o.witnessed === false) return null;
  const from = o.startedMs;
  const to = o.startedMs + o.elapsedMs;
  return all.some((other) => hasAnsweredBetween(other, from, to, all)) ? 'timeout' : null;
}

/** A report of before this was asked for says only whether anybody was heard about that time. */
function isRefusalProven(o: Observation, all: readonly Observation[]): boolean {
  if (o.witnessed !== undefined || refusalOrigin(o, all) === 'server') return o.witnessed !== false;
  const from = o.startedMs - nearbyMs;
  const to = o.startedMs + o.elapsedMs + nearbyMs;
  return all.some((other) => hasAnsweredBetween(other, from, to, all));
}

/** Whether this endpoint connected or answered at a moment between the two, in ms since the check began. */
function hasAnsweredBetween(o: Observation, from: number, to: number, all: readonly Observation[]): boolean {
  const moments = hasConnected(o) ? answerMoments(o) : [o.startedMs + o.elapsedMs];
  if (!moments.some((moment) => moment >= from && moment <= to)) return false;
  // A refusal is an answer only when it came all the way from the server; a router may refuse while the line is dead. When a later
  // attempt was refused, the moment is not known.
  return hasConnected(o) || (o.attempts === 1 && refusalOrigin(o, all) === 'server');
}

/** Where a refusal came from, by its time against a round trip to the same address. */
export function refusalOrigin(o: Observation, all: readonly Observation[]): 'nearby' | 'server' | 'unknown' {
  if (o.outcome !== 'refused' || o.address === null) return 'unknown';
  const roundTrips = all
    .filter((other) => other.address === o.address && other.port !== o.port && hasConnected(other))
    .map((other) => other.timings.connect ?? 0);
  const roundTripMs = Math.min(...roundTrips);
  if (roundTrips.length === 0 || roundTripMs < tellingRoundTripMs) return 'unknown';
  if (o.elapsedMs < roundTripMs / 3) return 'nearby';
  return o.elapsedMs > roundTripMs / 1.5 ? 'server' : 'unknown';
}
