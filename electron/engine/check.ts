import { diagnose, nothingButABug } from '../../shared/diagnose/diagnose.ts';
import type { CheckEvent, CheckInput } from '../../shared/model/check.ts';
import type { JudgedReport, Report } from '../../shared/model/report.ts';
import { recommend } from '../../shared/recommend/recommend.ts';
import { type BugTrap, bugTrap, inTrap } from './bug-trap.ts';
import { guardedSystem } from './guarded-system.ts';
import { investigate } from './investigation.ts';
import { type Knowledge, knowledge } from './knowledge.ts';
import type { System } from './system.ts';

export type CheckOptions = {
  readonly system: System;
  /** Written into the report. */
  readonly version: string;
  readonly onEvent?: (event: CheckEvent) => void;
  /** Hears of every bug of ours, at once. Without it, only the report tells. */
  readonly reportBug?: (error: unknown) => void;
};

/**
 * One check from input to report. Never rejects, neither for anything the network does nor for a bug of ours, which ends it with what is
 * known, marked `internal`. When `signal` aborts it ends at once with what is known, marked `interrupted`.
 */
export async function check(
  input: CheckInput,
  options: CheckOptions,
  signal: AbortSignal,
): Promise<JudgedReport> {
  const { onEvent, reportBug = () => {} } = options;
  const trap = bugTrap(reportBug);
  const system = guardedSystem(options.system, trap);
  const startedAt = new Date(system.clock.wallClock()).toISOString();
  const startedMs = system.clock.now();
  const emit = unlessBroken(onEvent, reportBug);

  const known = knowledge(summaryOf(input));
  await inTrap(trap, () =>
    investigate(input, { system, startedMs, known, trap, onEvent: emit }, signal),
  ).catch(trap.take);
  return reportOf(
    input,
    known,
    {
      startedAt,
      version: options.version,
      elapsedMs: Math.round(system.clock.now() - startedMs),
      practice: system.isPractice,
      ...(system.practiceScenario !== undefined && { practiceScenario: system.practiceScenario }),
      isInterrupted: signal.aborted,
      reportBug,
    },
    trap,
  );
}

/** The listener, until it throws for the first time: that is the listener's bug and does nothing to the check. */
function unlessBroken(
  onEvent: CheckOptions['onEvent'],
  reportBug: (error: unknown) => void,
): (event: CheckEvent) => void {
  let listener = onEvent;
  return (event) => {
    try {
      listener?.(event);
    } catch (error) {
      listener = undefined;
      bugTrap(reportBug).take(error);
    }
  };
}

type Frame = {
  readonly startedAt: string;
  readonly version: string;
  readonly elapsedMs: number;
  readonly practice: boolean;
  readonly practiceScenario?: string;
  readonly isInterrupted: boolean;
  readonly reportBug: (error: unknown) => void;
};

function reportOf(input: CheckInput, known: Knowledge, frame: Frame, trap: BugTrap): JudgedReport {
  const facts = {
    observations: [...known.observations],
    discovery: [...known.entries],
    input: summaryOf(input),
    ...(known.disturbances.length === 0 ? {} : { disturbances: [...known.disturbances] }),
    ...(known.here.length === 0 ? {} : { here: [...known.here] }),
    ...(frame.isInterrupted ? { interrupted: true } : {}),
  };
  const recommendation = orNull(() => recommend(facts), trap);
  const judged = orNull(() => diagnose({ ...facts, recommendation }, { onBug: frame.reportBug }), trap);
  const isInternal = trap.signal.aborted || judged === null;
  const { verdict, findings, brokenRules } = isInternal ? nothingButABug() : judged;
  return {
    tool: { name: 'Postway', version: frame.version },
    startedAt: frame.startedAt,
    elapsedMs: frame.elapsedMs,
    practice: frame.practice,
    ...(frame.practiceScenario !== undefined && { practiceScenario: frame.practiceScenario }),
    ...facts,
    ...(isInternal ? { internal: true } : {}),
    ...(brokenRules ? { brokenRules } : {}),
    verdict,
    findings,
    recommendation,
  };
}

/** What could be worked out; null when a bug of ours was in the way. */
function orNull<T>(work: () => T, trap: BugTrap): T | null {
  try {
    return work();
  } catch (error) {
    trap.take(error);
    return null;
  }
}

/** What the report keeps of the input: enough to read it and to recompute it. */
function summaryOf(input: CheckInput): Report['input'] {
  const { address, domain, server, serverPort, current, references } = input;
  return {
    ...(address === undefined ? {} : { address }),
    ...(domain === undefined ? {} : { domain }),
    ...(server === undefined
      ? {}
      : { server: serverPort === undefined ? server : hostAndPort(server, serverPort) }),
    ...(current === undefined ? {} : { current }),
    references,
  };
}

function hostAndPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
