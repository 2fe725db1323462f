/** Events kept for those who come later, and passed on to those who are there. */
export type EventLog<E> = {
  add(event: E): void;
  /** Calls `listener` with every event kept, then with each new one. Returns a function that stops it. */
  follow(listener: (event: E) => void): () => void;
};

/** A large check makes about 600. Beyond this many something repeats itself, and memory must not grow with it. */
export const maxKeptEvents = 4000;

/** When the log is full, the oldest event that `isMinor` holds for makes room; without one, the oldest of all. */
export function createEventLog<E>(isMinor: (event: E) => boolean): EventLog<E> {
  const events: E[] = [];
  const listeners = new Set<(event: E) => void>();
  return {
    add(event) {
      if (events.length >= maxKeptEvents) {
        const minor = events.findIndex(isMinor);
        events.splice(Math.max(minor, 0), 1);
      }
      events.push(event);
      for (const listener of [...listeners]) listener(event);
    },
    follow(listener) {
      for (const event of [...events]) listener(event);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
