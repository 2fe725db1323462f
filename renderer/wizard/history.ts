import * as z from 'zod/mini';
import type { StoreApi } from 'zustand/vanilla';
import { noAnswers } from './answers.ts';
import { onScreen } from './second-look.ts';
import type { WizardState } from './state.ts';
import { StepId, stepWithContent } from './steps.ts';

/** Screens that ask one thing after the other: each turn of theirs is a screen to whoever goes back. */
const turns = {
  program: z.optional(z.string()),
  ticked: z.optional(z.array(z.string())),
  arrived: z.optional(z.string()),
  looksDifferent: z.optional(z.boolean()),
  which: z.optional(z.enum(['older', 'newer'])),
};
const Entry = z.object({ step: StepId, course: z.number(), ...turns });

/** The part of the browser that is used. */
export type HistoryPlace = {
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate', listener: (event: { readonly state: unknown }) => void): void;
};

/** Lets the browser's own Back and Forward move between screens: without this, Back would leave the window. */
export function followHistory(wizard: StoreApi<WizardState>, place: HistoryPlace): void {
  let isReturning = false;
  // What stood before "Clear and start again" is no part of what comes after it.
  let course = 0;
  place.history.replaceState({ ...placeOf(wizard.getState()), course }, '');
  wizard.subscribe((state, before) => {
    if (state.answers === noAnswers && before.answers !== noAnswers) course += 1;
    if (!isReturning && isElsewhere(state, before))
      place.history.pushState({ ...placeOf(state), course }, '');
  });
  place.addEventListener('popstate', ({ state }) => {
    const entry = Entry.safeParse(state);
    if (!entry.success) return;
    const { which } = entry.data;
    if (which !== undefined) wizard.setState(onScreen(wizard.getState(), which));
    const { run, before, answers, goTo } = wizard.getState();
    const step = entry.data.course === course ? entry.data.step : 'address';
    isReturning = true;
    // What it showed may be gone.
    const shown = stepWithContent(step, run.report, run.phase !== 'none', before !== null);
    if (shown === entry.data.step) {
      const { program = answers.mailProgram, arrived = answers.arrived, ticked } = entry.data;
      const { looksDifferent = false } = entry.data;
      wizard.setState({
        answers: { ...answers, mailProgram: program, arrived, looksDifferent },
        ...(ticked && { ticked }),
      });
    }
    goTo(shown);
    isReturning = false;
  });
}

/** The screen, and its turn where it has several. */
function placeOf(state: WizardState): Omit<z.infer<typeof Entry>, 'course'> {
  const { step, answers, ticked } = state;
  // Of two results the one that was seen.
  if (step === 'verdict') return { step, which: isFirstShown(state) ? 'older' : 'newer' };
  const { looksDifferent } = answers;
  if (step === 'coach') return { step, program: answers.mailProgram, ticked: [...ticked], looksDifferent };
  return step === 'arrived' ? { step, arrived: answers.arrived } : { step };
}

/** The first of two results is on the screen, or the only one, which becomes the first. */
function isFirstShown({ before, after }: WizardState): boolean {
  return before === null || after !== null;
}

function isElsewhere(state: WizardState, before: WizardState): boolean {
  if (state.step !== before.step) return true;
  if (state.step === 'verdict') return isFirstShown(state) !== isFirstShown(before);
  if (state.step === 'arrived') return state.answers.arrived !== before.answers.arrived;
  if (state.step !== 'coach') return false;
  if (state.answers.looksDifferent !== before.answers.looksDifferent) return true;
  return state.ticked !== before.ticked || state.answers.mailProgram !== before.answers.mailProgram;
}
