import { speak } from '../../shared/text/speak.ts';
import { commands } from './commands/index.ts';
import { completionsFor } from './completions/index.ts';
import { type ManualOptions, manual } from './manual.ts';

await speak('en'); // the build reads this module alone, and loads nothing more once it is read

/** The files that a package installs beside the command line, by name, in English. For `build/share.mjs`. */
export function documents(release: ManualOptions): Readonly<Record<string, string>> {
  return {
    'postway.1': manual(commands, release),
    'postway.bash': completionsFor('bash', commands),
    _postway: completionsFor('zsh', commands),
    'postway.fish': completionsFor('fish', commands),
  };
}
