import { reportIn } from '../../shared/diagnose/worded.ts';
import { judge } from '../../shared/judge/judge.ts';
import { eventOf } from '../../shared/ledger/events.ts';
import { step } from '../../shared/ledger/state.ts';
import type { CheckEvent } from '../../shared/model/check.ts';
import type { Report } from '../../shared/model/report.ts';
import { evidenceOf, type Recorded, recordedChecks, start } from '../ledgers/ledger-file.ts';
import { english } from './english.ts';

/** One recorded check as the window meets it: what it says while it runs, and its report. */
export type RecordedCheck = {
  readonly name: string;
  readonly events: readonly CheckEvent[];
  readonly report: Report;
};

/** The recorded check of that name, judged by the rules of today. */
export function recordedCheck(name: string): RecordedCheck {
  const recorded = recordedChecks().find((one) => one.name === name);
  if (!recorded) throw new Error(`no recorded check ${name}`);
  return asMet(recorded);
}

/** One check for each practice situation. */
export function recordedPractice(): readonly RecordedCheck[] {
  return recordedChecks()
    .filter(({ name }) => name.startsWith('practice-'))
    .map(asMet);
}

/** As if it had been a real check: the recorded worlds are those of the practice network. */
function asMet(recorded: Recorded): RecordedCheck {
  const evidence = evidenceOf(recorded.facts.reduce(step, start(recorded)));
  const judged = {
    tool: { name: 'Postway', version: '0.1.0' },
    startedAt: '2026-11-23T12:00:00.000Z',
    elapsedMs: recorded.facts.at(-1)?.atMs ?? 0,
    practice: false,
    ...evidence,
    ...judge(evidence),
  };
  return {
    name: recorded.name,
    events: recorded.facts.flatMap((fact) => eventOf(fact) ?? []),
    report: reportIn(judged, english),
  };
}
