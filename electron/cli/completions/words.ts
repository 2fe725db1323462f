import { clients } from '../../../shared/clients/index.ts';
import { recipients } from '../../../shared/letter/recipients.ts';
import { say } from '../../../shared/text/index.ts';
import { scenarios } from '../../practice/scenarios.ts';
import { commonOptions } from '../arguments.ts';
import type { CommandSpec, OptionSpec } from '../command.ts';

/** What may stand in a place of the command line: some words, a file, a folder, or what only the person knows. */
export type Wanted =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'file' | 'folder' | 'anything' };

/** An option as a shell offers it. `wanted` is null for a switch. */
export type OfferedOption = {
  readonly name: string;
  readonly summary: string;
  readonly wanted: Wanted | null;
  readonly isRepeatable: boolean;
};

/** A command as a shell offers it, in words of the reader's language. */
export type OfferedCommand = {
  readonly name: string;
  readonly summary: string;
  readonly positionals: readonly Wanted[];
  readonly options: readonly OfferedOption[];
};

/** The shells that completions are written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type ShellName = (typeof shells)[number];

/** The first argument of these commands is one of a list that the command table does not hold. */
const lists: Readonly<Partial<Record<CommandSpec['name'], () => readonly string[]>>> = {
  export: () => clients.map(({ id }) => id),
  letter: () => recipients,
  practice: () => scenarios.map(({ id }) => id),
};

/** The command table as shells offer it. */
export function offered(commands: readonly CommandSpec[]): OfferedCommand[] {
  return commands.map(({ name, positionals, options }) => ({
    name,
    summary: say(`cli.${name}.summary`),
    positionals: positionals.map((written, index) => {
      const words = index === 0 ? lists[name]?.() : undefined;
      return words ? { kind: 'words', words } : wantedBy(written);
    }),
    options: [...options, ...commonOptions].map((option) => offeredOption(option)),
  }));
}

function offeredOption({ name, value, isRepeatable = false, summary }: OptionSpec): OfferedOption {
  const wanted = value === undefined ? null : wantedBy(value);
  return { name: `--${name}`, summary: say(summary), wanted, isRepeatable };
}

/** From a place as the usage line writes it: `<works | changes>`, `<file>`, `[-]`, `thunderbird`. */
function wantedBy(written: string): Wanted {
  const inner = written.replace(/^[<[]|[>\]]$/g, '');
  const words = inner.split('|').map((word) => word.trim());
  const areWords = words.every((word) => /^[a-z-]+$/.test(word));
  if (inner === 'folder') return { kind: 'folder' };
  // A saved report, where the usage says so, and "-" for standard input.
  if (['file', 'old', 'new', '-'].includes(inner)) return { kind: 'file' };
  if (areWords && (words.length > 1 || written === inner)) return { kind: 'words', words };
  return { kind: 'anything' };
}
