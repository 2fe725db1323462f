import { forAddress } from '../../shared/judge/for-address.ts';
import type { CheckInput } from '../../shared/model/check.ts';
import { type ListResult, listResult } from '../../shared/model/list-result.ts';
import type { Report } from '../../shared/model/report.ts';
import type { Say } from '../../shared/text/words.ts';
import type { System } from '../engine/system.ts';
import { together } from '../engine/together/together.ts';
import { wordedCheck } from './worded-check.ts';

/** One line of a list that can be checked. */
export type Asked = {
  readonly input: string;
  /** What the line names beside it, to be told with the result. */
  readonly server?: string;
  readonly check: CheckInput;
};

export type ManyOptions = {
  readonly system: System;
  readonly version: string;
  readonly say: Say;
  /** So many connections are under way at once in all. */
  readonly connections: number;
  readonly reportBug: (error: unknown) => void;
  /** Called the moment a line is known, in the order in which they end. Waited for, so that whoever reads slowly is not overrun. */
  readonly onResult: (result: ListResult) => void | Promise<void>;
};

/** A check keeps about so many connections busy: three to its own server, while others are compared with. */
const connectionsPerCheck = 3;
/** So many lines wait for their check at most; reading goes on when some are done. */
const mostWaiting = 10_000;
/** So many reports are remembered, for addresses of their domain that come later in the list. */
const mostRemembered = 50;

/** Whose settings they are: all of a line that its check does not depend on. */
type Line = Pick<Asked, 'input' | 'server'> & { readonly address: string | undefined };

/** The lines that one check answers, that of the first address among them. */
type Group = { check: CheckInput; readonly lines: Line[] };

/**
 * Checks whatever the list names, several side by side, and each domain once: its addresses share the check. Resolves when all is told, or
 * soon after the signal aborts; of what was under way then nothing is told. Memory is bounded, however long the list is. Rejects when the
 * list or `onResult` does.
 */
export async function checkMany(
  list: AsyncIterable<Asked>,
  options: ManyOptions,
  signal: AbortSignal,
): Promise<void> {
  const { version, say, connections, reportBug, onResult } = options;
  const { system, shared } = together(options.system, connections);
  const check = wordedCheck(say);
  const atOnce = Math.ceil(connections / connectionsPerCheck);
  const groups = new Map<string, Group>();
  const queue: string[] = [];
  const remembered = new Map<string, Report>();
  const running = new Set<Promise<void>>();
  let waiting = 0;

  async function tell(report: Report, { input, server, address }: Line): Promise<void> {
    if (!signal.aborted) await onResult(listResult(input, forAddress(report, address, say), server));
  }

  async function answer(key: string, group: Group): Promise<void> {
    const report = await check(group.check, { system, version, reportBug, together: shared }, signal);
    groups.delete(key);
    remembered.set(key, report);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    waiting -= group.lines.length;
    for (const line of group.lines) await tell(report, line);
  }

  function begin(): void {
    while (running.size < atOnce && !signal.aborted) {
      const key = queue.shift();
      const group = key === undefined ? undefined : groups.get(key);
      if (key === undefined || group === undefined) return;
      const work: Promise<void> = answer(key, group).finally(() => running.delete(work));
      work.catch(() => {}); // told where it is awaited
      running.add(work);
    }
  }

  function add(key: string, { check: asked, ...told }: Asked): void {
    const group = groups.get(key);
    const line = { ...told, address: asked.address };
    waiting += 1;
    if (group === undefined) {
      groups.set(key, { check: asked, lines: [line] });
      queue.push(key);
    } else {
      group.lines.push(line);
      // Sources say more to an address than to a domain.
      if (group.check.address === undefined) group.check = asked;
    }
    begin();
  }

  for await (const asked of list) {
    if (signal.aborted) break;
    const key = keyOf(asked.check);
    const report = remembered.get(key);
    if (report === undefined) add(key, asked);
    else await tell(report, { ...asked, address: asked.check.address });
    while (waiting >= mostWaiting && running.size > 0) {
      await Promise.race(running);
      begin();
    }
  }
  for (begin(); running.size > 0; begin()) await Promise.race(running);
}

/** All that a check depends on, except whose address of the domain it is. */
function keyOf({ address: _address, ...rest }: CheckInput): string {
  return JSON.stringify(rest);
}
