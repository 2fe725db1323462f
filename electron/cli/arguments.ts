import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';
import type { Arguments, CommandSpec, OptionSpec } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { safeText } from './safe-text.ts';

/** Options that every command has. */
export const commonOptions: readonly OptionSpec[] = [
  { name: 'language', value: '<tag>', summary: 'cli.option.language' },
  { name: 'no-color', summary: 'cli.option.no-color' },
  { name: 'help', summary: 'cli.option.help' },
];

/** Reads what follows the command's name. Every wrong use is a Problem whose field is the argument as it was written. */
export function parseArguments(spec: CommandSpec, argv: readonly string[]): Result<Arguments> {
  const options = [...spec.options, ...commonOptions];
  const { tokens } = parseArgs({
    args: argv.map((arg) => (isText(arg) ? `${mark}${arg}` : arg)),
    options: Object.fromEntries(
      options.map(({ name, value }) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const), ...shortOf(name) },
      ]),
    ),
    allowPositionals: true,
    strict: false, // its messages are for programmers; the tokens allow better ones
    tokens: true,
  });

  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(unmarked(token.value));
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => name === token.name);
    const written = safeText(token.rawName, 60);
    if (!option) return unknownOption(spec, written, options);
    const text = token.value === undefined ? undefined : unmarked(token.value);
    const value = valueFor(option, written, text, token.inlineValue === true);
    if (!value.ok) return value;
    const before = given.get(option.name);
    if (before && !option.isRepeatable && option.value !== undefined) {
      return fail(written, said('cli.wrong.twice'));
    }
    given.set(option.name, [...(before ?? []), value.value]);
  }

  const surplus = positionals[spec.positionals.length];
  if (surplus !== undefined) {
    const field = `"${safeText(surplus, 60)}"`;
    return spec.positionals.length === 0
      ? fail(field, said('cli.wrong.takes-nothing', { command: spec.name }))
      : fail(field, said('cli.wrong.too-many', { command: spec.name, usage: spec.positionals.join(' ') }));
  }
  return ok({
    positionals,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.[0],
    values: (option) => given.get(option) ?? [],
  });
}

/** Stands before a text that begins like an option, while the arguments are taken apart. No argument can hold it. */
const mark = '\0';

/** A pasted answer such as `-ERR [AUTH] no`: an option has no blank in its name. */
function isText(arg: string): boolean {
  return /^-[^\s=]{1,40}\s/.test(arg);
}

function unmarked(value: string): string {
  return value.startsWith(mark) ? value.slice(mark.length) : value;
}

function shortOf(name: string): { short?: string } {
  return name === 'help' ? { short: 'h' } : {};
}

function valueFor(
  option: OptionSpec,
  written: string,
  value: string | undefined,
  isInline: boolean,
): Result<string> {
  if (option.value === undefined) {
    return value === undefined ? ok('') : fail(written, said('cli.wrong.no-value-wanted'));
  }
  const wanted = { option: `--${option.name}`, value: option.value };
  if (value === undefined || value === '') return fail(written, said('cli.wrong.value-missing', wanted));
  // "--server --json" is a forgotten value far more often than a server of that name.
  if (!isInline && value.startsWith('-') && value !== '-') {
    return fail(written, said('cli.wrong.value-is-option', { ...wanted, found: safeText(value, 60) }));
  }
  return ok(value);
}

function unknownOption(spec: CommandSpec, written: string, options: readonly OptionSpec[]): Result<never> {
  const meant = didYouMean(
    written.replace(/^-+/, ''),
    options.map(({ name }) => name),
  );
  return fail(
    written,
    meant === undefined
      ? said('cli.wrong.option', { command: spec.name })
      : said('cli.wrong.option-meant', { command: spec.name, meant: `--${meant}` }),
  );
}
