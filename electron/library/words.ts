import { fail } from '../../shared/model/problem.ts';
import { languages } from '../../shared/text/languages.ts';
import { loadWords } from '../../shared/text/load-words.ts';
import { said } from '../../shared/text/said.ts';
import { nearestLanguage } from '../../shared/text/speak.ts';
import type { Say } from '../../shared/text/words.ts';
import type { WordsOptions } from './api.d.ts';
import { orThrow } from './postway-error.ts';

/** The words that a call asks for; English where it asks for none. Rejects when nobody speaks that language. */
export async function wordsFor({ language = 'en' }: WordsOptions): Promise<Say> {
  const spoken = nearestLanguage([String(language)]);
  if (spoken !== null) return loadWords(spoken);
  const found = String(language).slice(0, 60);
  const message = said('cli.wrong.language', { found, languages: languages.join(', ') });
  return orThrow(fail('language', message), await loadWords('en'));
}
