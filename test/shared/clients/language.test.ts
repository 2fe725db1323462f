import { describe, expect, test } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { appleMailIphoneLabels } from '../../../shared/clients/labels/apple-mail-iphone.ts';
import { appleMailMacLabels } from '../../../shared/clients/labels/apple-mail-mac.ts';
import { outlookLabels } from '../../../shared/clients/labels/outlook.ts';
import { thunderbirdLabels } from '../../../shared/clients/labels/thunderbird.ts';
import type { LabelTable } from '../../../shared/clients/language.ts';
import { type Drawing, labelsIn } from '../../../shared/clients/language.ts';

const table: LabelTable<'title' | 'port' | 'more'> = {
  en: { title: 'Server', port: 'Port:', more: 'More' },
  de: { title: 'Server (deutsch)', port: 'Anschluss:' },
};

const drawing = (title: string, port: string): Drawing => ({
  title,
  frame: 'window',
  tabs: [],
  groups: [{ controls: [{ kind: 'number', label: port, value: null }] }],
  buttons: [],
  likeness: 'exact',
});

describe('a window in a language', () => {
  const german = labelsIn(table, 'de');

  test('is drawn in it when all of its words are known', () => {
    const { dialog, glossary } = german.draw(({ word }) => drawing(word('title'), word('port')));
    expect(dialog).toMatchObject({ language: 'de', title: 'Server (deutsch)', isAbridged: false });
    expect(glossary.size).toBe(0);
  });

  test('is wholly in English when one is not, with the known ones beside it', () => {
    const { dialog, glossary } = german.draw(({ word }) => drawing(word('title'), word('more')));
    expect(dialog).toMatchObject({ language: 'en', title: 'Server' });
    expect([...glossary]).toEqual([['Server', 'Server (deutsch)']]);
  });

  test('may leave out what is not needed, and says that it did', () => {
    const { dialog } = german.draw(({ word, known }) =>
      drawing(word('title'), known('more') ?? word('port')),
    );
    expect(dialog).toMatchObject({ language: 'de', isAbridged: true });
  });

  test('counts what is missing', () => {
    expect(german.missing(['title', 'more'])).toEqual(['more']);
    expect(labelsIn(table, 'nl').missing(['title'])).toEqual(['title']);
    expect(labelsIn(table, 'en').missing(['title', 'port', 'more'])).toEqual([]);
  });
});

const tables: readonly (readonly [string, LabelTable<string>])[] = [
  ['outlook', outlookLabels],
  ['thunderbird', thunderbirdLabels],
  ['apple-mail-iphone', appleMailIphoneLabels],
  ['apple-mail-mac', appleMailMacLabels],
];

describe.each(tables)('the labels of %s', (id, labels) => {
  test('are those of the languages that the program offers', () => {
    const client = clients.find((one) => one.id === id);
    expect(client?.kind === 'steps' && [...client.languages].sort()).toEqual(Object.keys(labels).sort());
  });

  test('are words without blanks around them, and in no language others than in English', () => {
    const english = Object.keys(labels.en);
    for (const words of Object.values(labels)) {
      expect(Object.keys(words).filter((key) => !english.includes(key))).toEqual([]);
      for (const word of Object.values(words)) expect(word).toBe(word?.trim());
    }
  });
});

test('Thunderbird is known whole in its eight languages', () => {
  const english = Object.keys(thunderbirdLabels.en);
  for (const words of Object.values(thunderbirdLabels)) expect(Object.keys(words)).toEqual(english);
});
