import { say } from '../../shared/text/index.ts';
import type { PlainKey } from '../../shared/text/said.ts';
import { markBreaks } from '../../shared/text/wrap.ts';
import { commonOptions } from './arguments.ts';
import type { CommandSpec, OptionSpec } from './command.ts';

export type ManualOptions = {
  readonly version: string;
  /** Of the release, `2026-11-28`. */
  readonly day: string;
};

/** The manual page (section 1) in the macros of man(7), from the command table. */
export function manual(commands: readonly CommandSpec[], { version, day }: ManualOptions): string {
  return [
    `.TH POSTWAY 1 ${word(day)} ${word(`Postway ${version}`)}`,
    // Nothing is hyphenated: what is typed has to stand as it is typed, and the formatter knows English syllables alone.
    '.nh',
    '.ad l',
    ...section('cli.man.name'),
    `postway \\- ${text(say('cli.man.purpose'))}`,
    ...section('cli.man.synopsis'),
    '.B postway',
    `.I ${text(say('cli.help.command'))}`,
    `[${text(say('cli.help.options'))}]`,
    ...section('cli.man.description'),
    text(say('cli.help.title')),
    ...section('cli.man.commands'),
    ...commands.flatMap(commandPart),
    ...section('cli.man.common-options'),
    ...commonOptions.flatMap(optionPart),
    ...section('cli.man.exit-status'),
    ...lines(say('cli.man.exit-statuses')),
    ...section('cli.man.files'),
    ...lines(say('cli.man.file-list')),
    '',
  ].join('\n');
}

function commandPart({ name, positionals, options }: CommandSpec): string[] {
  return [
    `.SS ${word(['postway', name, ...positionals].join(' '))}`,
    text(say(`cli.${name}.about`)),
    ...options.flatMap(optionPart),
    '.PP',
    text(say('cli.help.examples')),
    '.PP',
    '.nf',
    '.RS',
    ...say(`cli.${name}.examples`).split('\n').map(text),
    '.RE',
    '.fi',
  ];
}

function optionPart({ name, value, isRepeatable, summary }: OptionSpec): string[] {
  const written = [`\\fB${text(`--${name}`)}\\fR`, value && `\\fI${text(value)}\\fR`, isRepeatable && '...'];
  return ['.TP', written.filter(Boolean).join(' '), text(say(summary))];
}

function section(key: PlainKey): string[] {
  return [`.SH ${word(say(key))}`];
}

/** Lines of "term: what it means". */
function lines(list: string): string[] {
  return list.split('\n').flatMap((line) => {
    const [term = '', ...meaning] = line.split(': ');
    return ['.TP', `\\fB${text(term)}\\fR`, text(meaning.join(': '))];
  });
}

/**
 * Text that means nothing to the formatter: neither an escape, nor a request at the beginning of a line, nor a hyphen for a minus. It is told
 * where Japanese may break, for it knows blanks alone.
 */
function text(plain: string): string {
  const escaped = plain
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
  return markBreaks(escaped, '\\:');
}

/** One argument of a macro. */
function word(plain: string): string {
  return `"${text(plain).replaceAll('"', '\\(dq')}"`;
}
