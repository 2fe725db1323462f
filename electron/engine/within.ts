import { over } from './aborting.ts';
import type { Clock } from './system.ts';

/** What the promise gives, or null when `ms` pass first or the signal aborts. Leaves no timer; rejects when the promise does. */
export async function within<T>(
  promise: Promise<T>,
  ms: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<T | null> {
  const done = new AbortController();
  const stop = () => done.abort(over);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([promise, clock.sleep(ms, done.signal).then(() => null)]);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
