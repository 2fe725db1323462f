import type { CheckInput } from '../../shared/model/check.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import type { Asked } from '../backend/many.ts';
import { readCheckOptions } from './check-options.ts';
import type { Arguments, Context } from './command.ts';
import { exitStatus } from './exit-status.ts';
import { doneKey, type ListDone, readDone } from './list-done.ts';
import { longestLine, readListLine } from './list-line.ts';
import { listTally, type Tally } from './list-tally.ts';
import { EndlessLine } from './read-lines.ts';
import { safeText } from './safe-text.ts';

/** Connections at once in all, where `--jobs` does not say. */
const jobs = { usual: 24, most: 200 };
/** What says more of one check is of no use beside the lines that each stand for one address. */
const notWithList = ['again', 'error', 'for'] as const;

/**
 * `postway check --list`: whatever the list names, one line of NDJSON each, in the order in which they end. Domains, hosts and controls are
 * asked once for all. Ctrl-C keeps what was told, and `--resume` goes on from there.
 */
export async function checkList(args: Arguments, { shell, services }: Context): Promise<Result<number>> {
  const path = args.value('list') ?? '-';
  const clash = clashIn(args);
  if (clash) return clash;
  // A wrong option is wrong for every line, and none of them is to blame, nor done.
  const options = readCheckOptions(about('you@example.org', undefined, args));
  if (!options.ok) return options;
  const connections = readJobs(args);
  if (!connections.ok) return connections;
  const stop = new AbortController();
  const given = optionsOf(args);
  const told = listTally(shell, given);
  let isReaderGone = false;
  const forgets = [
    shell.stdout.onGone(() => {
      isReaderGone = true;
      stop.abort();
    }),
    shell.onInterrupt(() => {
      shell.stderr.write(`${say('cli.list.stopping')}\n`);
      stop.abort();
    }),
  ];
  try {
    const done = await readDone(args, given, shell, stop.signal);
    if (!done.ok) return done;
    const lines = await shell.readLines(path, longestLine, stop.signal);
    if (!lines.ok) return fail('--list', lines.problem.message);
    for (const note of done.value.notes) shell.stderr.write(`postway check: --resume: ${say(note)}\n`);
    if (done.value.isTorn) shell.stdout.write('\n');
    await services.checkMany(
      asked(lines.value, args, { done: done.value.inputs, told }),
      { connections: connections.value, onResult: told.add },
      stop.signal,
    );
    const line = told.notText();
    const isInterrupted = stop.signal.aborted && !isReaderGone;
    if (!isReaderGone && !isInterrupted && line === null && told.isEmpty())
      return fail('--list', said('cli.list.empty'));
    told.end();
    if (isInterrupted) return ok(exitStatus.interrupted);
    if (line !== null) return fail('--list', said('cli.list.not-text', { line }));
    return ok(told.status());
  } finally {
    for (const forget of forgets) forget();
  }
}

/** Options that change what is asked of a line, in the order of the help. */
const asking = [
  'as-typed',
  'server',
  'ports',
  'all',
  'current',
  'incoming',
  'no-incoming',
  'no-lookup',
  'no-references',
  'reference',
  'resolver',
  'timeout',
] as const;

/** The same, as they were typed, so that results of one run can be told from those of another. */
function optionsOf(args: Arguments): string {
  return asking
    .flatMap((option) => args.values(option).map((value) => `--${option} ${value}`.trimEnd()))
    .join(' ')
    .slice(0, 2000);
}

function clashIn(args: Arguments): Result<never> | null {
  const [subject] = args.positionals;
  if (subject !== undefined) {
    return fail(`"${safeText(subject, 60)}"`, said('cli.wrong.clash', { other: '--list' }));
  }
  const other = notWithList.find((option) => args.has(option));
  return other === undefined ? null : fail(`--${other}`, said('cli.wrong.clash', { other: '--list' }));
}

function readJobs(args: Arguments): Result<number> {
  const text = args.value('jobs');
  if (text === undefined) return ok(jobs.usual);
  const found = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (found >= 1 && found <= jobs.most) return ok(found);
  return fail('--jobs', said('cli.wrong.jobs', { found: safeText(text, 40), most: jobs.most }));
}

type Sieve = { readonly done: ListDone['inputs']; readonly told: Tally };

/** The lines, up to the first that holds what no text does: after it nobody knows what the rest is, or whether it ends (`/dev/zero`). */
async function* textIn(lines: AsyncIterable<string>, told: Tally): AsyncGenerator<string, void, undefined> {
  let number = 1;
  try {
    for await (const line of lines) {
      if (line.includes('\0')) return told.endAt(number);
      yield line;
      number += 1;
    }
  } catch (error) {
    if (!(error instanceof EndlessLine)) throw error;
    told.endAt(number);
  }
}

/** The lines that are to be checked, each once; the others are told of as they come. */
async function* asked(
  lines: AsyncIterable<string>,
  args: Arguments,
  { done, told }: Sieve,
): AsyncGenerator<Asked, void, undefined> {
  const seen = new Set<string>();
  let number = 0;
  for await (const line of textIn(lines, told)) {
    number += 1;
    const read = readListLine(line);
    if (read.kind === 'nothing') continue;
    const { input } = read;
    if (read.kind === 'asked' && read.unread !== undefined) told.leaveUnread(number, read.unread);
    const server = read.kind === 'asked' ? read.server : undefined;
    // Of what could not be read, nobody knows whether two are alike.
    if (read.kind === 'wrong' && input.includes('\ufffd')) {
      await told.refuse(input, number, read.problem);
      continue;
    }
    const came = done.get(doneKey(input, server));
    if (came) {
      told.skipDone(came);
      continue;
    }
    const check: Result<CheckInput> =
      read.kind === 'wrong'
        ? { ok: false, problem: read.problem }
        : readCheckOptions(about(input, server, args));
    const key = check.ok
      ? JSON.stringify([check.value.address, check.value.domain, check.value.server, check.value.serverPort])
      : input;
    if (seen.has(key)) {
      told.skipTwice();
      continue;
    }
    seen.add(key);
    if (check.ok) yield { input, ...(server !== undefined && { server }), check: check.value };
    else await told.refuse(input, number, check.problem);
  }
}

function about(subject: string, server: string | undefined, args: Arguments): Arguments {
  return {
    ...args,
    positionals: [subject],
    value: (option) => args.value(option) ?? (option === 'server' ? server : undefined),
  };
}
