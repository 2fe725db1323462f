import * as z from 'zod/mini';
import type { StoreApi } from 'zustand/vanilla';
import { noAnswers } from './answers.ts';
import type { WizardState } from './state.ts';
import { StepId, stepWithContent } from './steps.ts';

const Entry = z.object({ step: StepId, course: z.number() });

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
  place.history.replaceState({ step: wizard.getState().step, course }, '');
  wizard.subscribe((state, before) => {
    if (state.answers === noAnswers && before.answers !== noAnswers) course += 1;
    if (state.step !== before.step && !isReturning) place.history.pushState({ step: state.step, course }, '');
  });
  place.addEventListener('popstate', ({ state }) => {
    const entry = Entry.safeParse(state);
    if (!entry.success) return;
    const { run, before, goTo } = wizard.getState();
    const step = entry.data.course === course ? entry.data.step : 'address';
    isReturning = true;
    // What it showed may be gone.
    goTo(stepWithContent(step, run.report, run.phase !== 'none', before !== null));
    isReturning = false;
  });
}
