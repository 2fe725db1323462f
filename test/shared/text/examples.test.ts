import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '../../../shared/text/languages.ts';

const folder = new URL('../../../shared/text/', import.meta.url);

test.each(languages.filter((language) => language !== 'en'))(
  'addresses that stand for an example are written in the reader’s language: %s',
  (language) => {
    const own = new URL(`${language}/`, folder);
    const english = readdirSync(own).flatMap((file) => {
      const words = Object.entries<string>(JSON.parse(readFileSync(new URL(file, own), 'utf8')));
      return words.filter(([, text]) => /\b(?:you|a-friend)@example/.test(text)).map(([key]) => key);
    });
    const hint = `you@example.org says "you" in English: write a word of ${language} there, as name@example.org, in`;
    expect(english, hint).toEqual([]);
  },
);

/** The names in angle brackets of every message, by key, as the usage lines of the commands write them. */
function argumentsIn(language: string): Record<string, string[]> {
  const own = new URL(`${language}/`, folder);
  const messages = readdirSync(own).flatMap((file) =>
    Object.entries<unknown>(JSON.parse(readFileSync(new URL(file, own), 'utf8'))),
  );
  return Object.fromEntries(
    messages
      .map(([key, text]) => [key, (String(text).match(/<[^<>\s]+>/g) ?? []).sort()] as const)
      .filter(([, names]) => names.length > 0),
  );
}

test.each(languages.filter((language) => language !== 'en'))(
  'what an option or a command takes is called as its usage line calls it, so that both are found again: %s',
  (language) => {
    expect(argumentsIn(language)).toEqual(argumentsIn('en'));
  },
);
