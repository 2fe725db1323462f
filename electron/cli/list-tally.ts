import type { ListResult } from '../../shared/model/list-result.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { sawServers } from '../../shared/model/saw-servers.ts';
import { say } from '../../shared/text/index.ts';
import { exitStatus } from './exit-status.ts';
import type { Came } from './list-done.ts';
import { readFields } from './list-line.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

/** What came of the lines of a list. */
export type Tally = {
  add(result: ListResult): Promise<void>;
  /** A line that names nothing that can be checked is told like the others, so that none is missing. */
  refuse(input: string, line: number, problem: Problem): Promise<void>;
  /** What an earlier run told counts for the status as if it were told now: it is the whole list's. */
  skipDone(came: Came): void;
  skipTwice(): void;
  /** A line has fields that are not read. Told once, of the first. */
  leaveUnread(line: number, fields: readonly string[]): void;
  /** The list is no text from this line on, and is read no further. */
  endAt(line: number): void;
  /** The line at which it ended so; null where all of it was text. */
  notText(): number | null;
  /** No line named anything, right or wrong. */
  isEmpty(): boolean;
  status(): number;
  end(): void;
};

/** Writes the results, each with the `options` it was asked with, and on stderr at the end how many there were of which kind. */
export function listTally({ stdout, stderr }: Shell, options: string): Tally {
  let ended: number | null = null;
  let isUnreadTold = false;
  const counts = { works: 0, fails: 0, open: 0, wrong: 0, done: 0, twice: 0 };
  const before = { works: 0, fails: 0 };
  const write = (result: ListResult): Promise<void> => {
    stdout.write(`${JSON.stringify({ ...result, ...(options !== '' && { options }) })}\n`);
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
    skipDone(came) {
      counts.done += 1;
      before[came] += 1;
    },
    skipTwice() {
      counts.twice += 1;
    },
    leaveUnread(line, fields) {
      if (isUnreadTold) return;
      isUnreadTold = true;
      stderr.write(
        `postway check: ${safeText(say('cli.list.unread', { line, fields, known: readFields }))}\n`,
      );
    },
    endAt(line) {
      ended = line;
    },
    notText: () => ended,
    isEmpty: () => Object.values(counts).every((count) => count === 0),
    status() {
      if (counts.fails + counts.wrong + before.fails > 0) return exitStatus.nothingFound;
      if (counts.open > 0)
        return counts.works + before.works > 0 ? exitStatus.nothingFound : exitStatus.inconclusive;
      return exitStatus.ok;
    },
    end: () => void stderr.write(`${say('cli.list.end', counts)}\n`),
  };
}
