import * as z from 'zod/mini';
import type { StoreApi } from 'zustand/vanilla';
import { StepId } from './steps.ts';
import type { WizardState } from './store.ts';

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
    isReturning = true;
    wizard.getState().goTo(stepThatExists(entry.data.step, wizard.getState()));
    isReturning = false;
  });
}

/** An entry may be older than the last "Start again", whose result is gone. */
function stepThatExists(step: StepId, { run }: WizardState): StepId {
  const needsReport = ['verdict', 'coach', 'arrived', 'send-test'].includes(step);
  const needsRun = step === 'check' || step === 'settings';
  if (needsReport && run.report === null) return 'address';
  return needsRun && run.phase === 'none' ? 'address' : step;
}
