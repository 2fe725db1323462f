import { parseArguments } from '../../electron/cli/arguments.ts';
import { findCommand } from '../../electron/cli/commands/index.ts';
import { findScenario } from '../../electron/practice/scenarios.ts';
import { findClient } from '../../shared/clients/index.ts';
import { say } from '../../shared/text/index.ts';

/** Takes a line apart as a shell does, as far as our lines need it: words, quotes, and where one command ends and the next begins. */
export function commandsIn(line: string): string[][] {
  const found: string[][] = [[]];
  for (const [token] of line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s|;&<>()"'])+|2?>>?\s*\S+|[|;&()<]+/g)) {
    if (token.startsWith('#')) break;
    if (/^[|;&()<]+$/.test(token)) found.push([]);
    else if (!/^2?>/.test(token)) found.at(-1)?.push(token.replace(/["']/g, ''));
  }
  return found;
}

/** Options that take one of a few words: what stands for the value in the help is the list of them. */
const choices = new Set(['for', 'until', 'format']);

/** What the command line would say is wrong with a line; null when it would go to work. */
export function complaint(words: readonly string[]): string | null {
  const [name = '', ...rest] = words;
  if (name === '' || name.startsWith('--')) return /^(--help|--version)?$/.test(name) ? null : name;
  const command = findCommand(name);
  if (command === undefined) return `no command ${name}`;
  const args = parseArguments(command, rest);
  if (!args.ok) return `${args.problem.field}: ${say(args.problem.message)}`;
  for (const { name: option, value } of command.options) {
    const given = args.value.value(option);
    const isOneOf = value?.replace(/[<>]/g, '').split(/\s*\|\s*/) ?? [];
    if (choices.has(option) && given !== undefined && !isOneOf.includes(given)) return `${option} ${given}`;
  }
  const [subject] = args.value.positionals;
  if (subject === undefined) return null;
  if (name === 'practice' && !findScenario(subject)) return `no situation ${subject}`;
  if (name === 'export' && subject !== '-' && !findClient(subject)) return `no mail program ${subject}`;
  return null;
}
