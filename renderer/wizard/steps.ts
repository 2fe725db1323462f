import * as z from 'zod/mini';
import type { Report } from '../../shared/model/report.ts';

export const StepId = z.enum([
  'address',
  'practice',
  'check',
  'verdict',
  'coach',
  'arrived',
  'settings',
  'send-test',
  'other-network',
  'comparison',
  'earlier',
  'share',
  'help',
]);
export type StepId = z.infer<typeof StepId>;

/** What decides where Continue and Back lead. */
export type Course = {
  readonly isPractice: boolean;
  /** The report on the screen was opened from a file. */
  readonly isOpened: boolean;
  /** There is a report. */
  readonly hasReport: boolean;
  /** The screen before this one; null after a reload. */
  readonly cameFrom: StepId | null;
  /** There was nothing to change, and no click was followed. */
  readonly isSame?: boolean;
};

type StepRow = {
  /** Its place among the numbered screens; null beside them. */
  readonly number: number | null;
  readonly next: StepId | null;
  readonly back: (course: Course) => StepId | null;
  /** Without it there is nothing to show. */
  readonly needs?: 'check' | 'report' | 'settings' | 'two-reports';
};

/** The wizard's course, one row a screen. */
export const steps: Readonly<Record<StepId, StepRow>> = {
  address: { number: 1, next: 'check', back: () => null },
  practice: { number: null, next: 'check', back: () => 'address' },
  check: {
    number: 2,
    next: 'verdict',
    back: ({ isPractice }) => (isPractice ? 'practice' : 'address'),
    needs: 'check',
  },
  verdict: {
    number: 3,
    next: 'coach',
    back: ({ isOpened, cameFrom }) => {
      if (cameFrom === 'earlier' || cameFrom === 'comparison') return cameFrom;
      return isOpened ? 'address' : 'check';
    },
    needs: 'report',
  },
  coach: { number: 4, next: 'arrived', back: () => 'verdict', needs: 'settings' },
  arrived: {
    number: 5,
    next: null,
    back: ({ isOpened, cameFrom, isSame }) =>
      // Not to the settings, which lead back here, nor to clicks that nobody saw.
      isOpened || isSame || cameFrom === 'verdict' || cameFrom === 'settings' ? 'verdict' : 'coach',
    needs: 'report',
  },
  settings: {
    number: 4,
    next: null,
    back: ({ hasReport, cameFrom }) => {
      if (!hasReport) return 'check';
      return cameFrom === 'coach' || cameFrom === 'arrived' ? cameFrom : 'verdict';
    },
    needs: 'check',
  },
  'send-test': {
    number: null,
    next: null,
    back: ({ cameFrom }) => (cameFrom === 'settings' ? 'settings' : 'arrived'),
    needs: 'report',
  },
  'other-network': { number: null, next: null, back: () => 'verdict', needs: 'report' },
  comparison: {
    number: null,
    next: 'verdict',
    back: ({ isOpened }) => (isOpened ? 'earlier' : 'verdict'),
    needs: 'two-reports',
  },
  earlier: { number: null, next: null, back: () => 'address' },
  help: {
    number: null,
    next: null,
    back: ({ cameFrom, hasReport }) => cameFrom ?? (hasReport ? 'verdict' : 'address'),
  },
  share: {
    number: null,
    next: null,
    back: ({ cameFrom }) => (cameFrom === 'comparison' || cameFrom === 'arrived' ? cameFrom : 'verdict'),
    needs: 'report',
  },
};

/**
 * That screen, or the nearest before it that has something to show. `hasCheck`: one runs, ended or failed. `hasBefore`: there is an earlier
 * report beside this one.
 */
export function stepWithContent(
  step: StepId,
  report: Report | null,
  hasCheck: boolean,
  hasBefore = false,
): StepId {
  const { needs } = steps[step];
  if (needs === undefined) return step;
  if (report === null) {
    if (!hasCheck) return 'address';
    return needs === 'check' ? step : 'check';
  }
  if (needs === 'two-reports' && !hasBefore) return 'verdict';
  const wantsSettings = needs === 'settings' || step === 'settings';
  return wantsSettings && report.recommendation === null ? 'verdict' : step;
}

export const stepCount = 5;
