import type { Catalogue } from './catalogue.ts';
import { type Say, wordsOf } from './words.ts';

/** The languages that Postway speaks, BCP 47. A language is a folder beside this file, and one word here. */
export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

/** What the window needs before the rest: `window` for its first screens, `programs` for the ones about mail programs. */
const early = {
  window: ['backend', 'common', 'computer', 'discovery', 'wizard'],
  programs: [
    'client-dialogs',
    'client-files',
    'client-screens',
    'client-steps',
    'clients',
    'proof',
    'sending',
  ],
} as const;
/** `rest` is every other area: what other surfaces say, and what a report needs to be put into another language. */
export type Part = keyof typeof early | 'rest';

const files = import.meta.glob('./*/*.json', { import: 'default' });
const loaded = new Map<Language, { readonly catalogue: Catalogue; readonly say: Say }>();

/** The words of one language, when these parts of them are loaded. Rejects when they cannot be loaded. */
export async function loadWords(
  language: Language,
  wanted: readonly Part[] = ['window', 'programs', 'rest'],
): Promise<Say> {
  const { catalogue, say } = loaded.get(language) ?? emptyWords(language);
  loaded.set(language, { catalogue, say });
  const paths = Object.keys(files).filter((path) => {
    const [, folder, area] = /^\.\/(.+)\/(.+)\.json$/.exec(path) ?? [];
    return folder === language && wanted.includes(partOf(area ?? ''));
  });
  const catalogues = await Promise.all(paths.map((path) => files[path]?.()));
  Object.assign(catalogue, ...catalogues);
  return say;
}

function partOf(area: string): Part {
  const isIn = (areas: readonly string[]): boolean => areas.includes(area);
  if (isIn(early.window)) return 'window';
  return isIn(early.programs) ? 'programs' : 'rest';
}

function emptyWords(language: Language): { readonly catalogue: Catalogue; readonly say: Say } {
  const catalogue: Catalogue = {};
  return { catalogue, say: wordsOf(catalogue, language) };
}
