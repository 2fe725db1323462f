import { expect, test } from 'vitest';
import { isSpoken, languageFor } from '../../../electron/cli/language.ts';
import { run } from '../../../electron/cli/run.ts';
import { fakeContext, fakeShell } from './fake-shell.ts';

test.each([
  [['check', '--language', 'en'], { LANG: 'xx_XX' }, 'en'],
  [['check', '--language=en-GB'], {}, 'en'],
  [['check', '--language'], { LANG: 'C' }, 'en'],
  [['check'], { LC_ALL: 'POSIX', LANG: 'xx' }, 'en'],
  [['check'], { LANG: 'en_US.UTF-8', LANGUAGE: 'xx:en' }, 'en'],
])('%j with %j is answered in %s', (argv, environment, language) => {
  expect(languageFor(argv, { environment })).toBe(language);
});

test('a language that we do not speak is wrong use, and those that we do are named', async () => {
  expect(isSpoken('tlh')).toBe(false);
  const fake = fakeShell();
  const status = await run(['check', 'example.org', '--language', 'tlh'], fakeContext(fake.shell, {}));
  expect(status).toBe(2);
  expect(fake.stderr()).toContain(
    'postway check: --language: Postway does not speak "tlh". It speaks: en, de, fr, es, pt-BR, ja',
  );
});
