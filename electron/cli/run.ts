import type { Problem } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { speak } from '../../shared/text/speak.ts';
import { parseArguments } from './arguments.ts';
import type { Context } from './command.ts';
import { commands, findCommand, wordsFor } from './commands/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { errorCodeIn } from './error-code.ts';
import { exitStatus } from './exit-status.ts';
import { commandHelp, generalHelp } from './help.ts';
import { isSpoken, languageFor, spokenLanguages } from './language.ts';
import { safeText } from './safe-text.ts';
import { versionAsked } from './version.ts';
import { nagiosStatusUnknown, nagiosUnknown } from './watch-lines.ts';

/** The whole command line: runs one command and resolves to the exit status. `argv` is without node and the script. */
export async function run(argv: readonly string[], context: Context): Promise<number> {
  const { shell, services } = context;
  const [first, ...rest] = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;

  const version = versionAsked(argv, services.version);
  if (version !== null) {
    shell.stdout.write(version);
    return exitStatus.ok;
  }
  await speak(languageFor(argv, shell), wordsFor(argv));
  if (first === '--help' || first === '-h') {
    shell.stdout.write(generalHelp(commands));
    return exitStatus.ok;
  }
  const command = first === undefined ? undefined : findCommand(first);
  if (!command) return unknownCommand(first, context);
  if (asksForHelp(rest)) {
    shell.stdout.write(commandHelp(command));
    return exitStatus.ok;
  }

  const args = parseArguments(command, rest);
  if (!args.ok) return wrongUse(command.name, args.problem, context, rest);
  const language = args.value.value('language');
  // Mail programs speak more languages than we do, and `export` names those.
  if (language !== undefined && !isSpoken(language) && command.name !== 'export') {
    const message = said('cli.wrong.language', {
      found: safeText(language, 60),
      languages: spokenLanguages(),
    });
    return wrongUse(command.name, { code: 'bad-input', field: '--language', message }, context, rest);
  }
  const runCommand = await command.load();
  const ended = await runCommand(args.value, context);
  return ended.ok ? ended.value : wrongUse(command.name, ended.problem, context, rest);
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end).some((word) => word === '--help' || word === '-h');
}

function wrongUse(
  command: string,
  { field, message }: Problem,
  { shell }: Context,
  argv: readonly string[],
): number {
  const found = errorCodeIn(argv);
  // The message may quote what somebody typed or what a file says.
  const told =
    found === undefined
      ? `${safeText(field, 80)}: ${safeText(say(message))}`
      : say('cli.wrong.error-code', { found });
  shell.stderr.write(
    `postway ${command}: ${told}\n${say('cli.wrong.see-help', { command: `postway ${command} --help` })}\n`,
  );
  if (command !== 'watch' || !isForNagios(argv)) return exitStatus.wrongUse;
  // A monitoring system reads the first line of stdout, and 2 as a server that is down.
  shell.stdout.write(nagiosUnknown(`${field}: ${say(message)}`));
  return nagiosStatusUnknown;
}

/** Also where the format is misspelt: whoever names one has a monitoring system, and the others are read by no status. */
function isForNagios(argv: readonly string[]): boolean {
  return argv.some((word, index) => {
    const named = /^--format(?:=(.*))?$/is.exec(word);
    return named !== null && !/^(?:json|prometheus)$/i.test(named[1] ?? argv[index + 1] ?? '');
  });
}

function unknownCommand(word: string | undefined, { shell }: Context): number {
  shell.stderr.write(
    `postway: ${whatWasMeant(word)}\n${say('cli.wrong.see-help', { command: 'postway --help' })}\n`,
  );
  return exitStatus.wrongUse;
}

function whatWasMeant(word: string | undefined): string {
  if (word === undefined) return say('cli.wrong.no-command');
  const found = safeText(word, 60);
  if (word.startsWith('-')) return say('cli.wrong.option-first', { found });
  if (errorCodeIn([word]) !== undefined) return say('cli.wrong.error-code', { found });
  const meant = didYouMean(
    word,
    commands.map(({ name }) => name),
  );
  if (meant !== undefined) return say('cli.wrong.command-meant', { found, meant });
  // "postway you@example.org" is what a newcomer types first.
  if (/[@.]/.test(word)) return say('cli.wrong.subject-first', { found });
  return say('cli.wrong.command', { found, commands: commands.map(({ name }) => name).join(', ') });
}
