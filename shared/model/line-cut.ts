import { answerMoments } from './answer-moments.ts';
import { hasConnected, type Observation } from './observation.ts';
import { remembered } from './remembered.ts';
import { silenceMs } from './silence.ts';

/** An answer to what was said last is due after so many round trips and this time, in ms, besides what a greeting takes at that server. */
const dueRoundTrips = 2;
const dueGraceMs = 200;

/** Times in a report are rounded one by one. */
const roundingMs = 0.5;

/** No line is cut and laid anew within so short a time, in ms. */
const shortestCutMs = 50;

/** In which time the line was cut, in ms since the check began, if that is what ended this attempt. */
type Cut = { readonly fromMs: number; readonly untilMs: number };

/**
 * Whether it may be the line's doing that this attempt at a server of the user's connected and then failed: the line was cut and laid anew meanwhile, as when a router
 * dials in again, a VPN comes up, or a table of connections is emptied. All connections of before are dead then, in silence or with an end,
 * while new ones are made as ever.
 *
 * It is not where a connection of before was heard afterwards, nor where the same server, or a stranger's, failed in that way at another time
 * as well.
 */
export function mayBeOfCutLine(o: Observation, all: readonly Observation[]): boolean {
  return doubtful(all).has(o);
}

const doubtful = remembered(
  (all: readonly Observation[]): ReadonlySet<Observation> => {
    const failed = all.flatMap((o) => {
      const cut = cutOf(o, all);
      return cut === null ? [] : [{ o, cut }];
    });
    if (failed.length === 0) return new Set();
    const heard = all.filter(hasConnected).map((o) => ({ o, moments: heardMoments(o) }));
    const isRefuted = ({ o, cut }: (typeof failed)[number]): boolean =>
      heard.some(
        (other) => other.o !== o && other.o.family === o.family && isHeardBoth(other.moments, cut),
      ) || failed.some((other) => isComparable(other.o, o) && isApart(other.cut, cut));
    return new Set(failed.filter((one) => isOwn(one.o) && !isRefuted(one)).map(({ o }) => o));
  },
  (all) => [all],
);

function isOwn({ role }: Observation): boolean {
  return role === 'outgoing' || role === 'incoming';
}

/** When something was heard. An end is no word: a reset may be the line's own. */
function heardMoments(o: Observation): number[] {
  const beforeMs = o.startedMs + o.elapsedMs - roundingMs;
  return isEnded(o) ? answerMoments(o).filter((ms) => ms < beforeMs) : answerMoments(o);
}

function isEnded({ outcome }: Observation): boolean {
  return outcome === 'reset' || outcome === 'closed';
}

/** On one connection, before the line can have been cut and after it. */
function isHeardBoth([connectedMs = Number.POSITIVE_INFINITY, ...later]: number[], { fromMs, untilMs }: Cut) {
  return connectedMs <= fromMs + shortestCutMs && later.some((ms) => ms > untilMs);
}

/** The same server, or one of the two is a stranger's: what keeps several of them from speaking at different times is no cut. */
function isComparable(other: Observation, o: Observation): boolean {
  return other !== o && (other.address === o.address || other.role === 'reference');
}

function isApart(a: Cut, b: Cut): boolean {
  return a.fromMs > b.untilMs || b.fromMs > a.untilMs;
}

function cutOf(o: Observation, all: readonly Observation[]): Cut | null {
  if (!hasConnected(o) || o.role === 'portal') return null;
  const endedMs = o.startedMs + o.elapsedMs;
  if (o.outcome === 'timeout') {
    const lastedMs = silenceMs(o);
    if (lastedMs === undefined) return null;
    const fromMs = endedMs - lastedMs;
    const pauseMs = o.stage === 'greeting' ? slowestGreetingMs(o, all) : 0;
    return { fromMs, untilMs: fromMs + dueRoundTrips * (o.timings.connect ?? 0) + dueGraceMs + pauseMs };
  }
  if (!isEnded(o)) return null;
  // The answer to what is sent after the cut: it was made when the one before had been heard.
  return { fromMs: heardMoments(o).at(-1) ?? endedMs, untilMs: endedMs };
}

/** How long this server takes to greet, as far as it was heard. */
function slowestGreetingMs({ address }: Observation, all: readonly Observation[]): number {
  const greeted = all.filter(
    (o) => o.address === address && o.security !== 'tls' && o.greeting !== undefined,
  );
  return Math.max(0, ...greeted.map(({ timings }) => timings.greeting ?? 0));
}
