import type { CheckEvent, CheckInput } from '../../shared/model/check.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { said } from '../../shared/text/said.ts';
import type { CheckOptions } from '../engine/check.ts';
import type { System } from '../engine/system.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import { type Followed, follow } from './follow.ts';

/** The checks of one backend. They belong to it, not to a window: closing a window or dropping a watch ends none. */
export type Checks = {
  /** Begins a check and gives its id at once. Refused when `maxRunning` are under way. */
  start(input: CheckInput, practiceScenarioId: string | undefined): Result<{ checkId: string }>;
  /** All events from the first one on, then those to come; resolves to the report. Any number of watchers, at any time. */
  watch(checkId: string, emit: (event: CheckEvent) => void, signal: AbortSignal): Promise<Result<Report>>;
  /** Ends a running check with what is known so far; its watchers get that report. A finished one is left as it is. */
  cancel(checkId: string): Result<Record<never, never>>;
  /** One check from start to end, for who has no window: when the signal aborts, it resolves with what is known. */
  make(
    input: CheckInput,
    practiceScenarioId: string | undefined,
    emit: (event: CheckEvent) => void,
    signal: AbortSignal,
  ): Promise<Result<Report>>;
  /** Ends every check and waits until their sockets are closed. */
  close(): Promise<void>;
};

export type ChecksOptions = {
  /** Written into reports. */
  readonly version: string;
  /** The engine's `check`, with its report in words. */
  readonly check: (input: CheckInput, options: CheckOptions, signal: AbortSignal) => Promise<Report>;
  /** The real network, or with an id the practice network in that scenario. `close` is called when the check has ended. */
  readonly systemFor: (
    practiceScenarioId: string | undefined,
  ) => Promise<{ system: System; close(): Promise<void> }>;
  /** Unguessable, and of the form that the contract's `CheckId` has. */
  readonly newId: () => string;
  readonly reportBug: (error: unknown) => void;
  /** Hears how many checks are under way, whenever that changes. */
  readonly onRunning?: (count: number) => void;
};

/** Finished checks whose events and reports are kept for a reload; older ones are forgotten. */
export const maxFinished = 20;
/** Checks under way at once; a window runs one. */
export const maxRunning = 4;

/** `ended`: a bug around the check is told as `internal`, one in the check by its report. */
type Entry = Followed<CheckEvent, Report> & {
  readonly controller: AbortController;
  readonly isFinished: boolean;
};

/** Keeps checks by id, for a window and for the command line alike. A network that cannot be opened or closed is a bug of ours, and told as one; what goes wrong in a check, the engine tells. */
export function createChecks(options: ChecksOptions): Checks {
  const entries = new Map<string, Entry>();
  let isClosed = false;
  const countRunning = () => [...entries.values()].filter((entry) => !entry.isFinished).length;
  const unknown = () => fail('checkId', said('backend.unknown-check'), 'not-found');

  const run = async (
    input: CheckInput,
    scenarioId: string | undefined,
    log: EventLog<CheckEvent>,
    signal: AbortSignal,
  ): Promise<Result<Report>> => {
    try {
      const { system, close } = await options.systemFor(scenarioId);
      try {
        const { check, version, reportBug } = options;
        return ok(await check(input, { system, version, onEvent: log.add, reportBug }, signal));
      } finally {
        await close();
      }
    } catch (error) {
      options.reportBug(error);
      return fail('check', said('backend.internal'), 'internal');
    }
  };

  /** The last to finish comes last in the map; the first of more than `maxFinished` is forgotten. */
  const finish = (checkId: string) => {
    const entry = entries.get(checkId);
    if (!entry) return;
    entries.delete(checkId);
    entries.set(checkId, { ...entry, isFinished: true });
    const finished = [...entries].filter(([, { isFinished }]) => isFinished);
    for (const [id] of finished.slice(0, -maxFinished)) entries.delete(id);
    options.onRunning?.(countRunning());
  };

  const checks: Checks = {
    start(input, scenarioId) {
      if (isClosed) return fail('check', said('backend.closing'), 'unavailable');
      if (countRunning() >= maxRunning) {
        return fail('check', said('backend.too-many-checks', { limit: maxRunning }), 'refused');
      }
      const checkId = options.newId();
      const controller = new AbortController();
      const log = createEventLog<CheckEvent>((event) => event.type === 'progress');
      const ended = run(input, scenarioId, log, controller.signal).then((result) => {
        finish(checkId);
        return result;
      });
      entries.set(checkId, { log, controller, ended, isFinished: false });
      options.onRunning?.(countRunning());
      return ok({ checkId });
    },

    watch(checkId, emit, signal) {
      const entry = entries.get(checkId);
      return entry ? follow(entry, emit, signal) : Promise.resolve(unknown());
    },

    cancel(checkId) {
      const entry = entries.get(checkId);
      if (!entry) return unknown();
      entry.controller.abort();
      return ok({});
    },

    async make(input, scenarioId, emit, signal) {
      const started = checks.start(input, scenarioId);
      if (!started.ok) return started;
      const { checkId } = started.value;
      const cancel = (): void => void checks.cancel(checkId);
      signal.addEventListener('abort', cancel, { once: true });
      if (signal.aborted) cancel();
      // Nothing but its own end ends the watch: what a cancelled check knows is wanted.
      return checks
        .watch(checkId, unlessBroken(emit, options.reportBug), new AbortController().signal)
        .finally(() => signal.removeEventListener('abort', cancel));
    },

    async close() {
      isClosed = true;
      const all = [...entries.values()];
      for (const entry of all) entry.controller.abort();
      await Promise.all(all.map((entry) => entry.ended));
    },
  };
  return checks;
}

/** A display that breaks is told as our own bug and shown nothing more; the check goes on, and its report is wanted all the same. */
function unlessBroken(
  emit: (event: CheckEvent) => void,
  reportBug: (error: unknown) => void,
): (event: CheckEvent) => void {
  let isBroken = false;
  return (event) => {
    if (isBroken) return;
    try {
      emit(event);
    } catch (error) {
      isBroken = true;
      reportBug(error);
    }
  };
}
