import type { OfferedCommand, OfferedOption, Wanted } from './words.ts';

/** Completions for fish, from the command table. */
export function fishCompletions(commands: readonly OfferedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return [
    '# Completions of postway for fish.',
    'complete -c postway -f',
    `set -l postway_commands ${names}`,
    ...commands.map(
      ({ name, summary }) =>
        `complete -c postway -n "not __fish_seen_subcommand_from $postway_commands" -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap((command) => [
      ...command.positionals.flatMap((wanted) => place(command, wanted)),
      ...command.options.map((one) => option(command, one)),
    ]),
    '',
  ].join('\n');
}

const after = ({ name }: OfferedCommand): string =>
  `complete -c postway -n "__fish_seen_subcommand_from ${name}"`;

function place(command: OfferedCommand, wanted: Wanted): string[] {
  const offer = values(wanted);
  return offer === '' ? [] : [`${after(command)} ${offer}`];
}

function option(command: OfferedCommand, { name, summary, wanted }: OfferedOption): string {
  const takes = wanted ? ` ${['-x', values(wanted)].join(' ').trim()}` : '';
  return `${after(command)} -l ${name.replace(/^--/, '')}${takes.replace('-x -F', '-r -F')} -d ${quoted(summary)}`;
}

function values(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'words':
      return `-a ${quoted(wanted.words.join(' '))}`;
    case 'folder':
      return '-a "(__fish_complete_directories)"';
    case 'file':
      return '-F';
    case 'anything':
      return '';
  }
}

/** Between single quotes fish knows two escapes. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
