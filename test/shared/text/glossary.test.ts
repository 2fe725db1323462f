import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../shared/text/languages.ts';

const folder = new URL('../../../shared/text/', import.meta.url);
const [heads = [], , ...rows] = readFileSync(new URL('glossary.md', folder), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** Every message of one language, by key. */
function messagesOf(language: string): ReadonlyMap<string, string> {
  const files = readdirSync(new URL(`${language}/`, folder)).filter((name) => name.endsWith('.json'));
  return new Map(
    files.flatMap((name) =>
      Object.entries<string>(JSON.parse(readFileSync(new URL(`${language}/${name}`, folder), 'utf8'))),
    ),
  );
}

/** What counts for a comparison: no capital letters, one kind of space, no places where a line may break, one kind of apostrophe. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\u200b/g, '')
    .replaceAll("'", '’');
}

/** The message without quotations, options and the names of values and arguments, in which a term may stand for something else. */
function ownWords(message: string): string {
  return plain(
    message
      .replace(/Windows/g, ' ')
      .replace(/[`“‘][^`”’]*[`”’]/g, ' ')
      .replace(/--?[a-z-]+/g, ' ')
      .replace(/<[^<>\s]+>/g, ' ')
      .replace(/\{[a-z]+[},]/gi, ' '),
  );
}

/** The English terms that stand in a message; where two words are one term, neither counts by itself. */
function termsIn(message: string): string[] {
  let rest = ownWords(message);
  return rows
    .map(([term = '']) => plain(term))
    .sort((one, other) => other.split(' ').length - one.split(' ').length)
    .filter((term) => {
      const whole = new RegExp(`(?<![\\p{L}\\d-])${term}s?(?![\\p{L}\\d-])`, 'gu');
      const isThere = whole.test(rest);
      rest = rest.replace(whole, ' ');
      return isThere;
    });
}

/** Keys whose English uses a term in another sense: a list below the table, by language. */
function exceptionsOf(language: string): readonly string[] {
  const section = readFileSync(new URL('glossary.md', folder), 'utf8').split(`\n## ${language}\n`)[1] ?? '';
  return (section.split('\n## ')[0] ?? '').match(/(?<=^- `)[^`]+/gm) ?? [];
}

describe.each(languages.filter((language) => language !== 'en'))('the words of %s', (language) => {
  const mine = messagesOf(language);
  const column = heads.indexOf(language);

  test('have a term for each term of the glossary, the same everywhere', () => {
    expect(heads, 'languages with a column in shared/text/glossary.md').toContain(language);
    const spared = new Set(exceptionsOf(language));
    const wrong = [...messagesOf('en')].flatMap(([key, message]) => {
      const said = plain(mine.get(key) ?? '');
      return termsIn(message)
        .filter((term) => {
          const row = rows.find(([one = '']) => plain(one) === term);
          const ours = plain(row?.[column] ?? '').split(' / ');
          return !ours.some((word) => said.includes(word));
        })
        .filter(() => !spared.has(key))
        .map((term) => `${key}: "${term}" in ${said}`);
    });
    expect(wrong).toEqual([]);
  });

  test('spare no message from the glossary that needs no sparing or does not exist', () => {
    const all = messagesOf('en');
    expect(exceptionsOf(language).filter((key) => !all.has(key))).toEqual([]);
  });

  test('have no straight apostrophe or quotation mark, which another language’s print does not use', () => {
    const straight = [...mine].filter(
      ([key, message]) => /['"]/.test(message) && !/['"]/.test(messagesOf('en').get(key) ?? ''),
    );
    expect(straight).toEqual([]);
  });
});
