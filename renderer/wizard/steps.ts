import * as z from 'zod/mini';

export const StepId = z.enum([
  'address',
  'practise',
  'check',
  'verdict',
  'coach',
  'arrived',
  'settings',
  'send-test',
]);
export type StepId = z.infer<typeof StepId>;

/** What decides where Continue and Back lead. */
export type Course = {
  readonly isPractice: boolean;
  /** The report on the screen was opened from a file. */
  readonly isOpened: boolean;
  /** There is a report. */
  readonly hasReport: boolean;
};

type StepRow = {
  /** Its place among the numbered screens; null beside them. */
  readonly number: number | null;
  readonly next: StepId | null;
  readonly back: (course: Course) => StepId | null;
};

/** The wizard's course, one row a screen. */
export const steps: Readonly<Record<StepId, StepRow>> = {
  address: { number: 1, next: 'check', back: () => null },
  practise: { number: null, next: 'check', back: () => 'address' },
  check: { number: 2, next: 'verdict', back: ({ isPractice }) => (isPractice ? 'practise' : 'address') },
  verdict: { number: 3, next: 'coach', back: ({ isOpened }) => (isOpened ? 'address' : 'check') },
  coach: { number: 4, next: 'arrived', back: () => 'verdict' },
  arrived: { number: 5, next: null, back: ({ isOpened }) => (isOpened ? 'verdict' : 'coach') },
  settings: { number: 4, next: null, back: ({ hasReport }) => (hasReport ? 'verdict' : 'check') },
  'send-test': { number: null, next: null, back: () => 'settings' },
};

export const stepCount = 5;
