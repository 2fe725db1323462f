import type { Say } from './words.ts';

/** What is said before any language was loaded: nothing can be, and whoever tries has called at import. */
const unspoken: Say = Object.assign(
  () => {
    throw new Error('nothing can be said before a language is spoken');
  },
  { language: 'und', together: unspokenYet, exactly: unspokenYet },
) as Say;

function unspokenYet(): never {
  throw new Error('nothing can be said before a language is spoken');
}

/**
 * The words of the reader's language. A window, a command and a backend have one reader, who may change the language meanwhile (`speak.ts`):
 * call it when something is shown, never at import.
 */
export let say: Say = unspoken;

/** From now on these words are the reader's. */
export function sayIn(words: Say): void {
  say = words;
}

export type { TextKey } from './catalogue.ts';
