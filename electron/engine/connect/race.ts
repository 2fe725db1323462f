import type { PlannedProbe } from '../../../shared/model/check.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { Role } from '../../../shared/model/observation.ts';
import { over } from '../aborting.ts';
import { limits } from '../limits.ts';
import { within } from '../within.ts';
import { type ConnectContext, type Connected, type ConnectResult, connect } from './connect.ts';
import type { Preferences } from './preferences.ts';

export type IpAddress = { readonly ipAddress: string; readonly family: Family };

export type RaceContext = ConnectContext & { readonly preferences: Preferences };

/** What became of one address that was started. */
export type Fate<R extends ConnectResult = ConnectResult> = {
  readonly address: IpAddress;
  readonly result: R;
};

export type RaceHooks = {
  /** Every address that did not win, the moment its fate is known. One that connected too late has been closed. */
  readonly onLost: (fate: Fate) => void;
  /** Called at most once, when all that is under way has been suspiciously silent. */
  readonly onSilent: () => void;
  /** Called when an address waits and nothing at all was heard since that time of the system's clock. */
  readonly onUnwitnessed: (sinceMs: number) => void;
  /** Called at most once, when every address has been started and left enough SYNs unanswered to expect nothing any more. */
  readonly onStillSilent: () => void;
};

export type RaceResult = {
  readonly winner: Fate<Connected> | null;
  /** Resolves when the fate of every started address is known. The winner does not wait for it. */
  readonly settled: Promise<void>;
};

/**
 * Connects to the first address that answers (RFC 8305): families interleaved, the next address `delayMs` after the one before, or at
 * once when that one failed or its silence became suspicious. Addresses never started are not spoken of. Rejects, and
 * so does `settled`, only for a bug of ours.
 */
export async function race(
  { host, port, role }: Pick<PlannedProbe, 'host' | 'port' | 'role'>,
  addresses: readonly IpAddress[],
  context: RaceContext,
  { onLost, onSilent, onUnwitnessed, onStillSilent }: RaceHooks,
  signal: AbortSignal,
): Promise<RaceResult> {
  const { clock } = context.system;
  const order = interleaved(addresses, context.preferences.of(host)).slice(0, limits.addressesPerHost);
  const siblings = order.map(({ ipAddress }) => ipAddress);
  const underWay: Promise<void>[] = [];
  const undecided = new Set<IpAddress>();
  const silent = new Set<IpAddress>();
  const stillSilent = new Set<IpAddress>();
  const stuck = new Set<Family>();
  /** Somebody is there: the port is the matter, not the family. */
  const refused = new Set<IpAddress>();
  const won = new AbortController();
  let moveOn = new AbortController();
  let winner: Fate<Connected> | null = null;
  let isSuspected = false;
  let isGivenUp = false;

  async function run(address: IpAddress): Promise<void> {
    undecided.add(address);
    const hooks = {
      siblings,
      onSilent: (turnedAway: 'refused' | 'unreachable' | null) => {
        if (turnedAway === 'refused') refused.add(address);
        suspect(address);
      },
      onUnwitnessed,
      onStillSilent: () => giveUp(address),
    };
    const result = await connect({ ...address, port }, context, hooks, signal);
    undecided.delete(address);
    if (result.outcome === 'connected' && winner === null) {
      winner = { address, result };
      won.abort(over);
      moveOn.abort(over);
      return;
    }
    if (result.outcome === 'connected') result.connection.destroy();
    if (result.outcome === 'timeout' || result.outcome === 'unreachable') stuck.add(address.family);
    onLost({ address, result });
  }

  function suspect(address: IpAddress): void {
    silent.add(address);
    if (address === order[underWay.length - 1]) moveOn.abort(over);
    if (winner !== null || isSuspected) return;
    // A single silent family of two says little before the other has had its time, unless this very address answers elsewhere.
    const isAnsweringElsewhere = context.roundTrips.of(address.ipAddress) !== null;
    const isAllSilent = [...undecided].every((one) => silent.has(one));
    const isSilentTwice = isAllSilent && (silent.size >= 2 || underWay.length === order.length);
    if (!isAnsweringElsewhere && !isSilentTwice) return;
    isSuspected = true;
    onSilent();
  }

  function giveUp(address: IpAddress): void {
    stillSilent.add(address);
    const isHopeless =
      underWay.length === order.length && [...undecided].every((one) => stillSilent.has(one));
    if (winner !== null || isGivenUp || !isHopeless) return;
    isGivenUp = true;
    onStillSilent();
  }

  for (const address of order) {
    if (winner !== null || (signal.aborted && underWay.length > 0)) break;
    const done = run(address);
    done.catch(() => {}); // told by `settled`
    underWay.push(done);
    moveOn = new AbortController();
    if (underWay.length < order.length)
      await within(done, delayMs(role, siblings, context), clock, moveOn.signal);
  }
  const settled = Promise.all(underWay).then(() => {});
  settled.catch(() => {}); // told where it is awaited
  await Promise.race([settled, aborted(won.signal)]);
  const first = winner as Fate<Connected> | null;
  if (first !== null) {
    const unheard = [...undecided].filter((address) => !refused.has(address));
    learn(host, first.address.family, unheard, stuck, context.preferences);
  }
  return { winner: first, settled };
}

/**
 * How long one address may answer before the next is tried, unless its silence is suspicious sooner. RFC 8305 section 5 lets past round
 * trips decide: a far server is not connected to twice. Controls are asked where silence is to be compared, over both families, so
 * there the second waits no longer than an answer would take.
 */
function delayMs(role: Role, siblings: readonly string[], { roundTrips }: RaceContext): number {
  const isControl = role === 'reference' || role === 'portal';
  const known = isControl
    ? roundTrips.typical()
    : Math.max(...siblings.map((one) => roundTrips.of(one) ?? roundTrips.expected()));
  const answerMs = limits.answerRoundTrips * (known ?? limits.attemptDelayMs);
  return isControl
    ? Math.min(limits.attemptDelayMs, Math.max(limits.leastAttemptDelayMs, answerMs))
    : Math.max(limits.attemptDelayMs, answerMs);
}

/** The families in turn, beginning with the preferred one, else with that of the first address (RFC 8305 section 4). */
function interleaved(addresses: readonly IpAddress[], preferred: Family | null): IpAddress[] {
  const firstFamily = preferred ?? addresses[0]?.family;
  const first = addresses.filter(({ family }) => family === firstFamily);
  const second = addresses.filter(({ family }) => family !== firstFamily);
  const longer = Math.max(first.length, second.length);
  return Array.from({ length: longer }, (_, index) => [first[index], second[index]])
    .flat()
    .filter((address) => address !== undefined);
}

function learn(
  host: string,
  family: Family,
  undecided: readonly IpAddress[],
  stuck: ReadonlySet<Family>,
  preferences: Preferences,
): void {
  const other = family === 4 ? 6 : 4;
  if (stuck.has(other) || undecided.some((address) => address.family === other))
    preferences.prefer(host, family);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
