import { sayIn } from './index.ts';
import { type Language, languages } from './languages.ts';
import { everyPart, loadWords, type Part } from './load-words.ts';
import type { Say } from './words.ts';

/** What was asked for so far: another language needs all of it too. */
const parts = new Set<Part>();
let spoken: Language | null = null;

/** The reader's language from now on, with these parts of its words and all that were asked for before. Rejects when they cannot be loaded. */
export async function speak(language: Language, wanted: readonly Part[] = everyPart): Promise<void> {
  for (const part of wanted) parts.add(part);
  let words: Say;
  let asked: number;
  do {
    asked = parts.size;
    words = await loadWords(language, [...parts]);
  } while (asked < parts.size); // somebody asked for more meanwhile
  spoken = language;
  sayIn(words);
}

/** More words of the language that is spoken. Rejects when they cannot be loaded. */
export async function learn(part: Part): Promise<void> {
  parts.add(part);
  if (spoken !== null) await loadWords(spoken, [part]);
}

/**
 * The language of ours that is nearest to the ones a person reads, the best first; BCP 47 tags, or a system's locale such as
 * `pt_BR.UTF-8`. Null when none of them is.
 */
export function nearestLanguage(read: readonly string[]): Language | null {
  for (const one of read) {
    const tag = one
      .replace(/[.@].*$/, '')
      .replaceAll('_', '-')
      .toLowerCase();
    const [base = ''] = tag.split('-');
    const found =
      languages.find((language) => language.toLowerCase() === tag) ??
      languages.find((language) => language === base) ??
      languages.find((language) => language.toLowerCase().startsWith(`${base}-`));
    if (found !== undefined) return found;
  }
  return null;
}
