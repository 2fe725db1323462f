import { afterEach, describe, expect, test, vi } from 'vitest';
import { withLikelyLanguage } from '../../../renderer/program/program-language.ts';
import type { Language } from '../../../shared/text/languages.ts';
import { speak } from '../../../shared/text/speak.ts';

afterEach(async () => {
  vi.unstubAllGlobals();
  await speak('en');
});

describe('the language of a mail program whose person has not said it', () => {
  test.each<[string, readonly string[], Language, string]>([
    ['is the browser’s', ['ja'], 'ja', 'ja'],
    ['is the browser’s, with its country', ['de-AT', 'en'], 'de', 'de-AT'],
    ['is the browser’s where the window does not speak that language', ['it', 'en'], 'en', 'it'],
    ['is the one chosen for the window', ['en-GB', 'en'], 'de', 'de'],
    ['is the one chosen for the window, whatever else the browser reads', ['en', 'de'], 'fr', 'fr'],
    ['is the one chosen for the window of a browser in a language that it lacks', ['it'], 'ja', 'ja'],
  ])('%s', async (_, languages, spoken, expected) => {
    vi.stubGlobal('navigator', { languages, language: languages[0] });
    await speak(spoken);
    expect(withLikelyLanguage({})).toEqual({ language: expected });
  });

  test('is never put in place of what was said', async () => {
    vi.stubGlobal('navigator', { languages: ['en'], language: 'en' });
    await speak('de');
    expect(withLikelyLanguage({ language: 'fr', version: '2016' })).toEqual({
      language: 'fr',
      version: '2016',
    });
  });
});
