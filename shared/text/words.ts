import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, TextKey } from './catalogue.ts';
import type { Rest, Said, Value } from './said.ts';

/**
 * Puts what was said into words, in the one language it was made for. A key or value that is missing is our own bug and throws, so that
 * no person ever reads a bare key or a pair of braces.
 */
export type Say = {
  (words: Said): string;
  <K extends TextKey>(key: K, ...values: Rest<K>): string;
  /** BCP 47: `en`, `pt-BR`. */
  readonly language: string;
  /** Whether there is a message of this key: a saved report may hold keys of another version. */
  readonly knows: (key: string) => key is TextKey;
};

/** How numbers, dates and lists are written in a language whose catalogue does not say which country's way is meant. */
const ways: Readonly<Record<string, string>> = { en: 'en-GB' };

/** The words of one language. Messages are made ready when they are first used. */
export function wordsOf(catalogue: Catalogue, language: string): Say {
  const way = ways[language] ?? language;
  const lists = new Intl.ListFormat(way, { type: 'conjunction' });
  const ready = new Map<string, IntlMessageFormat>();

  const speak = (key: TextKey, values: Readonly<Record<string, Value>> = {}): string => {
    const message = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    if (message === undefined) throw new Error(`there is no text "${key}" in ${language}`);
    if (typeof message === 'string') return message;
    const format = ready.get(key) ?? new IntlMessageFormat(message, way);
    ready.set(key, format);
    const worded = Object.entries(values).map(([name, value]) => [name, inWords(value)] as const);
    return String(format.format(Object.fromEntries(worded)));
  };
  const inWords = (value: Value): string | number => {
    if (typeof value !== 'object') return value;
    if (isList(value)) return lists.format(value.map((one) => String(inWords(one))));
    return 'key' in value ? speak(value.key, value.values) : Date.parse(value.at);
  };
  const say = (words: TextKey | Said, values?: Readonly<Record<string, Value>>): string =>
    typeof words === 'string' ? speak(words, values) : speak(words.key, words.values);
  return Object.assign(say as Say, {
    language,
    knows: (key: string): key is TextKey => Object.hasOwn(catalogue, key),
  });
}

function isList(value: Value): value is Extract<Value, readonly unknown[]> {
  return Array.isArray(value);
}
