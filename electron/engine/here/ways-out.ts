import type { DoubtfulConnection, WayOut } from '../../../shared/model/here.ts';
import { limits } from '../limits.ts';
import type { Address, Clock, DialResult } from '../system.ts';
import { type KernelCounters, since } from './kernel-counters.ts';

export type WayOutTools = {
  readonly clock: Clock;
  readonly dial: (to: Address, signal: AbortSignal) => Promise<DialResult>;
  /** Null where the system does not say. */
  readonly counters: () => KernelCounters | null;
  /** As they stood when the check began. */
  readonly atFirst: KernelCounters | null;
};

type Fate = WayOut['fate'];

/**
 * Whether these connections leave this computer at all. Makes each anew, while nothing else of the check is under way, and looks at what
 * the kernel counted meanwhile: whatever a router or server turned away went out and came back. What cannot be told is left out.
 * Never rejects; `limits.here` bounds its time.
 */
export async function waysOut(
  doubtful: readonly DoubtfulConnection[],
  tools: WayOutTools,
  signal: AbortSignal,
): Promise<WayOut[]> {
  const found: WayOut[] = [];
  const tell = ({ ipAddress, family, port }: DoubtfulConnection, fate: Fate | null): void => {
    if (fate !== null) found.push({ kind: 'way-out', address: ipAddress, family, port, fate });
  };
  const untilMs = tools.clock.now() + limits.here.turnedAwayWholeMs;
  for (const to of doubtful.filter(({ isSilent }) => !isSilent)) {
    if (tools.clock.now() < untilMs) tell(to, await turnedAwayBy(to, tools, signal));
  }
  const silent = hasLostAny(tools) ? doubtful.filter(({ isSilent }) => isSilent) : [];
  const fates = await silencedBy(silent, tools, signal);
  silent.forEach((to, index) => {
    tell(to, fates[index] ?? null);
  });
  return found;
}

/** Of the SYNs sent again since the check began, some did not leave this computer: without that, nobody's silence is its own doing. */
function hasLostAny({ counters, atFirst }: WayOutTools): boolean {
  const now = counters();
  return atFirst !== null && now !== null && since(atFirst, now).repeatsFailed > 0;
}

/** Several times, since one packet that another program got in the same moment would spoil the count. */
async function turnedAwayBy(
  to: DoubtfulConnection,
  { clock, dial, counters }: WayOutTools,
  signal: AbortSignal,
): Promise<Fate | null> {
  const fates: (Fate | null)[] = [];
  const startedMs = clock.now();
  while (fates.length < limits.here.tries && clock.now() - startedMs < limits.here.tryingMs) {
    const before = counters();
    const dialled = await dialFor(limits.here.turnedAwayMs, to, { clock, dial }, signal);
    const after = counters();
    if (signal.aborted || dialled === null) return null;
    fates.push(fateOf(dialled, before && after && since(before, after)));
    if (fates.at(-1) === 'out') return 'out';
    if (!dialled.ok && dialled.isOwnWord) break; // said before anything was sent: once is enough
  }
  const [first = null, ...others] = fates;
  return others.every((fate) => fate === first) ? first : null;
}

function fateOf(dialled: DialResult, counted: KernelCounters | null): Fate | null {
  if (dialled.ok) return 'out';
  if (dialled.isOwnWord) return forbidding.has(dialled.errno) ? 'forbidden' : 'no-way';
  if (counted === null) return null;
  const { unreachableMade, unreachableGot, loopbackGot, outsideGot } = counted;
  if (unreachableGot > unreachableMade) return 'out'; // somebody else's word
  if (unreachableMade === 0 && loopbackGot === 0) return outsideGot > 0 ? 'out' : null;
  const isOwnMessage = unreachableMade > 0 && unreachableMade === unreachableGot;
  return isOwnMessage || outsideGot === 0 ? 'rejected' : null;
}

const forbidding: ReadonlySet<string> = new Set(['EPERM', 'EACCES']);

/** All at once: the kernel sends a SYN again after one second, and counts when that does not get away either. */
async function silencedBy(
  silent: readonly DoubtfulConnection[],
  { clock, dial, counters }: WayOutTools,
  signal: AbortSignal,
): Promise<(Fate | null)[]> {
  const before = silent.length > 0 ? counters() : null;
  if (before === null) return [];
  const tried = silent.map((to) => dialFor(limits.here.silentMs, to, { clock, dial }, signal));
  const dialled = await Promise.all(tried);
  const after = counters();
  if (after === null || signal.aborted) return [];
  const { synsRepeated, repeatsFailed } = since(before, after);
  const unanswered = dialled.filter((one) => one === null).length;
  // One that went out among them, or of another program: nobody knows which.
  const isWhole = repeatsFailed === 0 || repeatsFailed === synsRepeated;
  const fate = repeatsFailed >= unanswered ? 'dropped' : 'out';
  const shared = isWhole && synsRepeated >= unanswered ? fate : null;
  return dialled.map((one) => (one === null ? shared : one.ok ? 'out' : null));
}

/** Null when nobody answers in time. */
async function dialFor(
  ms: number,
  to: Address,
  { clock, dial }: Pick<WayOutTools, 'clock' | 'dial'>,
  signal: AbortSignal,
): Promise<DialResult | null> {
  const over = new AbortController();
  const ends = AbortSignal.any([signal, over.signal]);
  const late = clock.sleep(ms, ends).then(() => over.abort());
  const dialled = await dial(to, ends);
  if (dialled.ok) dialled.connection.destroy();
  const isLate = over.signal.aborted || signal.aborted;
  over.abort();
  await late;
  return isLate && !dialled.ok ? null : dialled;
}
