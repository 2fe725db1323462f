import { afterEach, expect, test, vi } from 'vitest';
import { say } from '../../../shared/text/index.ts';
import { languageNames, languages } from '../../../shared/text/languages.ts';
import { nearestLanguage, speak } from '../../../shared/text/speak.ts';

afterEach(() => speak('en'));

test.each([
  [['en-US', 'de'], 'en'],
  [['de_AT.UTF-8'], 'de'],
  [['tlh', 'fr-CA'], 'fr'],
  [['pt_PT.UTF-8'], 'pt-BR'],
  [['pt-BR'], 'pt-BR'],
  [['ja_JP.eucJP'], 'ja'],
  [['C.UTF-8'], null],
  [['en_GB.UTF-8'], 'en'],
  [['xx', 'EN'], 'en'],
  [['sr_RS@latin'], null],
  [[''], null],
  [[], null],
])('of %j, we speak %j', (read, language) => {
  expect(nearestLanguage(read)).toBe(language);
});

test('what is said is in the language that is spoken', async () => {
  await speak('en');
  expect(say.language).toBe('en');
  expect(say('wizard.unit.ms', { value: 3 })).toBe('3 ms');
});

test.each(languages)('all of %s is there', async (language) => {
  await speak(language);
  expect(say.language).toBe(language);
  for (const key of [
    'port-25-blocked.headline',
    'cli.help.title',
    'wizard.address.title',
    'client.warning',
    'letter.subject',
  ] as const) {
    expect(
      say({
        key,
        values: { over: 'both', warning: '', count: 1, kind: '', ports: '25', hosts: '' },
      } as never),
    ).not.toBe('');
  }
});

test('words that are asked for while the first ones are loaded are there as well', async () => {
  vi.resetModules(); // nothing has been spoken yet
  const fresh = await import('../../../shared/text/speak.ts');
  const text = await import('../../../shared/text/index.ts');
  const first = fresh.speak('en', ['window']);
  await Promise.all([fresh.learn('programs'), first]);
  expect(text.say('client.login.none')).not.toBe('');
});

test.each(languages)('%s is called what it calls itself', (language) => {
  expect(languageNames[language]).toBe(new Intl.DisplayNames([language], { type: 'language' }).of(language));
});
