import type { DoubtfulConnection, WayOut } from '../../../shared/model/here.ts';
import { limits } from '../limits.ts';
import type { DialResult } from '../system.ts';
import { type KernelCounters, since } from './kernel-counters.ts';
import { type KnockTools, keepsLosing, knock, type Loss } from './knock.ts';

export type WayOutTools = KnockTools & {
  /** The counters as they stood when the check began. */
  readonly atFirst: KernelCounters | null;
};

type Fate = WayOut['fate'];

/**
 * Whether these connections leave this computer at all, and whether what comes back is let in. Makes each anew, while nothing else of the
 * check is under way, and looks at what the kernel counted meanwhile: whatever a router or server turned away went out and came back. What
 * cannot be told is left out. Never rejects; `limits.here` bounds its time.
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
  const taken = await takenAmong(
    doubtful.filter(({ isMute }) => isMute),
    tools,
    signal,
  );
  for (const to of taken) tell(to, 'taken');
  const silent = doubtful.filter((to) => to.isSilent && !taken.includes(to));
  const fates = await silencedBy(silent, tools, signal);
  silent.forEach((to, index) => {
    tell(to, fates[index] ?? null);
  });
  return found;
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
    const dialled = await knock(limits.here.turnedAwayMs, to, { clock, dial }, signal);
    const after = counters();
    if (signal.aborted || dialled === null) return null;
    fates.push(fateOf(dialled, before && after && since(before, after)));
    if (fates.at(-1) === 'out') return 'out';
    if (!dialled.ok && dialled.isOwnWord) break; // said before anything was sent: once is enough
  }
  const [first = null, ...others] = fates;
  return others.every((fate) => fate === first) ? first : null;
}

/** Connections that are made and then mute, as far as a program on this computer takes them; where it does not take the first, none is asked further. */
async function takenAmong(
  mute: readonly DoubtfulConnection[],
  tools: WayOutTools,
  signal: AbortSignal,
): Promise<readonly DoubtfulConnection[]> {
  const taken: DoubtfulConnection[] = [];
  for (const to of mute) {
    if ((await turnedAwayBy(to, tools, signal)) !== 'taken') break;
    taken.push(to);
  }
  return taken;
}

/** A handshake over loopback takes three packets, of which two at least arrive before it is known; from outside none may have come. */
const handshakePackets = 2;

function fateOf(dialled: DialResult, counted: KernelCounters | null): Fate | null {
  if (dialled.ok) {
    const isInside = counted?.outsideGot === 0 && counted.loopbackGot >= handshakePackets;
    return isInside ? 'taken' : 'out';
  }
  if (dialled.isOwnWord) return forbidding.has(dialled.errno) ? 'forbidden' : 'no-way';
  if (counted === null) return null;
  const { unreachableMade, unreachableGot, loopbackGot, outsideGot } = counted;
  // The handshake was answered from outside; the reset came from there too, or over loopback, from a rule on this computer.
  if (dialled.errno === 'ECONNRESET') {
    if (loopbackGot === 0) return outsideGot > 1 ? 'out' : null;
    return outsideGot <= 1 ? 'rejected' : null;
  }
  if (unreachableGot > unreachableMade) return 'out'; // somebody else's word
  if (unreachableMade === 0 && loopbackGot === 0) return outsideGot > 0 ? 'out' : null;
  const isOwnMessage = unreachableMade > 0 && unreachableMade === unreachableGot;
  return isOwnMessage || outsideGot === 0 ? 'rejected' : null;
}

const forbidding: ReadonlySet<string> = new Set(['EPERM', 'EACCES']);

/**
 * What was lost on this computer since the check began says where to look: before it left, or when it had arrived. Where hardly anything was,
 * nobody's silence is its own doing, and nothing is tried.
 */
async function silencedBy(
  silent: readonly DoubtfulConnection[],
  tools: WayOutTools,
  signal: AbortSignal,
): Promise<readonly (Fate | null)[]> {
  const now = tools.counters();
  if (silent.length === 0 || now === null || tools.atFirst === null) return [];
  const { lostOnLeaving, lostOnArrival, repeatsFailed } = since(tools.atFirst, now);
  const least = limits.here.losses.least * silent.length;
  const twice = silent.flatMap((to) => [to, to]); // more of them are told more surely from what else is lost
  const isLosing = async (loss: Loss): Promise<boolean> => keepsLosing(loss, twice, tools, signal);
  if (lostOnLeaving >= least && (await isLosing('lostOnLeaving')))
    return silent.map(({ isMute }) => (isMute ? 'held-back' : 'dropped'));
  if (repeatsFailed > 0) return withoutRepeats(silent, tools, signal);
  if (lostOnArrival >= least && (await isLosing('lostOnArrival'))) return silent.map(() => 'unheard');
  return lostOnLeaving + lostOnArrival < silent.length ? silent.map(() => 'out') : [];
}

/**
 * All at once: the kernel sends a SYN again after one second, and counts when that does not get away either, which older ones do not of what
 * leaves in general.
 */
async function withoutRepeats(
  silent: readonly DoubtfulConnection[],
  tools: WayOutTools,
  signal: AbortSignal,
): Promise<readonly (Fate | null)[]> {
  const before = tools.counters();
  const dialled = await Promise.all(silent.map((to) => knock(limits.here.silentMs, to, tools, signal)));
  const after = tools.counters();
  if (before === null || after === null || signal.aborted) return [];
  const { synsRepeated, repeatsFailed } = since(before, after);
  const unanswered = dialled.filter((one) => one === null).length;
  // One that went out among them, or of another program: nobody knows which.
  const isWhole = repeatsFailed === 0 || repeatsFailed === synsRepeated;
  const fate = repeatsFailed >= unanswered ? 'dropped' : 'out';
  const shared = isWhole && synsRepeated >= unanswered ? fate : null;
  return dialled.map((one, index) => {
    if (one === null) return shared;
    return one.ok && !silent[index]?.isMute ? 'out' : null;
  });
}
