import { expect, test } from 'vitest';
import { keepLanguage, wantedLanguage } from '../../../renderer/wizard/language.ts';

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

test('a choice is kept for the next start; where storage is full, that costs nothing now', () => {
  const kept = new Map<string, string>();
  keepLanguage({ setItem: (key, value) => void kept.set(key, value) }, 'en');
  expect(wantedLanguage({ getItem: (key) => kept.get(key) ?? null }, ['xx'])).toBe('en');
  expect([...kept.values()]).toEqual(['en']);
  const full = () => {
    throw new Error('full');
  };
  expect(() => keepLanguage({ setItem: full }, 'en')).not.toThrow();
});
