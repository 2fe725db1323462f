import { setMaxListeners } from 'node:events';
import { limits } from './limits.ts';
import type { Clock } from './system.ts';

/**
 * Rejects when nothing happens in a check any more, which goes on: then something was lost, by a bug of ours. `length` grows with
 * everything that happens; `longestMs` is the longest wait for one connection. Resolves when the signal aborts.
 */
export async function noticeStandstill(
  length: () => number,
  longestMs: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  for (let seen = -1; !signal.aborted; ) {
    if (length() === seen) throw new Error('nothing happens any more, and the check goes on');
    seen = length();
    await clock.sleep(longestMs + limits.stuckMs, signal);
  }
}

/**
 * Rejects when what was under way did not end with its check, all but at once: it is lost, and nobody waits for it. Resolves when
 * `finished` aborts.
 */
export async function noticeOverdue(clock: Clock, finished: AbortSignal): Promise<void> {
  await clock.sleep(limits.overdueMs, finished);
  if (!finished.aborted) throw new Error('something under way did not end with its check');
}

/** A part of a check's time. What is under way ends with it, all but at once. */
export type Epoch = { readonly signal: AbortSignal; readonly end: () => void };

/** One that ends with `lifetime` at the latest. */
export function newEpoch(lifetime: AbortSignal): Epoch {
  const controller = new AbortController();
  const signal = AbortSignal.any([lifetime, controller.signal]);
  setMaxListeners(0, signal); // everything under way listens, and that is many: not the leak that Node warns of
  return { signal, end: () => controller.abort() };
}
