/** Numbers in [0, 1) that look random and are the same for the same seed (mulberry32). */
export type Chance = () => number;

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function oneOf<T>(chance: Chance, options: readonly T[]): T {
  const one = options[Math.floor(chance() * options.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

export function between(chance: Chance, least: number, most: number): number {
  return least + chance() * (most - least);
}
