import { over } from '../aborting.ts';
import { type NetworkWatch, type NetworkWatchListeners, watchNetwork } from '../network-watch.ts';
import type { System } from '../system.ts';

/** How a check has its computer's network watched: `watchNetwork`, or the same for all checks of a run. */
export type WatchNetwork = typeof watchNetwork;

type Watching = { readonly watch: NetworkWatch; readonly stop: AbortController };

/**
 * One watch for the checks of a run, over the run's own system: all of them hear in the same moment of what happens, and it is looked for
 * once.
 */
export function sharedWatch(system: System): WatchNetwork {
  const checks = new Set<{ readonly startedMs: number; readonly listeners: NetworkWatchListeners }>();
  let watching: Watching | null = null;

  function begin(): Watching {
    const stop = new AbortController();
    const all: NetworkWatchListeners = {
      onLost: () => {
        for (const { listeners } of [...checks]) listeners.onLost();
      },
      onDisturbed: ({ fromMs, untilMs, ...what }) => {
        for (const { startedMs, listeners } of [...checks]) {
          const since = (ms: number): number => Math.max(0, Math.round((ms - startedMs) * 100) / 100);
          listeners.onDisturbed({ ...what, fromMs: since(fromMs), untilMs: since(untilMs) });
        }
      },
      onBug: (error) => {
        for (const { listeners } of [...checks]) listeners.onBug(error);
      },
    };
    return { watch: watchNetwork(system, 0, all, stop.signal), stop };
  }

  return (_ownSystem, startedMs, listeners, signal) => {
    const check = { startedMs, listeners };
    checks.add(check);
    watching ??= begin();
    const leave = (): void => {
      checks.delete(check);
      if (checks.size > 0) return;
      watching?.stop.abort(over);
      watching = null;
    };
    signal.addEventListener('abort', leave, { once: true });
    return watching.watch;
  };
}
