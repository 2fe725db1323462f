import { afterEach, expect, test, vi } from 'vitest';
import { say } from '../../../shared/text/index.ts';
import { nearestLanguage, speak } from '../../../shared/text/speak.ts';

afterEach(() => speak('en'));

test.each([
  [['en-US', 'de'], 'en'],
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

test('words that are asked for while the first ones are loaded are there as well', async () => {
  vi.resetModules(); // nothing has been spoken yet
  const fresh = await import('../../../shared/text/speak.ts');
  const text = await import('../../../shared/text/index.ts');
  const first = fresh.speak('en', ['window']);
  await Promise.all([fresh.learn('programs'), first]);
  expect(text.say('client.login.none')).not.toBe('');
});
