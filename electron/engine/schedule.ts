import { limits } from './limits.ts';

export type Job = {
  /** The computer it connects to: at most `limits.connectionsPerHost` connections at a time have the same one. */
  readonly computer: string;
  /** Jobs with the same value never run side by side: one connection at a time to one host and port. */
  readonly exclusive: string;
  /** Smaller starts first. */
  readonly priority: number;
  /** Others' silence means something only while it answers, so it does not wait until they are through. */
  readonly isWitness: boolean;
  /** Ends soon after the check's signal aborts. Rejects only for a bug of ours. */
  readonly run: (slot: Slot) => Promise<void>;
  /** It has left its slot, and others may have it; its end is still to come. */
  readonly onLeft: () => void;
  readonly onEnded: () => void;
};

/** A job's slot among the connections to its computer. It begins with one. */
export type Slot = {
  /** No connection is open and hardly one will be made: another job may have the slot meanwhile. */
  yield(): void;
  /** A connection was made after all: has the slot back when it is free; false when others have all of them. */
  tryReacquire(): boolean;
  /** Resolves when the slot is free again, before any job that has not begun, or when the check's signal aborts. */
  reacquire(): Promise<void>;
  /**
   * The last word is sent or the connection closed: what comes next on the same way reaches the server after it. What the job
   * does from here on (hearing the server's goodbye) holds nobody up.
   */
  release(): void;
};

export type Schedule = {
  add(job: Job): void;
  /** Those that have not begun never will. */
  drop(): void;
  /** A job of this check that has begun is nobody's from now on, and ends with that signal; false when it has not begun, or is over. */
  handOver(job: Job, signal: AbortSignal): boolean;
  /** Nothing is waiting, and what still runs only hears goodbyes. */
  isIdle(): boolean;
  /** Not even a goodbye is under way. */
  isEmpty(): boolean;
};

/** `lent`: knocking, with no connection. `left`: saying goodbye. */
type Standing = 'holding' | 'lent' | 'left';

/** Whose jobs they are: one check. Those of the check that began first come first. */
type Owner = {
  readonly order: number;
  readonly onBug: (error: unknown) => void;
  readonly signal: AbortSignal;
};

type Entry = { readonly job: Job; owner: Owner };

/** All connections of one check, or of many that keep the polite limits together. */
export type Pool = {
  /** Whose turn it is, for the checks that share it. */
  nextOrder(): number;
  /** How many jobs were begun so far. */
  begun(): number;
  readonly waiting: Entry[];
  readonly running: Map<Entry, Standing>;
  /** Starts whatever may start now. */
  fill(): void;
  /** Jobs that lent their slot and want it back. */
  readonly returning: { readonly entry: Entry; readonly give: () => void }[];
  hasFreeSlot(computer: string): boolean;
};

/**
 * An empty pool in which so many connections may be under way at once. `isShared`, by many checks: there are never more than that. A connection
 * over which only the server's goodbye is still to be heard has its slot until it is closed, which costs one check a round trip for each
 * dialogue, and many together nothing; and the last place is kept for a witness, who else would come beside the others. Where one place is all
 * there is, the witness has it while another connection is only knocked for: its silence would mean nothing otherwise.
 */
export function connectionPool(most: number = limits.connectionsPerCheck, isShared = false): Pool {
  const waiting: Entry[] = [];
  const running = new Map<Entry, Standing>();
  const returning: Pool['returning'] = [];
  let order = 0;
  let begun = 0;

  const isGone = (standing: Standing): boolean => standing === 'left' && !isShared;
  const isSingle = isShared && most === 1;
  const mostOthers = isShared ? Math.max(1, most - 1) : most;
  const mostWitnesses = isShared ? most : Number.POSITIVE_INFINITY;

  function hasFreeSlot(computer: string): boolean {
    let held = 0;
    for (const [{ job }, standing] of running)
      if (standing !== 'lent' && !isGone(standing) && (isSingle || job.computer === computer)) held += 1;
    return held < (isSingle ? most : limits.connectionsPerHost);
  }

  function mayStart(job: Job): boolean {
    let underWay = 0;
    for (const [{ job: other }, standing] of running) {
      if (isGone(standing)) continue;
      // One more witness may be heard while the one before only waits for an address that stays silent.
      const isAside = job.isWitness && standing === 'lent';
      if (other.exclusive === job.exclusive && !isAside) return false;
      if (!(isSingle && isAside)) underWay += 1;
    }
    return underWay < (job.isWitness ? mostWitnesses : mostOthers) && hasFreeSlot(job.computer);
  }

  function start(entry: Entry): void {
    const { job, owner } = entry;
    running.set(entry, 'holding');
    begun += 1;
    const end = (): void => {
      running.delete(entry);
      fill();
      job.onEnded();
    };
    void job.run(slotOf(entry, pool)).catch(owner.onBug).then(end).catch(owner.onBug);
  }

  function fill(): void {
    for (const one of [...returning]) {
      const { job, owner } = one.entry;
      if (!owner.signal.aborted && !hasFreeSlot(job.computer)) continue;
      returning.splice(returning.indexOf(one), 1);
      running.set(one.entry, 'holding');
      one.give();
    }
    for (let index = 0; index < waiting.length; ) {
      const entry = waiting[index];
      if (!entry || !mayStart(entry.job)) {
        index += 1;
        continue;
      }
      waiting.splice(index, 1);
      start(entry);
    }
  }

  const pool: Pool = {
    nextOrder: () => {
      order += 1;
      return order;
    },
    begun: () => begun,
    waiting,
    running,
    returning,
    fill,
    hasFreeSlot: hasFreeSlot,
  };
  return pool;
}

function slotOf(entry: Entry, { running, returning, hasFreeSlot: hasPlace, fill }: Pool): Slot {
  const { job } = entry;
  return {
    yield() {
      if (running.get(entry) !== 'holding') return;
      running.set(entry, 'lent');
      fill();
    },
    tryReacquire() {
      if (running.get(entry) === 'lent' && !hasPlace(job.computer)) return false;
      running.set(entry, 'holding');
      return true;
    },
    reacquire: () =>
      new Promise((give) => {
        returning.push({ entry, give });
        fill();
      }),
    release() {
      if (running.get(entry) === 'left' || !running.has(entry)) return;
      running.set(entry, 'left');
      fill();
      job.onLeft();
    },
  };
}

/**
 * Runs the jobs of one check side by side within the contract's polite limits, which hold for all checks of the pool together: the check
 * that began first comes first, and of its jobs the most urgent. `onBug` hears of a job that rejects; the others go on.
 */
export function schedule(
  signal: AbortSignal,
  onBug: (error: unknown) => void,
  pool: Pool = connectionPool(),
  order = pool.nextOrder(),
): Schedule {
  const owner: Owner = { order, onBug, signal };
  const { waiting, running, fill } = pool;
  const drop = (): void => {
    const others = waiting.filter((entry) => entry.owner !== owner);
    waiting.splice(0, waiting.length, ...others);
  };
  const isWaiting = (): boolean => waiting.some((entry) => entry.owner === owner);
  const standings = (): Standing[] =>
    [...running].flatMap(([entry, standing]) => (entry.owner === owner ? [standing] : []));
  const end = (): void => {
    drop();
    fill();
  };
  signal.addEventListener('abort', end, { once: true });
  return {
    add(job) {
      if (signal.aborted) return;
      const isLater = (other: Entry): boolean =>
        other.owner.order > owner.order || (other.owner === owner && other.job.priority > job.priority);
      const later = waiting.findIndex(isLater);
      waiting.splice(later === -1 ? waiting.length : later, 0, { job, owner });
      fill();
    },
    drop,
    handOver(job, ends) {
      const entry = [...running.keys()].find((one) => one.job === job);
      if (entry === undefined) return false;
      entry.owner = { ...owner, signal: ends };
      ends.addEventListener('abort', fill, { once: true });
      return true;
    },
    isIdle: () => !isWaiting() && standings().every((standing) => standing === 'left'),
    isEmpty: () => !isWaiting() && standings().length === 0,
  };
}
