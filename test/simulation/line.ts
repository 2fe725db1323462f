import type { Clock } from '../../electron/engine/system.ts';
import type { Chance } from './chance.ts';

/** The wire between the person and the world. */
export type LineQuality = {
  /** To a server of middling distance, there and back. */
  readonly roundTripMs: number;
  /** Of packets, each way. */
  readonly lossPercent: number;
  /** A packet takes up to this many times its usual time longer. */
  readonly jitter: number;
  /** Times at which nothing passes, since the start of the check. */
  readonly gaps: readonly { readonly fromMs: number; readonly untilMs: number }[];
};

export type Line = {
  /** Whether a packet that is sent now, or in so many ms, arrives. */
  passes(inMs?: number): boolean;
  /** One round trip at this distance (1: middling), in ms. */
  roundTripMs(distance: number): number;
  /** From saying something until the answer is here, in ms, with what TCP repeats on the way. */
  exchangeMs(distance: number): number;
};

/** Linux' least and largest time before a segment is sent again (RFC 6298 has 1 s as the least, Linux 0.2 s), in ms. */
const leastRepeatMs = 200;
const mostRepeats = 8;

export function line(quality: LineQuality, clock: Clock, chance: Chance): Line {
  const loss = quality.lossPercent / 100;
  const passesAt = (ms: number): boolean =>
    !quality.gaps.some(({ fromMs, untilMs }) => ms >= fromMs && ms < untilMs) && chance() >= loss;
  const roundTripMs = (distance: number): number =>
    Math.max(0.2, quality.roundTripMs * distance * (1 + quality.jitter * chance()));

  return {
    passes: (inMs = 0) => passesAt(clock.now() + inMs),
    roundTripMs,
    exchangeMs(distance) {
      const usualMs = roundTripMs(distance);
      let waitedMs = 0;
      let repeatMs = Math.max(leastRepeatMs, 1.5 * usualMs);
      for (let repeats = 0; repeats < mostRepeats; repeats += 1) {
        const sentMs = clock.now() + waitedMs;
        if (passesAt(sentMs) && passesAt(sentMs + usualMs / 2)) break;
        waitedMs += repeatMs;
        repeatMs *= 2;
      }
      return waitedMs + usualMs;
    },
  };
}
