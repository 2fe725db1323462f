import type { CheckInput } from '../../shared/model/check.ts';
import type { ListResult } from '../../shared/model/list-result.ts';
import { fail, ok, type Problem, type Result } from '../../shared/model/problem.ts';
import { sawServers } from '../../shared/model/saw-servers.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import type { Asked } from '../backend/many.ts';
import { readCheckOptions } from './check-options.ts';
import type { Arguments, Context } from './command.ts';
import { exitStatus } from './exit-status.ts';
import { longestLine, readListLine } from './list-line.ts';
import { EndlessLine } from './read-lines.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

/** Connections at once in all, where `--jobs` does not say. */
const jobs = { usual: 24, most: 200 };
/** A line of results, in characters. */
const longestResult = 1_000_000;
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
  const told = tally(shell);
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
    const done = await readDone(args, shell, stop.signal);
    if (!done.ok) return done;
    const lines = await shell.readLines(path, longestLine, stop.signal);
    if (!lines.ok) return fail('--list', lines.problem.message);
    await services.checkMany(
      asked(lines.value, args, { isDone: (input) => done.value.has(input), told }),
      { connections: connections.value, onResult: told.add },
      stop.signal,
    );
    if (stop.signal.aborted && !isReaderGone) return ok(exitStatus.interrupted);
    const line = told.notText();
    if (line !== null) return fail('--list', said('cli.list.not-text', { line }));
    return ok(told.status());
  } finally {
    for (const forget of forgets) forget();
    told.end();
  }
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

/** What an earlier run told. A last line that it had no time to end is not counted, and a new line begins after it. */
async function readDone(args: Arguments, shell: Shell, signal: AbortSignal): Promise<Result<Set<string>>> {
  const path = args.value('resume');
  const done = new Set<string>();
  if (path === undefined) return ok(done);
  const lines = await shell.readLines(path, longestResult, signal);
  if (!lines.ok) {
    // The first time there is nothing to go on from.
    return lines.problem.code === 'not-found' ? ok(done) : fail('--resume', lines.problem.message);
  }
  let isTorn = false;
  try {
    for await (const line of lines.value) {
      const input = inputOf(line);
      isTorn = line !== '' && input === null;
      if (input !== null) done.add(input);
    }
  } catch (error) {
    if (!(error instanceof EndlessLine)) throw error;
    isTorn = true;
  }
  if (isTorn) shell.stdout.write('\n');
  return ok(done);
}

function inputOf(line: string): string | null {
  try {
    const { input } = JSON.parse(line);
    return typeof input === 'string' ? input : null;
  } catch {
    return null;
  }
}

type Sieve = { readonly isDone: (input: string) => boolean; readonly told: Tally };

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
  { isDone, told }: Sieve,
): AsyncGenerator<Asked, void, undefined> {
  const seen = new Set<string>();
  let number = 0;
  for await (const line of textIn(lines, told)) {
    number += 1;
    const read = readListLine(line);
    if (read.kind === 'nothing') continue;
    const { input } = read;
    if (isDone(input)) {
      told.skip('done');
      continue;
    }
    const check: Result<CheckInput> =
      read.kind === 'wrong'
        ? { ok: false, problem: read.problem }
        : readCheckOptions(about(input, read.server, args));
    const key = check.ok
      ? JSON.stringify([check.value.address, check.value.domain, check.value.server, check.value.serverPort])
      : input;
    if (seen.has(key)) {
      told.skip('twice');
      continue;
    }
    seen.add(key);
    if (check.ok) yield { input, check: check.value };
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

type Tally = {
  add(result: ListResult): Promise<void>;
  /** A line that names nothing that can be checked is told like the others, so that none is missing. */
  refuse(input: string, line: number, problem: Problem): Promise<void>;
  skip(why: 'done' | 'twice'): void;
  /** The list is no text from this line on, and is read no further. */
  endAt(line: number): void;
  /** The line at which it ended so; null where all of it was text. */
  notText(): number | null;
  status(): number;
  end(): void;
};

/** Writes the results, and on stderr at the end how many there were of which kind. */
function tally({ stdout, stderr }: Shell): Tally {
  let ended: number | null = null;
  const counts = { works: 0, fails: 0, open: 0, wrong: 0, done: 0, twice: 0 };
  const write = (result: ListResult): Promise<void> => {
    stdout.write(`${JSON.stringify(result)}\n`);
    return stdout.settled();
  };
  return {
    add(result) {
      const isOpen = result.verdict !== null && !sawServers(result.verdict.code);
      counts[result.recommendation !== null ? 'works' : isOpen ? 'open' : 'fails'] += 1;
      return write(result);
    },
    refuse(input, line, { message }) {
      counts.wrong += 1;
      const told = say(message);
      stderr.write(`postway check: ${say('cli.list.wrong-line', { line })} ${safeText(told)}\n`);
      const problem = { line, message: told.slice(0, 2000) };
      return write({ input, verdict: null, recommendation: null, elapsedMs: 0, problem });
    },
    skip(why) {
      counts[why] += 1;
    },
    endAt(line) {
      ended = line;
    },
    notText: () => ended,
    status() {
      if (counts.fails + counts.wrong > 0) return exitStatus.nothingFound;
      if (counts.open > 0) return counts.works > 0 ? exitStatus.nothingFound : exitStatus.inconclusive;
      return exitStatus.ok;
    },
    end: () => void stderr.write(`${say('cli.list.end', counts)}\n`),
  };
}
