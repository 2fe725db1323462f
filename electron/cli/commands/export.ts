import type {
  Client,
  ClientSettings,
  CodeClient,
  StepsClient,
  Variant,
} from '../../../shared/clients/client.ts';
import {
  beginsWithPreface,
  besideFile,
  clientCode,
  passwordCode,
  renderClient,
  settingsFromReport,
  withWalkthrough,
} from '../../../shared/clients/index.ts';
import type { QrCode } from '../../../shared/clients/qr-code.ts';
import { exactVariant, nearestVariant } from '../../../shared/clients/variant.ts';
import { fail, ok, type Problem, type Result } from '../../../shared/model/problem.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import type { Arguments, RunCommand } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { isSpoken, spokenLanguages } from '../language.ts';
import { clientsFor, listOfClients, readClient, readProgram } from '../named-client.ts';
import { outFile } from '../out-file.ts';
import { reportSource } from '../report-source.ts';
import { safeText } from '../safe-text.ts';
import type { Shell } from '../shell.ts';
import { drawCode, showPasswordCode } from '../show-code.ts';
import { readFor } from '../who-asks.ts';

/** `postway export`: the settings of a saved report, written for one mail program. */
export const runExportCommand: RunCommand = async (args, context) => {
  const { shell } = context;
  const kind = readFor(args);
  if (!kind.ok) return kind;
  if (args.has('list')) {
    const other = besideList(args);
    if (other !== undefined) return fail('--list', said('cli.wrong.clash', { other }));
    shell.stdout.write(listOfClients(clientsFor(kind.value)));
    return ok(exitStatus.ok);
  }
  const client = readClient(args, kind.value);
  if (!client.ok) return client;
  const program = readProgram(args, client.value);
  if (!program.ok) return program;
  const named = variantOptions.find((option) => args.has(option));
  if (named !== undefined && program.value === null && client.value.kind !== 'steps') {
    return fail(`--${named}`, said('cli.wrong.not-for-files', { client: client.value.id }));
  }
  const out = outFile(args);
  if (out === undefined && args.has('force')) return fail('--force', said('cli.wrong.force-without-out'));
  if (out === undefined && isNoText(client.value)) return fail('--out', said('cli.wrong.needs-out'));
  if (client.value.kind === 'code' && out !== undefined) return fail('--out', said('cli.wrong.code-file'));
  const source = reportSource(args, context);
  if (!source.ok) return source;
  const report = await source.value();
  if (!report.ok) return report;

  const found = settingsFromReport(report.value);
  const steps = found.ok && program.value ? readVariant(args, program.value, found.value) : ok(undefined);
  if (!steps.ok) return steps;
  const settings = found.ok && program.value ? withSteps(found.value, program.value, steps.value) : found;
  const variant = settings.ok ? readVariant(args, client.value, settings.value) : ok(undefined);
  if (!variant.ok) return variant;
  if (client.value.kind === 'code') return shownCode(client.value, settings, shell);
  const rendered = settings.ok ? renderClient(client.value, settings.value, variant.value) : settings;
  if (!rendered.ok) return refusedWith(rendered.problem, shell);
  const { text: content, encoding } = rendered.value;
  tellSpoken(args, shell);
  if (out === undefined) {
    const code = shell.stdout.isTerminal && settings.ok ? codeOf(client.value, settings.value) : null;
    if (code?.ok && settings.ok) return drawn(code.value, client.value, settings.value, shell);
    shell.stdout.write(content);
    if (settings.ok) tellBeside(client.value, settings.value, shell);
    return ok(exitStatus.ok);
  }
  const bytes = encoding === 'base64' ? Buffer.from(content, 'base64') : content;
  const written = await shell.writeFile(out, bytes, args.has('force'));
  if (!written.ok) return fail('--out', written.problem.message);
  shell.stderr.write(`${say('cli.export.written', { file: safeText(out, 200) })}\n`);
  if (settings.ok) tellBeside(client.value, settings.value, shell, true);
  return ok(exitStatus.ok);
};

/** That `--language` named what only the mail program speaks: its words are in that language, and ours are not. */
function tellSpoken(args: Arguments, shell: Shell): void {
  const found = args.value('language');
  if (found === undefined || isSpoken(found)) return;
  const told = say('cli.export.spoken', { found: safeText(found, 40), languages: spokenLanguages() });
  shell.stderr.write(`${told}\n`);
}

/** What was typed beside `--list` that it would not heed; `--for` it does. */
function besideList(args: Arguments): string | undefined {
  const options = ['report', 'out', 'force', 'program', ...variantOptions];
  const option = options.find((name) => args.has(name));
  const word = args.positionals[0];
  return word === undefined ? option && `--${option}` : safeText(word, 60);
}

/** A code that holds the password. What no terminal would mend is said before the want of one. */
async function shownCode(
  client: CodeClient,
  settings: Result<ClientSettings>,
  shell: Shell,
): Promise<Result<number>> {
  const possible = settings.ok ? passwordCode(client, settings.value, 'any') : settings;
  if (!possible.ok) return refusedWith(possible.problem, shell);
  if (!settings.ok) return settings;
  if (!shell.stdout.isTerminal || !shell.stderr.isTerminal || shell.isStdinPiped) {
    return fail('client', said('cli.wrong.code-terminal'));
  }
  return showPasswordCode(client, settings.value, shell);
}

/** No wrong use: these settings cannot be handed over. */
function refusedWith({ message }: Problem, shell: Shell): Result<number> {
  shell.stderr.write(`postway export: ${safeText(say(message))}\n`);
  return ok(exitStatus.nothingFound);
}

/**
 * What belongs to a file and does not stand in it, on stderr: what must be read first, where the format has no place for it, and what to do
 * with the file. A saved file's comments are seen late, so there all of it is told.
 */
function tellBeside(client: Client, settings: ClientSettings, shell: Shell, isSaved = false): void {
  const sentences = [
    ...(isSaved || !beginsWithPreface(client, settings) ? besideFile(client, settings) : []),
    ...(isSaved || !saysAllItself(client) ? notesOf(client) : []),
  ];
  if (sentences.length > 0) shell.stderr.write(sentences.map((one) => `${safeText(one, 4000)}\n`).join(''));
}

/** A page for people, and a file that begins with its note. */
function saysAllItself(client: Client): boolean {
  if (client.kind === 'steps') return true;
  return client.warning === undefined && (client.id === 'text' || client.note.startsWith('client.file.'));
}

function withSteps(
  settings: ClientSettings,
  client: StepsClient,
  variant: Variant | undefined,
): Result<ClientSettings> {
  return withWalkthrough(settings, client, variant ?? nearestVariant(client, settings, {}));
}

/** What says which copy of a mail program it is. */
const variantOptions = ['program-language', 'version', 'way'] as const;

function readVariant(args: Arguments, client: Client, settings: ClientSettings): Result<Variant | undefined> {
  if (client.kind !== 'steps') return ok(undefined);
  const asked = { version: args.value('version'), way: args.value('way') };
  const own = args.value('program-language');
  const spoken = args.value('language');
  // `--language` names a language that only the program speaks, or the reader's, which most likely is the program's too.
  const language = own ?? (spoken === undefined || isSpoken(spoken) ? undefined : spoken);
  const variant = exactVariant(client, settings, { ...asked, language });
  if (!variant.ok) {
    const { field, message } = variant.problem;
    if (field !== 'language') return fail(`--${field}`, message);
    if (own !== undefined) return fail('--program-language', message);
    const languages = spokenLanguages();
    return fail('--language', said('cli.wrong.language', { found: safeText(spoken ?? '', 40), languages }));
  }
  return language === undefined
    ? ok(nearestVariant(client, settings, { ...asked, language: say.language }))
    : variant;
}

/** A picture of a code is drawn where a person looks, and written as a file everywhere else. */
function codeOf(client: Client, settings: ClientSettings): Result<QrCode> | null {
  return client.kind === 'file' ? clientCode(client, settings) : null;
}

function drawn(code: QrCode, client: Client, settings: ClientSettings, shell: Shell): Result<number> {
  const done = drawCode(code, shell);
  if (!done.ok) return done;
  tellBeside(client, settings, shell);
  return ok(exitStatus.ok);
}

function notesOf(client: Client): string[] {
  if (client.kind === 'steps') return [];
  return [client.warning, client.note].flatMap((key) => (key ? [say(key)] : []));
}

/** Bytes on a terminal help nobody. */
function isNoText(client: Client): boolean {
  return (client.kind === 'file' || client.kind === 'text') && client.encoding !== undefined;
}
