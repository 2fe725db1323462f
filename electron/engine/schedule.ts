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
  readonly run: (place: Place) => Promise<void>;
  /** It has left its place, and others may have it; its end is still to come. */
  readonly onLeft: () => void;
  readonly onEnded: () => void;
};

/** A job's place among the connections to its computer. It begins with one. */
export type Place = {
  /** No connection is open and hardly one will be made: another job may have the place meanwhile. */
  lend(): void;
  /** A connection was made after all: has the place back when it is free; false when others have all of them. */
  takeBack(): boolean;
  /** Resolves when the place is free again, before any job that has not begun, or when the check's signal aborts. */
  turn(): Promise<void>;
  /**
   * The last word is sent or the connection closed: what comes next on the same way reaches the server after it. What the job
   * does from here on (hearing the server's goodbye) holds nobody up.
   */
  leave(): void;
};

export type Schedule = {
  add(job: Job): void;
  /** Those that have not begun never will. */
  drop(): void;
  /** Nothing is waiting, and what still runs only hears goodbyes. */
  isIdle(): boolean;
  /** Not even a goodbye is under way. */
  isEmpty(): boolean;
};

/** `lent`: knocking, with no connection. `left`: saying goodbye. */
type Standing = 'holding' | 'lent' | 'left';

/**
 * Runs jobs side by side within the contract's polite limits, the most urgent first. `onBug` hears of a job that rejects; the others
 * go on.
 */
export function schedule(signal: AbortSignal, onBug: (error: unknown) => void): Schedule {
  const waiting: Job[] = [];
  const running = new Map<Job, Standing>();
  const returning: { readonly job: Job; readonly give: () => void }[] = [];
  signal.addEventListener('abort', fill, { once: true });

  function hasPlace(computer: string): boolean {
    let held = 0;
    for (const [other, standing] of running)
      if (standing === 'holding' && other.computer === computer) held += 1;
    return held < limits.connectionsPerHost;
  }

  function mayStart(job: Job): boolean {
    let underWay = 0;
    for (const [other, standing] of running) {
      if (standing === 'left') continue;
      // One more witness may be heard while the one before only waits for an address that stays silent.
      const isAside = job.isWitness && standing === 'lent';
      if (other.exclusive === job.exclusive && !isAside) return false;
      underWay += 1;
    }
    return (underWay < limits.connectionsPerCheck || job.isWitness) && hasPlace(job.computer);
  }

  function start(job: Job): void {
    running.set(job, 'holding');
    const end = (): void => {
      running.delete(job);
      fill();
      job.onEnded();
    };
    void job.run(placeOf(job)).catch(onBug).then(end).catch(onBug);
  }

  function placeOf(job: Job): Place {
    return {
      lend() {
        if (running.get(job) !== 'holding') return;
        running.set(job, 'lent');
        fill();
      },
      takeBack() {
        if (running.get(job) === 'lent' && !hasPlace(job.computer)) return false;
        running.set(job, 'holding');
        return true;
      },
      turn: () =>
        new Promise((give) => {
          returning.push({ job, give });
          fill();
        }),
      leave() {
        if (running.get(job) === 'left' || !running.has(job)) return;
        running.set(job, 'left');
        fill();
        job.onLeft();
      },
    };
  }

  function fill(): void {
    if (signal.aborted) waiting.length = 0;
    for (const one of [...returning]) {
      if (!signal.aborted && !hasPlace(one.job.computer)) continue;
      returning.splice(returning.indexOf(one), 1);
      running.set(one.job, 'holding');
      one.give();
    }
    for (let index = 0; index < waiting.length; ) {
      const job = waiting[index];
      if (!job || !mayStart(job)) {
        index += 1;
        continue;
      }
      waiting.splice(index, 1);
      start(job);
    }
  }

  return {
    add(job) {
      const later = waiting.findIndex((other) => other.priority > job.priority);
      if (later === -1) waiting.push(job);
      else waiting.splice(later, 0, job);
      fill();
    },
    drop() {
      waiting.length = 0;
    },
    isIdle: () => waiting.length === 0 && [...running.values()].every((standing) => standing === 'left'),
    isEmpty: () => waiting.length === 0 && running.size === 0,
  };
}
