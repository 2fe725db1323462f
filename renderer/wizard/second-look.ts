import { inOrderOfTime } from '../../shared/compare/in-order-of-time.ts';
import type { Argument, Caller, Scenario } from '../../shared/contract/contract.ts';
import { ok, type Problem, type Result } from '../../shared/model/problem.ts';
import { addressIn, type Report } from '../../shared/model/report.ts';
import { requestOf } from './answers.ts';
import { noRun, problemOf } from './check-run.ts';
import type { Saved } from './saved.ts';
import type { WizardState } from './state.ts';

type Which = 'older' | 'newer';

/** What belongs to checking a second time, and to the checks that were kept. */
export type SecondLook = {
  /** The earlier report that this one is compared with. */
  readonly before: Report | null;
  /** The second of the two, while the first is on the screen. */
  readonly after: Report | null;
  readonly aside: Saved['aside'];
  /** How it is known that the second check was made in another network. */
  readonly otherNetwork: Saved['otherNetwork'];
  /** Asks the same again, now that the network is another one, to compare both. In practice `scenario` is the other network. */
  checkElsewhere(known: 'seen' | 'said', scenario?: Scenario): void;
  /** Shows the result of one of the two that are compared. */
  seeResult(which: Which): void;
  /** Shows a check that was kept. Resolves to what was wrong with it. */
  openKept(id: string): Promise<Problem | null>;
  /** Compares two checks that were kept. Resolves to what was wrong. */
  compareKept(one: string, other: string): Promise<Problem | null>;
};

/** The question that a report answered, to be asked once more. */
export function elsewhere(
  report: Report,
  { answers, isOpened }: Pick<WizardState, 'answers' | 'isOpened'>,
): Argument<'check.start'> {
  const { domain, server, current, references } = report.input;
  const address = addressIn(report);
  if (report.practice) {
    return answers.practice
      ? requestOf({ ...answers, isPractice: true, errorText: '' })
      : { subject: address ?? domain ?? server ?? '' };
  }
  if (!isOpened) return requestOf({ ...answers, errorText: '' });
  const subject = address ?? domain;
  return {
    subject: subject ?? server ?? '',
    isDomainSure: true, // it was checked before
    ...(subject !== undefined && server !== undefined ? { server } : {}),
    ...(current ? { current } : {}),
    ...(references === false ? { references } : {}),
  };
}

/** A check that was kept, judged anew. */
export async function openKept(caller: Pick<Caller, 'history.open'>, id: string): Promise<Result<Report>> {
  try {
    return ok((await caller['history.open']({ id })).report);
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Two of them, in the order of time. */
export async function twoKept(
  caller: Pick<Caller, 'history.open'>,
  one: string,
  other: string,
): Promise<Result<{ readonly older: Report; readonly newer: Report }>> {
  const [first, second] = await Promise.all([openKept(caller, one), openKept(caller, other)]);
  if (!first.ok) return first;
  if (!second.ok) return second;
  const [older, newer] = inOrderOfTime(first.value, second.value);
  return ok({ older, newer });
}

/** The two results that are compared, whichever is on the screen; null where there is one alone. */
export function twoResults({ before, after, run }: Pick<WizardState, 'before' | 'after' | 'run'>) {
  const newer = after ?? run.report;
  return before && newer ? { older: before, newer } : null;
}

/** What the window becomes when that one of the two takes the screen, with its check and its practice situation. */
export function onScreen(state: WizardState, which: Which): Partial<WizardState> {
  const { before, after, aside, run, answers } = state;
  const isOlderShown = after !== null;
  if (before === null || isOlderShown === (which === 'older')) return {};
  return {
    run: {
      ...noRun,
      phase: 'finished',
      asked: run.asked,
      report: after ?? before,
      checkId: aside?.checkId ?? null,
    },
    after: isOlderShown ? null : run.report,
    // What was done after a check belongs to its report.
    ...(isOlderShown && { before: run.report }),
    aside: { checkId: run.checkId, practice: answers.practice },
    answers: { ...answers, practice: aside ? aside.practice : answers.practice },
    ticked: [],
  };
}
