import { columnsOf, padTo } from '../../shared/text/columns.ts';
import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import { wrapText } from '../../shared/text/wrap.ts';
import { commonOptions } from './arguments.ts';
import type { CommandSpec, OptionSpec } from './command.ts';

const columns = 80;

/** What Postway is and the commands it has. */
export function generalHelp(commands: readonly CommandSpec[]): string {
  const rows = commands.map(({ name }): [string, string] => [name, say(`cli.${name}.summary`)]);
  return [
    ...wrapText(say('cli.help.title'), columns),
    '',
    usage(`<${say('cli.help.command')}>`),
    '',
    ...table(rows),
    '',
    ...table([
      ['--version', say('cli.option.version')],
      ['--help', say('cli.option.help-everywhere')],
    ]),
    '',
    say('cli.help.examples'),
    ...examples('cli.help.example-list'),
    '',
  ].join('\n');
}

function usage(...words: string[]): string {
  return say('cli.help.usage', { command: ['postway', ...words, `[${say('cli.help.options')}]`].join(' ') });
}

/** How one command is used, with its options and examples. */
export function commandHelp({ name, positionals, options }: CommandSpec): string {
  return [
    usage(name, ...positionals),
    '',
    ...wrapText(say(`cli.${name}.about`), columns),
    '',
    ...table([...options, ...commonOptions].map((option) => [written(option), say(option.summary)])),
    '',
    say('cli.help.examples'),
    ...examples(`cli.${name}.examples`),
    '',
  ].join('\n');
}

function written({ name, value, isRepeatable }: OptionSpec): string {
  return [`--${name}`, value, isRepeatable ? '...' : undefined].filter(Boolean).join(' ');
}

function examples(key: PlainKey): string[] {
  return say(key)
    .split('\n')
    .map((line) => `  ${line}`);
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([term]) => columnsOf(term)));
  return rows.flatMap(([term, meaning]) =>
    wrapText(meaning, columns - width - 4).map((line, index) =>
      `  ${padTo(width, index === 0 ? term : '')}  ${line}`.trimEnd(),
    ),
  );
}
