import { expect, test } from 'vitest';
import { wantedLanguage } from '../../../renderer/wizard/language.ts';

const store = (value: string | null) => ({ getItem: () => value });

test.each([
  ['en', ['xx'], 'en'],
  [null, ['xx', 'en-AU'], 'en'],
  ['nonsense', [], 'en'],
])('chosen before: %j, read: %j', (chosen, read, language) => {
  expect(wantedLanguage(store(chosen), read)).toBe(language);
});

test('storage that is switched off is no fault', () => {
  const off = {
    getItem: () => {
      throw new Error('denied');
    },
  };
  expect(wantedLanguage(off, ['en'])).toBe('en');
});
