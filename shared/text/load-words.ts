/// <reference types="vite/types/importMeta.d.ts" />
import type { Catalogue } from './catalogue.ts';
import type { Language } from './languages.ts';
import parts from './parts.json' with { type: 'json' };
import { type Say, wordsOf } from './words.ts';

/**
 * What is loaded together: `window` for the window's first screens, `programs` for those about mail programs; `parts.json` lists their areas.
 * `explained` is what `postway explain` says besides the window's, `rest` every other area, what other surfaces say.
 */
export type Part = keyof typeof parts | 'rest';

export const everyPart: readonly Part[] = ['window', 'programs', 'explained', 'rest'];

const files = import.meta.glob('./*/*.json', { import: 'default' });
const loaded = new Map<Language, { readonly catalogue: Catalogue; readonly say: Say }>();

/** The words of one language, when these parts of them are loaded. Rejects when they cannot be loaded. */
export async function loadWords(language: Language, wanted: readonly Part[] = everyPart): Promise<Say> {
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
  const named = Object.entries(parts).find(([, areas]) => areas.includes(area));
  return (named?.[0] as keyof typeof parts | undefined) ?? 'rest';
}

function emptyWords(language: Language): { readonly catalogue: Catalogue; readonly say: Say } {
  const catalogue: Catalogue = {};
  return { catalogue, say: wordsOf(catalogue, language) };
}
