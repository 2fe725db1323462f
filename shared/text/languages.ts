/** The languages that Postway speaks, BCP 47, and what each calls itself. A language is a folder beside this file, and one line here. */
export const languageNames = {
  en: 'English',
  de: 'Deutsch',
  fr: 'français',
  es: 'español',
  'pt-BR': 'português (Brasil)',
  ja: '日本語',
} as const;
export type Language = keyof typeof languageNames;
export const languages = Object.keys(languageNames) as readonly Language[];

/** Whether a text, such as a tag from outside, names one of them. */
export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languageNames, tag);
}
