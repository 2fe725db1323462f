import { answerMoments } from './answer-moments.ts';
import { conventionalSecurity } from './endpoint.ts';
import { hasConnected, type Observation } from './observation.ts';
import { remembered } from './remembered.ts';
import { silenceMs } from './silence.ts';

/** An answer to what was said last is due after so many round trips and this time, in ms, besides what a greeting takes at that server. */
const dueRoundTrips = 2;
const dueGraceMs = 200;

/** An answer is missing, and not only late, when so many times as long has passed. */
const overdueTimes = 2;

/** Times in a report are rounded one by one. */
const roundingMs = 0.5;

/** No line is cut and laid anew within so short a time, in ms. */
const shortestCutMs = 50;

/** In which time the line was cut, in ms since the check began, if that is what ended this attempt. */
type Cut = { readonly fromMs: number; readonly untilMs: number };

type Failed = { readonly o: Observation; readonly cut: Cut };

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
    const failed = all.flatMap((o): Failed[] => {
      const cut = cutOf(o, all);
      return cut === null ? [] : [{ o, cut }];
    });
    if (failed.length === 0) return new Set();
    const heard = all.filter(hasConnected).map((o) => ({ o, moments: heardMoments(o) }));
    const isRefuted = ({ o, cut }: Failed): boolean =>
      isHeardThroughout(
        heard.filter((other) => other.o !== o && other.o.family === o.family).map(({ moments }) => moments),
        cut,
      ) || failed.some((other) => isComparable(other.o, o) && isLong(other, all) && isApart(other.cut, cut));
    return new Set(
      failed
        .filter((one) => isOwn(one.o) && one.o.outcome !== 'cancelled' && !isRefuted(one))
        .map(({ o }) => o),
    );
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

/**
 * Whether at each moment at which the line can have been cut there was a connection that was made before it and heard after it: one from before
 * until after all of them, or several that follow each other.
 */
function isHeardThroughout(connections: readonly number[][], { fromMs, untilMs }: Cut): boolean {
  const spans = connections
    .flatMap(([connectedMs, ...later]) =>
      connectedMs === undefined || later.length === 0 ? [] : [{ connectedMs, lastMs: Math.max(...later) }],
    )
    .sort((a, b) => a.connectedMs - b.connectedMs);
  let heardMs = fromMs;
  for (const { connectedMs, lastMs } of spans) {
    if (connectedMs > Math.max(heardMs, fromMs + shortestCutMs)) break;
    heardMs = Math.max(heardMs, lastMs);
  }
  return heardMs > untilMs;
}

/** The same server, or one of the two is a stranger's: what keeps several of them from speaking at different times is no cut. */
function isComparable(other: Observation, o: Observation): boolean {
  return other !== o && (other.address === o.address || other.role === 'reference');
}

/** It was silent for longer than this server pauses before it greets, so that an answer was missing. */
function isLong({ o }: Failed, all: readonly Observation[]): boolean {
  const pauseMs = pauseBefore(o, all);
  return o.outcome !== 'timeout' || pauseMs === 0 || (silenceMs(o) ?? 0) > pauseMs + dueGraceMs;
}

function isApart(a: Cut, b: Cut): boolean {
  return a.fromMs > b.untilMs || b.fromMs > a.untilMs;
}

function cutOf(o: Observation, all: readonly Observation[]): Cut | null {
  if (!hasConnected(o) || o.role === 'portal') return null;
  const endedMs = o.startedMs + o.elapsedMs;
  if (o.outcome === 'timeout' || o.outcome === 'cancelled') {
    const lastedMs = silenceMs(o);
    if (lastedMs === undefined) return null;
    const fromMs = endedMs - lastedMs;
    const dueMs = dueRoundTrips * (o.timings.connect ?? 0) + dueGraceMs + pauseBefore(o, all);
    // Where it was we who left, its silence says something only when the answer was overdue.
    return o.outcome === 'timeout' || lastedMs > overdueTimes * dueMs
      ? { fromMs, untilMs: fromMs + dueMs }
      : null;
  }
  if (!isEnded(o)) return null;
  // The answer to what is sent after the cut: it was made when the one before had been heard.
  return { fromMs: heardMoments(o).at(-1) ?? endedMs, untilMs: endedMs };
}

/** How long this server takes, as far as it was heard to greet, before it says what was waited for; 0 where that is no greeting. */
function pauseBefore({ address, stage, security, port }: Observation, all: readonly Observation[]): number {
  // A port that is spoken to in clear greets as ever, whatever is said to it.
  const isCrossed = stage === 'tls' && security === 'tls' && conventionalSecurity(port) !== 'tls';
  if (stage !== 'greeting' && !isCrossed) return 0;
  const greeted = all.filter(
    (o) => o.address === address && o.security !== 'tls' && o.greeting !== undefined,
  );
  return Math.max(0, ...greeted.map(({ timings }) => timings.greeting ?? 0));
}
