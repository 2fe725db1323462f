import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Catches what is thrown inside one check, by whatever piece of it: the first such bug of ours ends the check, which then says
 * `internal` and nothing else.
 */
export type BugTrap = {
  /** Aborts with the first bug. */
  readonly signal: AbortSignal;
  /** Takes a bug that was caught elsewhere. */
  take(error: unknown): void;
  /** The same function, except that it throws nothing. For callbacks: who calls them cannot know what to do. */
  guard<A extends readonly unknown[]>(run: (...args: A) => void): (...args: A) => void;
  /** Work that nobody waits for. */
  watch(work: Promise<unknown>): void;
};

const current = new AsyncLocalStorage<BugTrap>();

/** A trap for one check. `report` hears of every bug; what it throws itself is dropped, or one mistake would hide another. */
export function bugTrap(report: (error: unknown) => void): BugTrap {
  const caught = new AbortController();
  const take = (error: unknown): void => {
    caught.abort(error);
    try {
      report(error);
    } catch {
      // There is nobody left to tell.
    }
  };
  return {
    signal: caught.signal,
    take,
    guard:
      (run) =>
      (...args) => {
        try {
          run(...args);
        } catch (error) {
          take(error);
        }
      },
    watch: (work) => void work.catch(take),
  };
}

/** Runs a check so that `blameCheck` knows whose timers, sockets and promises are whose. */
export function inTrap<T>(trap: BugTrap, run: () => T): T {
  return current.run(trap, run);
}

/**
 * Hands an error that nobody caught (an event handler's, a lost promise's) to the check in which it happened. Call it where the process
 * hears of such errors; false when it did not happen in a check.
 */
export function blameCheck(error: unknown): boolean {
  const trap = current.getStore();
  trap?.take(error);
  return trap !== undefined;
}
