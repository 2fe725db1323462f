import { limits } from './limits.ts';

export type Job = {
  /** The computer it connects to: at most `limits.connectionsPerHost` jobs at a time have the same one. */
  readonly computer: string;
  /** Jobs with the same value never run side by side: one connection at a time to one host and port. */
  readonly exclusive: string;
  /** Smaller starts first. */
  readonly priority: number;
  /** Never rejects; ends soon after the check's signal aborts. */
  readonly run: () => Promise<void>;
};

export type Schedule = {
  add(job: Job): void;
  /** Nothing is running or waiting. */
  isIdle(): boolean;
};

/**
 * Runs jobs side by side within the contract's polite limits, the most urgent first. `onChange` is called whenever a job has
 * ended, so that what it taught can become further jobs.
 */
export function schedule(onChange: () => void, signal: AbortSignal): Schedule {
  const waiting: Job[] = [];
  const running = new Set<Job>();

  const isFree = (job: Job): boolean => {
    if (running.size >= limits.connectionsPerCheck) return false;
    let sameComputer = 0;
    for (const other of running) {
      if (other.exclusive === job.exclusive) return false;
      if (other.computer === job.computer) sameComputer += 1;
    }
    return sameComputer < limits.connectionsPerHost;
  };

  const fill = (): void => {
    if (signal.aborted) waiting.length = 0;
    for (let index = 0; index < waiting.length; ) {
      const job = waiting[index];
      if (!job || !isFree(job)) {
        index += 1;
        continue;
      }
      waiting.splice(index, 1);
      running.add(job);
      // The job never rejects (its type says so); what follows it is our own and throws only for a bug.
      void job.run().then(() => {
        running.delete(job);
        fill();
        onChange();
      });
    }
  };

  return {
    add(job) {
      const later = waiting.findIndex((other) => other.priority > job.priority);
      if (later === -1) waiting.push(job);
      else waiting.splice(later, 0, job);
      fill();
    },
    isIdle: () => waiting.length === 0 && running.size === 0,
  };
}
