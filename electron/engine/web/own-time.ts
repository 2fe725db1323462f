import type { Clock } from '../system.ts';

/** Time that passes from now on, but not while a turn is waited for: others' slowness takes nobody's time. */
export type OwnTime = {
  ms(): number;
  /** Waits for a turn, where there is one to wait for. One at a time. */
  waiting<T>(turn: Promise<T> | undefined): Promise<T | undefined>;
};

/** Starts at 0. */
export function ownTime(clock: Pick<Clock, 'now'>): OwnTime {
  const startedMs = clock.now();
  let waitedMs = 0;
  let waitingSinceMs: number | null = null;
  return {
    ms: () => (waitingSinceMs ?? clock.now()) - startedMs - waitedMs,
    async waiting(turn) {
      if (turn === undefined) return undefined;
      const sinceMs = clock.now();
      waitingSinceMs = sinceMs;
      const got = await turn;
      waitedMs += clock.now() - sinceMs;
      waitingSinceMs = null;
      return got;
    },
  };
}
