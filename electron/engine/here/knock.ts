import { limits } from '../limits.ts';
import type { Address, Clock, DialResult } from '../system.ts';
import type { KernelCounters } from './kernel-counters.ts';

export type KnockTools = {
  readonly clock: Clock;
  readonly dial: (to: Address, signal: AbortSignal) => Promise<DialResult>;
  /** Null where the system does not say. */
  readonly counters: () => KernelCounters | null;
};

/**
 * Tries one connection for so long, and closes it. `isStaying`: a goodbye is said on it at once, and it is kept until the time is over, so that
 * this, and what comes back, have their time on the way. Null when nobody answers in time. Never rejects.
 */
export async function knock(
  ms: number,
  to: Address,
  { clock, dial }: Pick<KnockTools, 'clock' | 'dial'>,
  signal: AbortSignal,
  isStaying = false,
): Promise<DialResult | null> {
  const over = new AbortController();
  const ends = AbortSignal.any([signal, over.signal]);
  const late = clock.sleep(ms, ends).then(() => over.abort());
  const dialled = await dial(to, ends);
  const isLate = over.signal.aborted || signal.aborted;
  if (dialled.ok && isStaying) {
    dialled.connection.resume().end('QUIT\r\n'); // some rules let through whatever carries no data
    await late;
  }
  if (dialled.ok) dialled.connection.destroy();
  over.abort();
  await late;
  return isLate && !dialled.ok ? null : dialled;
}

/** Packets that came to nothing on this computer: before they left it, or when they had arrived. */
export type Loss = 'lostOnLeaving' | 'lostOnArrival';

/**
 * Whether what belongs to these connections comes to nothing on this computer. All are tried several times, and every time at least as many
 * packets are lost as there are connections, and hardly more than that: in the pauses between, what else a firewall drops is counted, and what
 * servers say again to earlier calls. False where nothing is counted. Never rejects; `limits.here.losses` bounds its time.
 */
export async function keepsLosing(
  loss: Loss,
  at: readonly Address[],
  tools: KnockTools,
  signal: AbortSignal,
): Promise<boolean> {
  const { rounds, pauseMs, knockMs, surplus } = limits.here.losses;
  let more = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = tools.counters();
    await tools.clock.sleep(pauseMs, signal);
    const between = tools.counters();
    await Promise.all(at.map((to) => knock(knockMs, to, tools, signal, true)));
    const after = tools.counters();
    if (!before || !between || !after || signal.aborted) return false;
    const atKnocks = after[loss] - between[loss];
    if (atKnocks < at.length) return false;
    more += atKnocks - ((between[loss] - before[loss]) * knockMs) / pauseMs;
  }
  return more >= surplus * rounds * at.length;
}
