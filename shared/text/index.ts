import type { Say } from './words.ts';

let words: Say | null = null;

function spoken(): Say {
  if (words === null) throw new Error('nothing can be said before a language is spoken');
  return words;
}

/**
 * Says it in the reader's language. A window, a command and a backend have one reader, who may change the language meanwhile (`speak.ts`):
 * call it when something is shown, never at import.
 */
export const say: Say = Object.defineProperties(((...what: Parameters<Say>) => spoken()(...what)) as Say, {
  language: { get: () => spoken().language },
  together: { get: () => spoken().together },
  exactly: { get: () => spoken().exactly },
});

/** From now on these words are the reader's. */
export function sayIn(wordsOfReader: Say): void {
  words = wordsOfReader;
}

export type { TextKey } from './catalogue.ts';
