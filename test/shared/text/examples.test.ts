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
    expect(english).toEqual([]);
  },
);
