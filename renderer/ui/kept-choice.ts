import { useState } from 'react';

/** The part of Web Storage that is used. */
type Place = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * What was chosen on a screen. It outlives the screen: who looks at Help and comes back, or loads the window anew, finds it chosen. `of`: what
 * the choice is about; for something else it begins anew. `isKnown`: whether a value that was kept is one that can be chosen now.
 */
export function useKeptChoice<T>(
  name: string,
  of: string,
  begin: T,
  isKnown: (kept: unknown) => boolean,
): readonly [T, (chosen: T) => void] {
  const [chosen, setChosen] = useState<T>(() => keptChoice(sessionStorage, name, of, begin, isKnown));
  return [
    chosen,
    (next) => {
      keepChoice(sessionStorage, name, of, next);
      setChosen(next);
    },
  ];
}

/** Keeps a choice in that place. */
export function keepChoice(place: Place, name: string, of: string, chosen: unknown): void {
  place.setItem(keyOf(name), JSON.stringify([of, chosen]));
}

/** What was chosen before; `begin` where nothing was, about something else, or nothing that can be chosen. */
export function keptChoice<T>(
  place: Place,
  name: string,
  of: string,
  begin: T,
  isKnown: (kept: unknown) => boolean,
): T {
  const [keptOf, kept] = read(place.getItem(keyOf(name)));
  return keptOf === of && isKnown(kept) ? (kept as T) : begin;
}

function keyOf(name: string): string {
  return `postway.chosen.${name}`;
}

function read(text: string | null): readonly unknown[] {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // nothing, or not ours
  }
}
