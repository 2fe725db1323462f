import { limits } from '../limits.ts';
import type { Clock } from '../system.ts';

type Watched = {
  readonly clock: Clock;
  /** After how much silence one wonders, in ms; it may change meanwhile. */
  readonly suspicionMs: () => number;
  /** How many times something arrived. */
  readonly heard: () => number;
  readonly tell: () => void;
  /** Ends the watch. */
  readonly signal: AbortSignal;
};

/** Tells when nothing has been heard for suspiciously long, and again while that lasts, `limits.muteReminders` times at most. Never rejects. */
export async function tellOfMuteness({ clock, suspicionMs, heard, tell, signal }: Watched): Promise<void> {
  for (let times = 0; times < limits.muteReminders; times += 1) {
    const before = heard();
    await clock.sleep(suspicionMs(), signal);
    if (signal.aborted) return;
    if (heard() === before) tell();
  }
}
