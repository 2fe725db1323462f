import { loadWords } from '../../shared/text/languages.ts';

/** Every word in English, as the command line has them. */
export const english = await loadWords('en');
