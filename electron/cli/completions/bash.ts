import type { OfferedCommand, Wanted } from './words.ts';

/** Completions for bash 4 and newer, from the command table. */
export function bashCompletions(commands: readonly OfferedCommand[]): string {
  const names = commands.map(({ name }) => name);
  return [
    '# Completions of postway for bash.',
    '_postway() {',
    `  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}`,
    '  local index options=',
    '  COMPREPLY=()',
    '  if ((COMP_CWORD == 1)); then',
    `    COMPREPLY=($(compgen -W '${[...names, '--help', '--version'].join(' ')}' -- "$current"))`,
    '    return',
    '  fi',
    '  case "$command $previous" in',
    ...commands.flatMap(({ name, options }) =>
      options.flatMap((option) =>
        option.wanted ? [`    '${name} ${option.name}') ${reply(option.wanted)}; return ;;`] : [],
      ),
    ),
    '  esac',
    '  case "$command" in',
    ...commands.map(
      ({ name, options }) => `    ${name}) options='${options.map((one) => one.name).join(' ')}' ;;`,
    ),
    '    *) return ;;',
    '  esac',
    '  if [[ $current == -?* ]]; then',
    '    COMPREPLY=($(compgen -W "$options" -- "$current"))',
    '    return',
    '  fi',
    '  _postway_place "$command"',
    '  case "$command $?" in',
    ...commands.flatMap(({ name, positionals }) =>
      positionals.map((wanted, index) => `    '${name} ${index + 1}') ${reply(wanted)} ;;`),
    ),
    '    *) compopt +o default ;;',
    '  esac',
    `  [[ -n $current || \${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -W "$options"))`,
    '}',
    ...placeFunction(commands),
    'complete -o default -F _postway postway',
    '',
  ].join('\n');
}

/** Which argument, without options and their values, the cursor stands in: its number is the function's status. */
function placeFunction(commands: readonly OfferedCommand[]): string[] {
  const withValue = commands.flatMap(({ name, options }) =>
    options.flatMap((option) => (option.wanted ? [`'${name} ${option.name}'`] : [])),
  );
  return [
    '_postway_place() {',
    '  local index place=1',
    '  for ((index = 2; index < COMP_CWORD; index++)); do',
    `    case "$1 \${COMP_WORDS[index]}" in`,
    `      ${withValue.join(' | ')}) ((index++)) ;;`,
    "      *' '-?*) ;;",
    '      *) ((place++)) ;;',
    '    esac',
    '  done',
    '  return "$place"',
    '}',
  ];
}

/** Left empty, bash offers files by itself (`-o default`); that is switched off where none are wanted. */
function reply(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'words':
      return `COMPREPLY=($(compgen -W '${wanted.words.join(' ')}' -- "$current")); compopt +o default`;
    case 'folder':
      return 'compopt -o dirnames +o default';
    case 'file':
      return ':';
    case 'anything':
      return 'compopt +o default';
  }
}
