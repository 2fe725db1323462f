import { limits } from '../limits.ts';
import type { System } from '../system.ts';

/** Of each check: the attempt before in the line of those that lack something. */
const lines = new WeakMap<System, Promise<unknown>>();

/**
 * Makes an attempt anew when it failed for a lack of our own, one such attempt of a check after the other, until it gets what it needs or
 * `limits.ownLack.patienceMs` have passed. Whatever the attempt had open is closed before.
 */
export async function untilThereIsRoom<R>(
  attempt: () => Promise<R>,
  isLacking: (result: R) => boolean,
  system: System,
  signal: AbortSignal,
): Promise<R> {
  const first = await attempt();
  if (!isLacking(first) || signal.aborted) return first;
  const { clock } = system;
  const untilMs = clock.now() + limits.ownLack.patienceMs;
  const mine = (lines.get(system) ?? Promise.resolve()).then(async () => {
    let last = first;
    while (isLacking(last) && !signal.aborted && clock.now() < untilMs) {
      await clock.sleep(limits.ownLack.pauseMs, signal);
      if (!signal.aborted) last = await attempt();
    }
    return last;
  });
  lines.set(
    system,
    mine.catch(() => {}),
  );
  return mine;
}
