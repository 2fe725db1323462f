import type { Catalogue } from './catalogue.ts';
import { type Say, wordsOf } from './words.ts';

/** The languages that Postway speaks, BCP 47. A language is a folder beside this file, and one word here. */
export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

/**
 * What is loaded together. The window needs `window` for its first screens, `programs` for the ones about mail programs, and `report`
 * only to put somebody else's report into its own language; every other surface needs all of it.
 */
const parts = {
  window: ['backend', 'common', 'computer', 'discovery', 'wizard'],
  programs: ['client-dialogs', 'client-files', 'client-steps', 'clients'],
  report: ['cli', 'findings', 'practice'],
} as const;
export type Part = keyof typeof parts;

const files = import.meta.glob('./*/*.json', { import: 'default' });
const loaded = new Map<Language, { readonly catalogue: Catalogue; readonly say: Say }>();

/** The words of one language, when these parts of them are loaded. Rejects when they cannot be loaded. */
export async function loadWords(
  language: Language,
  wanted: readonly Part[] = ['window', 'programs', 'report'],
): Promise<Say> {
  const { catalogue, say } = loaded.get(language) ?? emptyWords(language);
  loaded.set(language, { catalogue, say });
  const areas = wanted.flatMap((part): readonly string[] => parts[part]);
  const catalogues = await Promise.all(areas.map((area) => files[`./${language}/${area}.json`]?.()));
  Object.assign(catalogue, ...catalogues);
  return say;
}

function emptyWords(language: Language): { readonly catalogue: Catalogue; readonly say: Say } {
  const catalogue: Catalogue = {};
  return { catalogue, say: wordsOf(catalogue, language) };
}
