import { type ComponentType, lazy } from 'react';
import { withLaterWords } from '../wizard/later.ts';
import type { StepId } from '../wizard/steps.ts';
import { AddressStep } from './address.tsx';

/** How each screen after the first is loaded: the first does without their code and their words. */
const later = {
  practice: async () => ({ default: (await withLaterWords(import('./practice.tsx'))).PracticeStep }),
  check: async () => ({ default: (await withLaterWords(import('./check.tsx'))).CheckStep }),
  verdict: async () => ({ default: (await withLaterWords(import('./verdict.tsx'))).VerdictStep }),
  coach: async () => ({ default: (await withLaterWords(import('./coach.tsx'))).CoachStep }),
  arrived: async () => ({ default: (await withLaterWords(import('./arrived.tsx'))).ArrivedStep }),
  settings: async () => ({ default: (await withLaterWords(import('./settings.tsx'))).SettingsStep }),
  'send-test': async () => ({ default: (await withLaterWords(import('./send-test.tsx'))).SendTestStep }),
  'other-network': async () => ({
    default: (await withLaterWords(import('./other-network.tsx'))).OtherNetworkStep,
  }),
  comparison: async () => ({ default: (await withLaterWords(import('./comparison.tsx'))).ComparisonStep }),
  help: async () => ({ default: (await withLaterWords(import('./help.tsx'))).HelpStep }),
  share: async () => ({ default: (await withLaterWords(import('./share.tsx'))).ShareStep }),
  earlier: async () => ({ default: (await withLaterWords(import('./earlier.tsx'))).EarlierStep }),
} satisfies Partial<Record<StepId, () => Promise<{ default: ComponentType }>>>;

/** The screen of every step. */
export const screens: Readonly<Record<StepId, ComponentType>> = {
  address: AddressStep,
  practice: lazy(later.practice),
  check: lazy(later.check),
  verdict: lazy(later.verdict),
  coach: lazy(later.coach),
  arrived: lazy(later.arrived),
  settings: lazy(later.settings),
  'send-test': lazy(later['send-test']),
  'other-network': lazy(later['other-network']),
  comparison: lazy(later.comparison),
  earlier: lazy(later.earlier),
  share: lazy(later.share),
  help: lazy(later.help),
};

/**
 * Loads what the first screen did without, so that a later screen is there at once, even when the server has ended meanwhile. One part after
 * the other, and between them the window is free to react.
 */
export async function loadLaterScreens(): Promise<void> {
  for (const load of Object.values(later)) {
    await freeMoment();
    await load().catch(() => {
      // Whoever gets to that screen asks again, and is told then.
    });
  }
}

/** When nothing is to be done, or after so many ms. Safari has no such callback. */
const freeWithinMs = 100;

function freeMoment(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: freeWithinMs });
    else setTimeout(resolve, 0);
  });
}
