import type { Observation } from './observation.ts';

/** Times in a report are rounded one by one. */
const roundingMs = 0.5;

/**
 * The moments at which bytes of a connected endpoint are known to have arrived, in ms since the check began. Counted from the end:
 * before the attempt that connected, others may have been lost for long. The lookup was over before `startedMs`.
 */
export function answerMoments(o: Observation): number[] {
  const { tls = 0, greeting = 0, ehlo = 0, starttls = 0 } = o.timings;
  const endedMs = o.startedMs + o.elapsedMs;
  const connectedMs = endedMs - tls - greeting - ehlo - starttls;
  const firstSpans = o.security === 'tls' ? [tls, greeting] : [greeting];
  const moments = [connectedMs];
  for (const span of [...firstSpans, ...laterSpans(o)].filter((ms) => ms > 0)) {
    moments.push((moments.at(-1) ?? 0) + span);
  }
  // What ended by our own patience ended with silence.
  const isSilentEnd = o.outcome === 'timeout' || (o.outcome === 'cancelled' && moments.length > 1);
  return isSilentEnd ? moments.filter((moment) => moment < endedMs - roundingMs) : [...moments, endedMs];
}

/** An exchange that took so many times as long as another one of the same dialogue waited for more than the way there and back. */
const timesAnother = 1.5;

/**
 * How long the answers after the greeting took, in ms, where each is known: of a dialogue with STARTTLS that came to its end, whose two answers to
 * EHLO are counted together. They take as long as each other where nothing was lost.
 */
function laterSpans({
  security,
  outcome,
  timings: { ehlo = 0, starttls = 0, tls = 0 },
}: Observation): number[] {
  const isEven = ehlo / 2 <= timesAnother * starttls;
  return security === 'starttls' && outcome === 'ok' && tls > 0 && isEven ? [ehlo / 2, starttls, tls] : [];
}
