import { type CheckRun, noRun } from './check-run.ts';
import type { Saved } from './saved.ts';
import type { WizardState } from './state.ts';

/** The part of the state that a reload brings back. */
export function fromSaved({ version: _version, checkId, asked, startedAtMs, report, ...kept }: Saved) {
  const phase: CheckRun['phase'] = report ? 'finished' : checkId ? 'running' : 'none';
  return {
    ...kept,
    run: { ...noRun, phase, checkId, asked, startedAtMs, report },
  };
}

/** What is to be there after a reload. */
export function toSaved(state: WizardState): Saved {
  const {
    step,
    answers,
    isOpened,
    otherNetwork,
    difference,
    foundBefore,
    program,
    variant,
    ticked,
    before,
    after,
    aside,
    run,
  } = state;
  const { checkId, asked, startedAtMs, report } = run;
  return {
    version: 1,
    step,
    answers,
    checkId,
    startedAtMs,
    asked,
    isOpened,
    otherNetwork,
    aside,
    difference,
    foundBefore,
    program,
    variant,
    ticked: [...ticked],
    report,
    before,
    after,
  };
}
