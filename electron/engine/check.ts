import { diagnose, nothingButABug } from '../../shared/diagnose/diagnose.ts';
import { eventOf } from '../../shared/ledger/events.ts';
import type { Fact } from '../../shared/ledger/facts.ts';
import { initialState, type State } from '../../shared/ledger/state.ts';
import type { CheckEvent, CheckInput } from '../../shared/model/check.ts';
import { summaryOf } from '../../shared/model/input-summary.ts';
import type { JudgedReport } from '../../shared/model/report.ts';
import { recommend } from '../../shared/recommend/recommend.ts';
import { type BugTrap, bugTrap, inTrap } from './bug-trap.ts';
import { guardedSystem } from './guarded-system.ts';
import { newLedger } from './ledger.ts';
import { madeUpName } from './lookups.ts';
import { referencesFor } from './references.ts';
import { run } from './run.ts';
import type { System } from './system.ts';
import type { Together } from './together/together.ts';

export type CheckOptions = {
  readonly system: System;
  /** Written into the report. */
  readonly version: string;
  readonly onEvent?: (event: CheckEvent) => void;
  /** Hears of everything the check learns and does. */
  readonly onFact?: (fact: Fact) => void;
  /** Hears of every bug of ours, at once. Without it, only the report tells. */
  readonly reportBug?: (error: unknown) => void;
  /** What it has in common with the other checks of a run, whose system is theirs too. */
  readonly together?: Together;
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
  const { reportBug = () => {} } = options;
  const trap = bugTrap(reportBug);
  const system = guardedSystem(options.system, trap);
  const startedAt = new Date(system.clock.wallClock()).toISOString();
  const startedMs = system.clock.now();
  const emit = unlessBroken(options, reportBug);

  const elapsedMs = (): number => Math.round(system.clock.now() - startedMs);
  const start = initialState(input, referencesFor(input), madeUpName(system));
  const ledger = newLedger(start, elapsedMs, emit);
  const { together } = options;
  const world = { system, startedMs, trap, signal, ...(together && { together }) };
  await inTrap(trap, () => run(ledger, world)).catch(trap.take);
  return reportOf(
    ledger.state(),
    {
      startedAt,
      version: options.version,
      elapsedMs: elapsedMs(),
      practice: system.isPractice,
      ...(system.practiceScenario !== undefined && { practiceScenario: system.practiceScenario }),
      isInterrupted: signal.aborted,
      reportBug,
    },
    trap,
  );
}

/** The listeners, until one throws for the first time: that is the listener's bug and does nothing to the check. */
function unlessBroken(
  { onEvent, onFact }: CheckOptions,
  reportBug: (error: unknown) => void,
): (fact: Fact) => void {
  let listener: ((fact: Fact) => void) | undefined = (fact) => {
    onFact?.(fact);
    const event = eventOf(fact);
    if (event) onEvent?.(event);
  };
  return (fact) => {
    try {
      listener?.(fact);
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

function reportOf(state: State, frame: Frame, trap: BugTrap): JudgedReport {
  const { input, observations, entries, disturbances, here } = state;
  const facts = {
    observations: [...observations],
    discovery: [...entries],
    input: summaryOf(input),
    ...(disturbances.length === 0 ? {} : { disturbances: [...disturbances] }),
    ...(here.length === 0 ? {} : { here: [...here] }),
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
