import { isSameEndpoint } from '../model/endpoint.ts';
import { mutenessOf } from '../model/muteness.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { silenceMs } from '../model/silence.ts';
import type { Facts } from './facts.ts';

/** A server is blamed where a line with as many such silences would do the same less often than this. */
const mostChance = 1 / 1_000;

/**
 * Whether it may be chance, on a line that loses packets, that the server fell silent in the middle of a dialogue each time it was tried: so often
 * do answers stay away as long elsewhere that as many tries in a row would go wrong. TCP waits twice as long before each time it sends the same packet
 * again, so a few losses in a row look like a server that says no more. Silence from the first word on has its own proof (`model/muteness.ts`).
 */
export function mayBeLosses(o: Observation, { all, own }: Pick<Facts, 'all' | 'own'>): boolean {
  if (o.outcome !== 'timeout' || mutenessOf(o) !== null) return false;
  const leastMs = silenceMs(o);
  if (leastMs === undefined) return false;
  const elsewhere = all.filter((other) => hasConnected(other) && !isOfSameFault(other, o, own));
  const waits = elsewhere.flatMap(waitsOf);
  const late = waits.filter((ms) => ms >= leastMs).length;
  const tries = own.filter((other) => isSameEndpoint(other, o) && isStuckAlike(other, o)).length;
  return late > 0 && ((late + 1) / (waits.length + 2)) ** tries > mostChance;
}

/** This endpoint, or another of the user's that fell silent at the same point and never came through: there the server may do the same. */
function isOfSameFault(other: Observation, o: Observation, own: readonly Observation[]): boolean {
  if (isSameEndpoint(other, o)) return true;
  const tries = own.filter((one) => isSameEndpoint(one, other) && hasConnected(one));
  return tries.includes(other) && tries.every((one) => isStuckAlike(one, o));
}

function isStuckAlike(other: Observation, { stage }: Observation): boolean {
  return hasConnected(other) && other.outcome === 'timeout' && other.stage === stage;
}

/** How long each answer after the greeting was waited for, in ms; endless where it did not come. */
function waitsOf({ outcome, stage, security, timings: { tls, ehlo, starttls } }: Observation): number[] {
  const isSaidTwice = security === 'starttls' && tls !== undefined;
  const hello = ehlo === undefined ? [] : isSaidTwice ? [ehlo / 2, ehlo / 2] : [ehlo];
  const waits = { ehlo: hello, starttls: [starttls ?? []].flat(), tls: [tls ?? []].flat() };
  const isStuck = outcome === 'timeout' && stage in waits;
  return [
    ...Object.entries(waits).flatMap(([of, ms]) => (isStuck && of === stage ? [] : ms)),
    ...(isStuck ? [Number.POSITIVE_INFINITY] : []),
  ];
}
