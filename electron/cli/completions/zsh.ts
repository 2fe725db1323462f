import type { OfferedCommand, OfferedOption, Wanted } from './words.ts';

/** Completions for zsh's own system (`compsys`), from the command table. */
export function zshCompletions(commands: readonly OfferedCommand[]): string {
  return [
    '#compdef postway',
    '# Completions of postway for zsh.',
    '_postway() {',
    '  local curcontext="$curcontext" state line',
    '  typeset -A opt_args',
    "  _arguments -C '(- *)--help' '(- *)--version' '1: :->command' '*:: :->rest'",
    '  case $state in',
    '    command)',
    '      local -a commands=(',
    ...commands.map(({ name, summary }) => `        ${quoted(`${name}:${summary}`)}`),
    '      )',
    "      _describe -t commands 'command' commands",
    '      ;;',
    '    rest)',
    '      case $words[1] in',
    ...commands.flatMap((command) => [
      `        ${command.name})`,
      `          _arguments ${[...command.options.map(option), ...command.positionals.map(place)].map(quoted).join(' ')}`,
      '          ;;',
    ]),
    '      esac',
    '      ;;',
    '  esac',
    '}',
    // Sourced, it is registered; as a file in $fpath it is called.
    'if [[ $funcstack[1] == _postway ]]; then _postway "$@"; else compdef _postway postway; fi',
    '',
  ].join('\n');
}

function option({ name, summary, wanted, isRepeatable }: OfferedOption): string {
  const explained = `[${summary.replace(/[[\]\\]/g, '\\$&')}]`;
  return `${isRepeatable ? '*' : ''}${name}${wanted ? `=${explained}:${action(wanted)}` : explained}`;
}

function place(wanted: Wanted, index: number): string {
  return `${index + 1}:${action(wanted)}`;
}

function action(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'words':
      return ` :(${wanted.words.join(' ')})`;
    case 'folder':
      return ' :_files -/';
    case 'file':
      return ' :_files';
    case 'anything':
      return ' : ';
  }
}

/** One word of the shell's, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
