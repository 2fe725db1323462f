import * as z from 'zod/mini';

export const StepId = z.enum(['address', 'practise', 'current', 'check', 'verdict', 'settings', 'send-test']);
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
  address: { number: 1, next: 'current', back: () => null },
  practise: { number: null, next: 'check', back: () => 'address' },
  current: { number: 2, next: 'check', back: () => 'address' },
  check: { number: 3, next: 'verdict', back: ({ isPractice }) => (isPractice ? 'practise' : 'current') },
  verdict: { number: 4, next: 'settings', back: ({ isOpened }) => (isOpened ? 'address' : 'check') },
  settings: { number: 5, next: null, back: ({ hasReport }) => (hasReport ? 'verdict' : 'check') },
  'send-test': { number: null, next: null, back: () => 'settings' },
};

export const stepCount = 5;
