import type { Catalogue, Message } from '../../shared/text/catalogue.ts';
import { type Say, wordsOf } from '../../shared/text/words.ts';

const marked = { open: '⟦', close: '⟧' };
const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ê',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  I: 'Í',
  O: 'Ø',
  U: 'Û',
};

/**
 * A language that nobody speaks, to find out what is not translated: every message stands between brackets that text never holds, is
 * accented, and is longer by two fifths.
 */
export function pseudoWords(english: Catalogue, language: string): Say {
  const entries = Object.entries(english).map(([key, message]) => [key, pseudo(message as Message)]);
  return wordsOf(Object.fromEntries(entries) as Catalogue, language);
}

function pseudo(message: Message): Message {
  if (typeof message === 'string') return `${marked.open}${longer(message)}${marked.close}`;
  return [literal(marked.open), ...accented(message), literal(marked.close)] as Message;
}

function literal(value: string) {
  return { type: 0, value };
}

/** FormatJS's elements: 0 is text, and those with options have elements in each. */
function accented(elements: Exclude<Message, string>): Exclude<Message, string> {
  return elements.map((element) => {
    if (element.type === 0) return { ...element, value: longer(element.value) };
    if (!('options' in element)) return element;
    const options = Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: accented(option.value) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  }) as Exclude<Message, string>;
}

function longer(text: string): string {
  return text.replace(/[A-Za-z]{2,}/g, (word) => {
    const changed = word.replace(/[aeiouAEIOU]/g, (letter) => accents[letter] ?? letter);
    return changed + 'ñ'.repeat(Math.round(word.length * 0.4));
  });
}

/** What of a text is between no brackets: data such as hosts, and whatever was never translated. */
export function untranslated(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === marked.open) depth += 1;
    else if (character === marked.close) depth -= 1;
    else if (depth === 0) outside += character;
  }
  return outside;
}
