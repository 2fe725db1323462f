import { type ComponentType, lazy } from 'react';
import type { StepId } from '../wizard/steps.ts';
import { AddressStep } from './address.tsx';
import { CheckStep } from './check.tsx';
import { CurrentStep } from './current.tsx';
import { PractiseStep } from './practise.tsx';
import { VerdictStep } from './verdict.tsx';

/** Every mail program with its words in nine languages: as large as all the rest, and not needed before the last screen. */
const loadSettings = async () => ({ default: (await import('./settings.tsx')).SettingsStep });

/** The screen of every step. */
export const screens: Readonly<Record<StepId, ComponentType>> = {
  address: AddressStep,
  practise: PractiseStep,
  current: CurrentStep,
  check: CheckStep,
  verdict: VerdictStep,
  settings: lazy(loadSettings),
};

/** Loads what the first screen did without, so that a later screen is there at once, even when the server has ended meanwhile. */
export function loadLaterScreens(): void {
  loadSettings().catch(() => {
    // Whoever gets to that screen asks again, and is told then.
  });
}
