import { type Argument, type Caller, CallFailed } from '../../shared/contract/contract.ts';
import type { CheckEvent, Server } from '../../shared/model/check.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { said } from '../../shared/text/said.ts';

/** The check that runs or ran. */
export type CheckRun = {
  readonly phase: 'none' | 'running' | 'stopping' | 'finished' | 'failed';
  readonly checkId: string | null;
  /** What it was asked; null for a report from a file. */
  readonly asked: string | null;
  /** By this computer's clock, in ms. */
  readonly startedAtMs: number | null;
  readonly events: readonly CheckEvent[];
  /** The best setting that works so far. */
  readonly usable: Server | null;
  readonly report: Report | null;
  /** Why it failed. */
  readonly problem: Problem | null;
};

export const noRun: CheckRun = {
  phase: 'none',
  checkId: null,
  asked: null,
  startedAtMs: null,
  events: [],
  usable: null,
  report: null,
  problem: null,
};

type Runner = {
  /** Starts a check; one that still runs is cancelled. */
  begin(request: Argument<'check.start'>): void;
  /** Watches a check that was started before this window was loaded. */
  resume(run: CheckRun): void;
  cancel(): void;
  /** Forgets the check; one that still runs is cancelled. */
  forget(replacement?: CheckRun): void;
};

type RunnerParts = {
  readonly caller: Caller;
  /** Resolves when the backend can be reached again; null where a lost backend does not come back. */
  readonly reconnected: (() => Promise<void>) | null;
  readonly now: () => number;
  readonly get: () => CheckRun;
  readonly set: (run: CheckRun) => void;
};

/** Runs checks, one at a time, and keeps what they say. Answers that arrive for an earlier check are dropped. */
export function checkRunner({ caller, reconnected, now, get, set }: RunnerParts): Runner {
  let generation = 0;
  const change = (mine: number, changes: Partial<CheckRun>) => {
    if (mine === generation) set({ ...get(), ...changes });
  };
  const fail = (mine: number, error: unknown) =>
    change(mine, { phase: 'failed', checkId: null, problem: problemOf(error) });

  const cancelAtBackend = (mine: number, checkId: string) => {
    caller['check.cancel']({ checkId }).catch((error: unknown) => fail(mine, error));
  };

  const start = async (mine: number, request: Argument<'check.start'>) => {
    try {
      const { checkId } = await caller['check.start'](request);
      if (mine !== generation || get().phase === 'stopping') cancelAtBackend(mine, checkId);
      change(mine, { checkId });
      if (mine === generation) await watch(mine, checkId);
    } catch (error) {
      fail(mine, error);
    }
  };

  const watch = async (mine: number, checkId: string): Promise<void> => {
    // Each watch begins with the first event, so what an earlier one said is told again.
    let events: readonly CheckEvent[] = [];
    try {
      const report = await caller['check.watch']({ checkId }, (event) => {
        events = [...events, event];
        const usable = event.type === 'usable' ? { usable: event.server } : {};
        change(mine, { events, ...usable });
      });
      change(mine, { phase: 'finished', report });
    } catch (error) {
      if (mine !== generation) return;
      if (!reconnected || problemOf(error).code !== 'unavailable') return fail(mine, error);
      await reconnected();
      if (mine === generation) await watch(mine, checkId);
    }
  };

  const forget = (replacement: CheckRun = noRun) => {
    const { phase, checkId } = get();
    generation += 1;
    if (phase === 'running' && checkId !== null) cancelAtBackend(-1, checkId);
    set(replacement);
  };

  return {
    begin(request) {
      forget({ ...noRun, phase: 'running', asked: JSON.stringify(request), startedAtMs: now() });
      void start(generation, request); // ends in `fail`, never rejects
    },
    resume(run) {
      if (run.checkId === null) return;
      generation += 1;
      set({ ...run, phase: 'running' });
      void watch(generation, run.checkId); // ends in `fail`, never rejects
    },
    cancel() {
      const { phase, checkId } = get();
      if (phase !== 'running') return;
      set({ ...get(), phase: 'stopping' });
      if (checkId !== null) cancelAtBackend(generation, checkId);
    },
    forget,
  };
}

/** The Problem that a failed call carries; anything else is our own bug and is told as such. */
export function problemOf(error: unknown): Problem {
  if (error instanceof CallFailed) return error.problem;
  return { code: 'internal', field: '', message: said('wizard.failed.internal') };
}

/** What a question is answered, asked again whenever a lost connection is back; null when it cannot be answered. */
export async function untilConnected<T>(
  reconnected: (() => Promise<void>) | null,
  ask: () => Promise<T>,
): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (!reconnected || problemOf(error).code !== 'unavailable') return null;
    await reconnected();
    return untilConnected(reconnected, ask);
  }
}
