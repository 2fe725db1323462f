import { sayIn } from '../../shared/text/index.ts';
import { type Language, languages } from '../../shared/text/languages.ts';
import { loadWords } from '../../shared/text/load-words.ts';
import { commands } from './commands/index.ts';
import { completionsFor } from './completions/index.ts';
import { type ManualOptions, manual } from './manual.ts';

// The build reads this module alone, and loads nothing more once it is read.
const voices = new Map(await Promise.all(languages.map(async (one) => [one, await loadWords(one)] as const)));

/**
 * The files that a package installs beside the command line, by name. For `build/share.mjs`. The manual page is there in each language, since
 * `man` picks by the reader's locale; completions are one file for everybody who uses the computer, and in English: `postway completion`
 * prints them in one's own language.
 */
export function documents(release: ManualOptions): Readonly<Record<string, string>> {
  const manuals = languages.map((one) => [manualName(one), spoken(one, () => manual(commands, release))]);
  return {
    ...Object.fromEntries(manuals),
    ...spoken('en', () => ({
      'postway.bash': completionsFor('bash', commands),
      _postway: completionsFor('zsh', commands),
      'postway.fish': completionsFor('fish', commands),
    })),
  };
}

/** `postway.1`, `postway.de.1`. */
function manualName(language: Language): string {
  return language === 'en' ? 'postway.1' : `postway.${language}.1`;
}

function spoken<What>(language: Language, write: () => What): What {
  const voice = voices.get(language);
  if (voice === undefined) throw new Error(`no words in ${language}`);
  sayIn(voice);
  return write();
}
