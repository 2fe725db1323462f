import { fail, ok } from '../../../shared/model/problem.ts';
import { said } from '../../../shared/text/said.ts';
import type { CommandSpec, RunCommand } from '../command.ts';
import { completionsFor } from '../completions/index.ts';
import { shells } from '../completions/words.ts';
import { exitStatus } from '../exit-status.ts';
import { safeText } from '../safe-text.ts';
import { wordOf } from '../word-of.ts';

/** `postway completion`: what a shell reads to complete these commands, their options and their values. */
export const completionCommand =
  (commands: readonly CommandSpec[]): RunCommand =>
  async (args, { shell }) => {
    const [word = ''] = args.positionals;
    const name = wordOf(word, shells);
    if (!name) {
      return fail('shell', said('cli.wrong.shell', { found: safeText(word, 60), shells: shells.join(', ') }));
    }
    shell.stdout.write(completionsFor(name, commands));
    return ok(exitStatus.ok);
  };
