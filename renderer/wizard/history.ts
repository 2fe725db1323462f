import * as z from 'zod/mini';
import type { StoreApi } from 'zustand/vanilla';
import type { WizardState } from './state.ts';
import { StepId, stepWithContent } from './steps.ts';

const Entry = z.object({ step: StepId });

/** The part of the browser that is used. */
export type HistoryPlace = {
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate', listener: (event: { readonly state: unknown }) => void): void;
};

/** Lets the browser's own Back and Forward move between screens: without this, Back would leave the window. */
export function followHistory(wizard: StoreApi<WizardState>, place: HistoryPlace): void {
  place.history.replaceState({ step: wizard.getState().step }, '');
  let isReturning = false;
  wizard.subscribe((state, before) => {
    if (state.step !== before.step && !isReturning) place.history.pushState({ step: state.step }, '');
  });
  place.addEventListener('popstate', ({ state }) => {
    const entry = Entry.safeParse(state);
    if (!entry.success) return;
    const { run, before, goTo } = wizard.getState();
    isReturning = true;
    // What it showed may be gone.
    goTo(stepWithContent(entry.data.step, run.report, run.phase !== 'none', before !== null));
    isReturning = false;
  });
}
