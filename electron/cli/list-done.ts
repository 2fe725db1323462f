import * as z from 'zod/mini';
import { FindingCode } from '../../shared/model/finding.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { sawServers } from '../../shared/model/saw-servers.ts';
import { type Said, said } from '../../shared/text/said.ts';
import type { Arguments } from './command.ts';
import { EndlessLine } from './read-lines.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

/** A line of results, in characters. */
const longestResult = 1_000_000;
/** So many lines that are no results are named one by one. */
const mostNotes = 3;
/** How a result begins, however much of it was written. */
const beginning = '{"input":';
/** What is read of a result. An address in a list of customers has no time that its check took. */
const Done = z.object({
  input: z.string(),
  server: z.optional(z.string()),
  elapsedMs: z.number(),
  verdict: z.optional(z.nullable(z.object({ code: z.string() }))),
  recommendation: z.optional(z.unknown()),
  options: z.optional(z.string()),
});

/** What came of a line: a setting works, or none does. */
export type Came = 'works' | 'fails';

/**
 * What earlier runs of a list told, by the lines' own words, the latest; null where nothing could be concluded, which is asked again. `isTorn`
 * where the last line had no time to end. `notes`: what whoever named the file should know of it.
 */
export type ListDone = {
  readonly inputs: ReadonlyMap<string, Came | null>;
  readonly isTorn: boolean;
  readonly notes: readonly Said[];
};

/**
 * Reads the file of `--resume`. One that is not there is no fault, but is told: the first time there is nothing to go on from. One that holds something
 * else than results is a Problem: it was named by mistake. So is one whose results were asked with other options: they do not belong together.
 */
export async function readDone(
  args: Arguments,
  options: string,
  shell: Shell,
  signal: AbortSignal,
): Promise<Result<ListDone>> {
  const path = args.value('resume');
  const inputs = new Map<string, Came | null>();
  if (path === undefined) return ok({ inputs, isTorn: false, notes: [] });
  const file = safeText(path, 200);
  const lines = await shell.readLines(path, longestResult, signal);
  if (!lines.ok) {
    if (lines.problem.code !== 'not-found') return fail('--resume', lines.problem.message);
    return ok({ inputs, isTorn: false, notes: [said('cli.list.resume-missing', { file })] });
  }
  let isTorn = false;
  let isOther = false;
  let number = 0;
  const unread: number[] = [];
  let asked: string | undefined;
  try {
    for await (const line of lines.value) {
      const read = readResult(line);
      number += 1;
      if (read === 'torn' || read === 'other') unread.push(number);
      if (typeof read === 'object') {
        inputs.set(doneKey(read.input, read.server), cameOf(read));
        if ((read.options ?? '') !== options) asked ??= read.options ?? '';
      }
      isTorn = read === 'torn';
      isOther ||= read === 'other';
    }
  } catch (error) {
    if (!(error instanceof EndlessLine)) throw error;
    isOther = true;
  }
  if (isOther && inputs.size === 0) {
    return fail('--resume', said('cli.list.no-results', { file }));
  }
  if (asked !== undefined) {
    return fail(
      '--resume',
      said('cli.list.other-options', {
        file,
        before: asked === '' ? said('cli.list.no-options') : safeText(asked, 400),
        now: options === '' ? said('cli.list.no-options') : safeText(options, 400),
      }),
    );
  }
  // A last line that had no time to end is what an interrupted run leaves.
  if (isTorn) unread.pop();
  const notes = unread.map((line) => said('cli.list.resume-unread', { file, line }));
  const more = notes.length - mostNotes;
  return ok({
    inputs,
    isTorn,
    notes: [
      ...notes.slice(0, mostNotes),
      ...(more > 0 ? [said('cli.list.resume-unread-more', { count: more })] : []),
    ],
  });
}

/** The same address with another server is another line. */
export function doneKey(input: string, server: string | undefined): string {
  return server === undefined ? input : JSON.stringify([input, server]);
}

function cameOf({ verdict, recommendation }: z.infer<typeof Done>): Came | null {
  if (recommendation) return 'works';
  const code = FindingCode.safeParse(verdict?.code);
  return code.success && (code.data === 'inconclusive' || !sawServers(code.data)) ? null : 'fails';
}

function readResult(line: string): z.infer<typeof Done> | 'nothing' | 'torn' | 'other' {
  if (line === '') return 'nothing';
  try {
    const done = Done.safeParse(JSON.parse(line));
    return done.success ? done.data : 'other';
  } catch {
    return line.startsWith(beginning) || beginning.startsWith(line) ? 'torn' : 'other';
  }
}
