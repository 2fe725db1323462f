import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, Message, TextKey } from './catalogue.ts';
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
  /** Several sentences, one after the other, as the language sets them. */
  readonly together: (sentences: readonly (Said | string)[]) => string;
  /** The same with exactly the values that its message uses. Throws when one is missing or of a kind that the message cannot use. */
  readonly exactly: (words: Said) => Said;
};

type Values = Readonly<Record<string, Value>>;
type Kind = 'number' | 'moment' | 'choice' | 'any';

/** Languages that put no blank between two sentences. */
const unspaced: readonly string[] = ['ja'];

/** `{when, date, day}` is a day of the calendar in UTC, the same wherever a saved report is read. */
const formats = {
  date: { day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } },
} as const;

/** How numbers, dates and lists are written in a language whose catalogue does not say which country's way is meant. */
const ways: Readonly<Record<string, string>> = { en: 'en-GB' };

/** The words of one language. Messages are made ready when they are first used; more may be added to the catalogue later. */
export function wordsOf(catalogue: Catalogue, language: string): Say {
  const way = ways[language] ?? language;
  const lists = new Map<'conjunction' | 'disjunction', Intl.ListFormat>();
  const joined = (type: 'conjunction' | 'disjunction', values: readonly Value[]): string => {
    const all = values.map((one) => String(inWords(one)));
    const choice = type === 'disjunction' ? plainChoice(all, language) : undefined;
    if (choice !== undefined) return choice;
    // Made when first needed: the first one of a process takes 10 ms.
    const list = lists.get(type) ?? new Intl.ListFormat(way, { type });
    lists.set(type, list);
    const joint = list.format(all);
    return unspaced.includes(language) ? spacedFromForeign(joint) : joint;
  };
  const ready = new Map<string, IntlMessageFormat>();

  const messageOf = (key: TextKey): Message => {
    const message = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    if (message === undefined) throw new Error(`there is no text "${key}" in ${language}`);
    return message;
  };
  const used = (key: TextKey, message: Message, values: Values): Values => {
    const uses = usesIn(message).map(([name, kind]) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw new Error(`text "${key}" needs a value for "${name}"`);
      if (!isOfKind(value, kind)) throw new Error(`text "${key}" takes no such value for "${name}"`);
      return [name, value] as const;
    });
    return Object.fromEntries(uses);
  };
  const speak = (key: TextKey, values: Values = {}): string => {
    const message = messageOf(key);
    if (typeof message === 'string') return message;
    const worded = Object.fromEntries(
      Object.entries(used(key, message, values)).map(([name, value]) => [name, inWords(value)]),
    );
    // Most messages only put values in, for which nobody has to know how numbers are written: that takes 10 ms when first asked.
    const plain = message.map((element) => plainPart(element, worded));
    if (plain.every((part) => part !== undefined)) return plain.join('');
    const format = ready.get(key) ?? new IntlMessageFormat(message, way, formats);
    ready.set(key, format);
    return String(format.format(worded));
  };
  const inWords = (value: Value): string | number => {
    if (typeof value !== 'object') return value;
    if (isList(value)) return joined('conjunction', value);
    if ('anyOf' in value) return joined('disjunction', value.anyOf);
    return 'key' in value ? speak(value.key, value.values) : Date.parse(value.at);
  };
  const say = (words: TextKey | Said, values?: Values): string =>
    typeof words === 'string' ? speak(words, values) : speak(words.key, words.values);

  return Object.assign(say as Say, {
    language,
    together: (sentences: readonly (Said | string)[]) =>
      sentences
        .map((one) => (typeof one === 'string' ? one : say(one)))
        .join(unspaced.includes(language) ? '' : ' '),
    exactly: ({ key, values = {} }: Said): Said => {
      const exact = used(key, messageOf(key), values);
      return Object.keys(exact).length === 0 ? { key } : { key, values: exact };
    },
  });
}

/** What stands before the last of several, as `Intl.ListFormat` has it, where no letter beside it changes that. */
const orIn: Readonly<Record<string, string>> = { en: 'or', de: 'oder', fr: 'ou', es: 'o', 'pt-BR': 'ou' };

/** "a, b or c" without `Intl`; undefined where the language needs that. */
function plainChoice(all: readonly string[], language: string): string | undefined {
  const or = Object.hasOwn(orIn, language) ? orIn[language] : undefined;
  const last = all.at(-1) ?? '';
  // Spanish says "u" before the sound of an o.
  if (or === undefined || (language === 'es' && !/^(?!ho)[a-nñp-zá-í]/i.test(last))) return undefined;
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${or} ${last}`;
}

/** FormatJS's number for text. */
const literal = 0;

/** FormatJS's numbers for the kinds of elements; its own names for them are a `const enum`. */
const kinds: Readonly<Record<number, Kind>> = {
  1: 'any',
  2: 'number',
  3: 'moment',
  4: 'moment',
  5: 'choice',
  6: 'number',
};

/** The values that a message uses, by name, each with the kind it must be of. */
function usesIn(message: Message): (readonly [name: string, kind: Kind])[] {
  if (typeof message === 'string') return [];
  return message.flatMap((element) => {
    const kind = kinds[element.type];
    if (kind === undefined || !('value' in element)) return [];
    const options = 'options' in element ? Object.values(element.options) : [];
    return [[element.value, kind] as const, ...options.flatMap((option) => usesIn(option.value))];
  });
}

/** What stands for an element that is text, or a value as it is; undefined for any other. */
function plainPart(
  element: Exclude<Message, string>[number],
  values: Readonly<Record<string, string | number>>,
): string | undefined {
  if (element.type === literal) return element.value;
  return kinds[element.type] === 'any' && 'value' in element ? String(values[element.value]) : undefined;
}

function isOfKind(value: Value, kind: Kind): boolean {
  const isMoment = typeof value === 'object' && !isList(value) && 'at' in value;
  if (kind === 'any') return !isMoment;
  if (kind === 'moment') return isMoment && !Number.isNaN(Date.parse(value.at));
  return typeof value === (kind === 'number' ? 'number' : 'string');
}

/** Japanese sets a blank between its "or" and a foreign word, and a comma behind a clause before it, which `Intl` does not know of. */
function spacedFromForeign(list: string): string {
  return list
    .replace(/(?<=[いるたすう])(?=または)/g, '、')
    .replace(/(?<=[!-~])(?=または)|(?<=または)(?=[!-~])/g, ' ');
}

function isList(value: Value): value is Extract<Value, readonly unknown[]> {
  return Array.isArray(value);
}
