/** What this process waits for, by kind and number. */
export function underWay(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Lets sockets finish their work, without a timer of its own that would be counted. Throws when it does not become so. */
export async function until(isSo: () => boolean, otherwise: string): Promise<void> {
  for (let turn = 0; turn < 100_000; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`${otherwise}: ${[...underWay()].join(' ')}`);
}

/** Throws unless this process soon waits for no more than it did at that moment. */
export async function nothingMoreThan(before: ReadonlyMap<string, number>): Promise<void> {
  const isSo = () => [...underWay()].every(([kind, count]) => count <= (before.get(kind) ?? 0));
  await until(isSo, 'something is left');
}
