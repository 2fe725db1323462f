import type { CommandSpec } from '../command.ts';
import { bashCompletions } from './bash.ts';
import { fishCompletions } from './fish.ts';
import { offered, type ShellName } from './words.ts';
import { zshCompletions } from './zsh.ts';

const writers = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions } satisfies Record<
  ShellName,
  unknown
>;

/** The completions of these commands for a shell, in the language that is spoken. */
export function completionsFor(shell: ShellName, commands: readonly CommandSpec[]): string {
  return writers[shell](offered(commands));
}
