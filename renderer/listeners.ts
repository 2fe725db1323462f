/** Adds one to a set. Returns what takes it out again. */
export function added<T>(set: Set<T>, one: T): () => void {
  set.add(one);
  return () => {
    set.delete(one);
  };
}

/** Resolves when the connection is there the next time. */
export function nextConnection(changes: Set<(isConnected: boolean) => void>): Promise<void> {
  return new Promise((resolve) => {
    const stop = added(changes, (isConnected: boolean) => {
      if (!isConnected) return;
      stop();
      resolve();
    });
  });
}
