import { type ComponentType, lazy } from 'react';
import { withLaterWords } from '../wizard/later.ts';
import type { StepId } from '../wizard/steps.ts';
import { AddressStep } from './address.tsx';
import { CheckStep } from './check.tsx';
import { CurrentStep } from './current.tsx';
import { PractiseStep } from './practise.tsx';

/** What was found and where it was looked, with all its facts. */
const loadVerdict = async () => ({ default: (await withLaterWords(import('./verdict.tsx'))).VerdictStep });
/** Every mail program with its words in nine languages: as large as all the rest, and not needed before the last screen. */
const loadSettings = async () => ({
  default: (await withLaterWords(import('./settings.tsx'))).SettingsStep,
});
/** Logging in and sending a test message, when it is asked for. */
const loadSendTest = async () => ({
  default: (await withLaterWords(import('./send-test.tsx'))).SendTestStep,
});

/** The screen of every step. */
export const screens: Readonly<Record<StepId, ComponentType>> = {
  address: AddressStep,
  practise: PractiseStep,
  current: CurrentStep,
  check: CheckStep,
  verdict: lazy(loadVerdict),
  settings: lazy(loadSettings),
  'send-test': lazy(loadSendTest),
};

/** Loads what the first screen did without, so that a later screen is there at once, even when the server has ended meanwhile. */
export function loadLaterScreens(): void {
  for (const load of [loadVerdict, loadSettings, loadSendTest]) {
    load().catch(() => {
      // Whoever gets to that screen asks again, and is told then.
    });
  }
}
