/** The languages that Postway speaks, BCP 47. A language is a folder beside this file, and one word here. */
export const languages = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja'] as const;
export type Language = (typeof languages)[number];

/** Whether a text, such as a tag from outside, names one of them. */
export function isLanguage(tag: string): tag is Language {
  return (languages as readonly string[]).includes(tag);
}
