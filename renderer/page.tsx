import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import type { StoreApi } from 'zustand/vanilla';
import { loadLaterScreens, screens } from './steps/index.ts';
import { WizardContext } from './wizard/context.ts';
import type { WizardState } from './wizard/state.ts';
import { prepareForLoss, Wizard } from './wizard/wizard.tsx';

/** Shows the wizard. As a transition it is rendered in pieces, between which the window can react. */
export function showPage(wizard: StoreApi<WizardState>, place: Element): void {
  startTransition(() =>
    createRoot(place).render(
      <StrictMode>
        <WizardContext value={wizard}>
          <Wizard screens={screens} />
        </WizardContext>
      </StrictMode>,
    ),
  );
}

/** Loads what the first screen does without. Never fails. */
export function loadTheRest(): void {
  void loadLaterScreens(); // never rejects
  prepareForLoss();
}
