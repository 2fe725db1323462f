import { type Said, said } from '../text/said.ts';
import type { Dialog } from './dialog.ts';

/** The languages of mail programs that some table has words of; `other` stands for all the rest. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt-BR' | 'nl' | 'pl' | 'ja' | 'other';

/** What the speakers of a language call it. */
export const languageNames: Readonly<Record<Language, string | Said>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  'pt-BR': 'Português (Brasil)',
  nl: 'Nederlands',
  pl: 'Polski',
  ja: '日本語',
  other: said('client.language.other'),
};

/** One program's labels: all of them in English, in other languages as many as are known. */
export type LabelTable<Key extends string> = Readonly<
  { en: Readonly<Record<Key, string>> } & Partial<Record<Language, Readonly<Partial<Record<Key, string>>>>>
>;

/** What a window is drawn from: `word` falls back to English, `known` says null where the person's language lacks the label. */
export type DrawWith<Key extends string> = {
  readonly word: (key: Key) => string;
  readonly known: (key: Key) => string | null;
};

export type Labels<Key extends string> = DrawWith<Key> & {
  /** What of these is not known in the person's language. */
  readonly missing: (keys: readonly Key[]) => readonly Key[];
  /** A window wholly in the person's language or, when a word of it is not known there, wholly in English. */
  readonly draw: (build: (draw: DrawWith<Key>) => Drawing) => Drawn;
};

/** A window without what follows from the words that it is drawn with. */
export type Drawing = Omit<Dialog, 'language' | 'isAbridged'>;

/** A window, and what its words are in the person's language where that is known although the window is in English. */
export type Drawn = { readonly dialog: Dialog; readonly glossary: ReadonlyMap<string, string> };

/** The labels of a table in one language. */
export function labelsIn<Key extends string>(table: LabelTable<Key>, language: Language): Labels<Key> {
  const own = (table[language] ?? {}) as Readonly<Partial<Record<Key, string>>>;
  const word = (key: Key): string => own[key] ?? table.en[key];
  const known = (key: Key): string | null => own[key] ?? null;
  return {
    word,
    known,
    missing: (keys) => keys.filter((key) => own[key] === undefined),
    draw(build) {
      const asked = new Set<Key>();
      let isAbridged = false;
      const drawing = build({
        word: (key) => {
          asked.add(key);
          return word(key);
        },
        known: (key) => {
          isAbridged ||= own[key] === undefined;
          return known(key);
        },
      });
      const isWhole = [...asked].every((key) => own[key] !== undefined);
      if (isWhole) return { dialog: { ...drawing, language, isAbridged }, glossary: new Map() };
      const english = (key: Key): string => table.en[key];
      return {
        dialog: { ...build({ word: english, known: english }), language: 'en', isAbridged: false },
        glossary: new Map([...asked].flatMap((key) => pairOf(table.en[key], own[key]))),
      };
    },
  };
}

function pairOf(english: string, own: string | undefined): [string, string][] {
  return own === undefined || own === english ? [] : [[english, own]];
}
