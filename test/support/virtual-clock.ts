import type { Clock } from '../../electron/engine/system.ts';

export type VirtualClock = Clock & {
  /** Lets time pass, from one sleeper to the next, until the promise is settled. Throws when nothing is left to wait for. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** Something happens at that time, if it comes; nobody waits for it. */
  at(ms: number, happen: () => void): void;
  /** Nothing runs for so long: whoever slept to a moment in that time wakes late. */
  freeze(ms: number): void;
  /** This program has work for so long, or waits for a processor: whoever slept to a moment in that time wakes late. */
  work(ms: number): void;
  /** Somebody sets this computer's date, so much later than it was. */
  setBy(ms: number): void;
  /** Sleepers that have not been woken: 0 when nothing was left behind. */
  sleepers(): number;
};

type Sleeper = { readonly atMs: number; readonly wake: () => void };

/** A clock that stands still while there is work to do and jumps when there is none. Begins at 0 ms. */
export function virtualClock(wallClockStartMs = Date.UTC(2026, 10, 23, 12)): VirtualClock {
  let nowMs = 0;
  let setByMs = 0;
  let workedMs = 0;
  const sleepers = new Set<Sleeper>();
  const happenings: { readonly atMs: number; readonly happen: () => void }[] = [];

  function letHappen(untilMs: number): void {
    for (const one of happenings.filter(({ atMs }) => atMs <= untilMs)) {
      happenings.splice(happenings.indexOf(one), 1);
      nowMs = Math.max(nowMs, one.atMs);
      one.happen();
    }
  }

  return {
    now: () => nowMs,
    wallClock: () => wallClockStartMs + setByMs + nowMs,
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
    at(ms, happen) {
      happenings.push({ atMs: ms, happen });
    },
    freeze(ms) {
      nowMs += ms;
    },
    work(ms) {
      nowMs += ms;
      workedMs += ms;
    },
    workedMs: () => workedMs,
    setBy(ms) {
      setByMs += ms;
    },
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
        letHappen(next.atMs);
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
