import type { Clock } from '../../electron/engine/system.ts';

export type VirtualClock = Clock & {
  /** Lets time pass, from one sleeper to the next, until the promise is settled. Throws when nothing is left to wait for. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** Sleepers that have not been woken: 0 when nothing was left behind. */
  sleepers(): number;
};

type Sleeper = { readonly atMs: number; readonly wake: () => void };

/** A clock that stands still while there is work to do and jumps when there is none. Begins at 0 ms. */
export function virtualClock(wallClockStartMs = Date.UTC(2026, 10, 23, 12)): VirtualClock {
  let nowMs = 0;
  const sleepers = new Set<Sleeper>();

  return {
    now: () => nowMs,
    wallClock: () => wallClockStartMs + nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper: Sleeper = { atMs: onGrid(nowMs + Math.max(0, ms)), wake };
        sleepers.add(sleeper);
        signal.addEventListener('abort', wake, { once: true });
      }),
    sleepers: () => sleepers.size,
    async run(promise) {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      promise.then(settle, settle);
      for (;;) {
        await idle();
        if (isSettled) return promise;
        const next = [...sleepers].reduce<Sleeper | undefined>(
          (first, one) => (first === undefined || one.atMs < first.atMs ? one : first),
          undefined,
        );
        if (!next) throw new Error(`at ${nowMs} ms nothing is left that could happen`);
        nowMs = Math.max(nowMs, next.atMs);
        next.wake();
      }
    },
  };
}

/** Never a trace earlier than asked for: whoever waits for a moment would ask for what rounding left, and time would stand still. */
function onGrid(ms: number): number {
  return Math.ceil(ms * 1024) / 1024;
}

/** Streams and promises do all their work before the second of two macrotasks. */
async function idle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}
