import { exitStatus } from './exit-status.ts';
import type { Shell } from './shell.ts';

type Signals = {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(status: number): void;
};

/**
 * Ctrl-C, and the system's request to end: the first goes to whoever listens; the second, or one that nobody listens to, ends the
 * process at once.
 */
export function interruptions(signals: Signals): Shell['onInterrupt'] {
  const listeners = new Set<() => void>();
  let isAsked = false;
  const ask = () => {
    if (isAsked || listeners.size === 0) {
      signals.exit(exitStatus.interrupted);
      return;
    }
    isAsked = true;
    for (const listener of listeners) listener();
  };
  signals.on('SIGINT', ask);
  signals.on('SIGTERM', ask);
  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}
