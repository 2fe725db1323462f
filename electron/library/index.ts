import type { Problem } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';
import type * as api from './api.d.ts';
import { orThrow, PostwayError } from './postway-error.ts';

/*
 * What `import … from 'postway'` gives. Its types, with what each call does, stand in `api.d.ts`, which is published as it is. Everything else
 * is loaded by the first call that needs it.
 */

export { PostwayError };

/** See `api.d.ts`. */
export const check: typeof api.check = async (subject, options = {}) => {
  const { language, signal = new AbortController().signal, ...request } = options;
  const [words, { checkFor }] = await Promise.all([wordsIn({ language }), import('./check.ts')]);
  return orThrow(await checkFor({ ...request, subject }, words, signal), words);
};

/** See `api.d.ts`. */
export const diagnose: typeof api.diagnose = async (report, options = {}) => {
  const [words, { judgedAnew }] = await Promise.all([wordsIn(options), import('./judged-anew.ts')]);
  return orThrow(judgedAnew(report, words), words);
};

/** See `api.d.ts`. */
export const explain: typeof api.explain = async (text, options = {}) => {
  const [words, explaining] = await Promise.all([
    wordsIn(options),
    import('../../shared/explain/explain.ts'),
  ]);
  if (typeof text !== 'string') throw new PostwayError(noText, words);
  return explaining.explain(text, words);
};

/** See `api.d.ts`. */
export const exportSettings: typeof api.exportSettings = async (report, program, options = {}) => {
  const [words, { judgedAnew }, { settingsFor }] = await Promise.all([
    wordsIn(options),
    import('./judged-anew.ts'),
    import('./export-settings.ts'),
  ]);
  const judged = orThrow(judgedAnew(report, words), words);
  return orThrow(settingsFor(judged, String(program), options, words), words);
};

const noText: Problem = { code: 'bad-input', field: 'text', message: said('cli.wrong.call-value') };

async function wordsIn(options: api.WordsOptions) {
  const { wordsFor } = await import('./words.ts');
  return wordsFor(options);
}
