import { answerMoments } from './answer-moments.ts';
import { hasConnected, type Observation } from './observation.ts';
import { remembered } from './remembered.ts';
import { silenceMs } from './silence.ts';

/** How an attempt ended that connected and then heard nothing at all from the server: in silence, or cut off. */
export type Muteness = 'mute' | 'cut';

/** Silence after the handshake says nothing when it was shorter, in ms: a lost packet is sent again four times in that time. */
const leastSilenceMs = 4_000;

/**
 * TCP doubles its wait each time it sends a lost packet again, so after a line that was dead for some time a greeting comes at the latest
 * when as long again has passed.
 */
const timesDeadLine = 2.2;
const graceMs = 300;

/** How this attempt ended before the server said anything, or null where it did not connect, or the server spoke, or it was we who left. */
export function mutenessOf(o: Observation): Muteness | null {
  const isFirstWord = o.stage === (o.security === 'tls' ? 'tls' : 'greeting');
  if (!hasConnected(o) || !isFirstWord || o.greeting !== undefined || o.tls !== undefined) return null;
  if (o.outcome === 'timeout') return 'mute';
  return o.outcome === 'reset' || o.outcome === 'closed' ? 'cut' : null;
}

/**
 * The same, where it cannot be the line's doing. Silence counts only when others were heard all the while, so often that no time in which
 * nobody was heard can explain it.
 */
export function provenMuteness(o: Observation, all: readonly Observation[]): Muteness | null {
  const muteness = mutenessOf(o);
  return muteness !== 'mute' || isLineCleared(o, all) ? muteness : null;
}

/** When others were heard. */
function heardBesides(o: Observation, all: readonly Observation[]): number[] {
  return momentsOf(all).flatMap(({ of, moments }) => (of === o ? [] : moments));
}

const momentsOf = remembered(
  (all: readonly Observation[]) => all.filter(hasConnected).map((of) => ({ of, moments: answerMoments(of) })),
  (all) => [all],
);

/** Whether up to this time the silence was long enough, and others were heard all the while. */
function isLineCleared(
  o: Observation,
  all: readonly Observation[],
  endMs: number = o.startedMs + o.elapsedMs,
): boolean {
  const fromMs = o.startedMs + o.elapsedMs - (silenceMs(o) ?? 0);
  const silentMs = Math.min(endMs, o.startedMs + o.elapsedMs) - fromMs;
  if (silentMs < leastSilenceMs) return false;
  const heard = heardBesides(o, all)
    .filter((ms) => ms > fromMs && ms < endMs)
    .sort((a, b) => a - b);
  const moments = [fromMs, ...heard, endMs];
  const deadMs = Math.max(...moments.slice(1).map((ms, index) => ms - (moments[index] ?? 0)));
  return heard.length > 0 && silentMs >= timesDeadLine * deadMs + graceMs;
}

/**
 * Whether this attempt's silence, in whatever stage it connected and then ended, cannot be the line's doing. What did not end in silence is not,
 * and a report that does not say how long the silence lasted is taken at its word.
 */
export function isSilenceProven(o: Observation, all: readonly Observation[]): boolean {
  if (o.outcome !== 'timeout' || silenceMs(o) === undefined) return true;
  const endMs = o.startedMs + o.elapsedMs;
  // Long enough with others heard all the while, it was proven, whoever was heard after that.
  return [endMs, ...heardBesides(o, all)].some((untilMs) => isLineCleared(o, all, untilMs));
}

/**
 * Whether the server provably went silent when encryption was to begin, after it had answered in clear: what it says then is long, and goes out
 * in the largest packets there are.
 */
export function isStuckInTls(o: Observation, all: readonly Observation[]): boolean {
  const isSilent = o.outcome === 'timeout' && o.stage === 'tls' && o.tls === undefined;
  return isSilent && o.greeting !== undefined && isLineCleared(o, all);
}
