import type { BounceReason, Cause, Retry } from '../../model/explanation.ts';
import type { Stage } from '../../model/observation.ts';

/** What a kind of failure means: its usual causes, when to try again, and for a message that came back, the reason. */
export type Kind = {
  readonly causes: readonly Cause[];
  readonly retry: Retry;
  readonly stage?: Stage;
  readonly reason?: BounceReason;
};
