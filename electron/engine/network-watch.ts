import { isIPv6 } from 'node:net';
import type { Disturbance } from '../../shared/model/disturbance.ts';
import type { Family } from '../../shared/model/family.ts';
import { limits } from './limits.ts';
import type { Clock, System } from './system.ts';

/** Sees what happens to this computer during a check: its network goes away or becomes another one, it sleeps, its clock is set. */
export type NetworkWatch = {
  /** Looks now. What has happened was told before this resolves. */
  look(): Promise<void>;
  /** Whether, when last looked, this computer's own kernel knew no way to the world over this family. */
  isCutOff(family: Family): boolean;
};

export type NetworkWatchListeners = {
  /** There was a way to the network, and now there is none over any family. */
  readonly onLost: () => void;
  /** Something happened and is over. */
  readonly onDisturbed: (disturbance: Disturbance) => void;
  /** A bug of ours ended the watch. */
  readonly onBug: (error: unknown) => void;
};

/** Where a way begins: this computer's own address, and the router behind it, as far as the system tells. */
type Start = { readonly address: string | null; readonly gateway: string | null };

/** One address family's way to the world. */
type Way = {
  readonly family: Family;
  /** Whence it goes in the network that the check is in. Undefined before the first look. */
  home?: Start;
  /** What was seen last. */
  seen: Start;
  /** When it was last seen to be at home. */
  wellMs: number;
  /** It leads nowhere for the moment. */
  isAway: boolean;
};

type Happened = Pick<Disturbance, 'kind' | 'family' | 'fromMs'>;

/** Watches until the signal aborts. Times are told in ms since `startedMs` of the system's clock. */
export function watchNetwork(
  system: System,
  startedMs: number,
  { onLost, onDisturbed, onBug }: NetworkWatchListeners,
  signal: AbortSignal,
): NetworkWatch {
  const { clock } = system;
  const ways: readonly Way[] = [
    { family: 4, seen: nowhere, wellMs: startedMs, isAway: false },
    { family: 6, seen: nowhere, wellMs: startedMs, isAway: false },
  ];
  let isLost = false;
  let lookedMs = clock.now();
  let workedMs = clock.workedMs?.() ?? 0;
  let aheadMs = dateAheadMs(clock);
  let looking = Promise.resolve();

  function tell(happened: Happened & Pick<Disturbance, 'leapMs'>): void {
    // To a hundredth, as in observations: what began in the moment that all was well again began after.
    const sinceStart = (ms: number): number => Math.max(0, Math.round((ms - startedMs) * 100) / 100);
    onDisturbed({
      ...happened,
      fromMs: sinceStart(happened.fromMs),
      untilMs: sinceStart(clock.now()),
    });
  }

  /** By how much the date went another way than the time since the last look; 0 where that is little, or was not to be seen. */
  function leapOfDate(): number {
    const nowAheadMs = dateAheadMs(clock);
    const leapMs = nowAheadMs === null || aheadMs === null ? 0 : nowAheadMs - aheadMs;
    if (aheadMs !== null && Math.abs(leapMs) <= limits.watch.leapMs) return 0;
    aheadMs = nowAheadMs;
    return leapMs;
  }

  /** How long this program worked, or waited for a processor, since the last look: then the computer was busy, and not asleep. */
  function busySinceLast(): number {
    const beforeMs = workedMs;
    workedMs = clock.workedMs?.() ?? 0;
    return workedMs - beforeMs;
  }

  function lookAtClock(): void {
    const nowMs = clock.now();
    const fromMs = lookedMs;
    const isLate = nowMs - fromMs > limits.watch.everyMs + limits.watch.asleepMs;
    const leapMs = leapOfDate();
    const busyMs = busySinceLast();
    lookedMs = nowMs;
    if (leapMs !== 0) tell({ kind: 'clock-leapt', fromMs, leapMs: Math.round(leapMs) });
    else if (isLate && nowMs - fromMs - busyMs > limits.watch.asleepMs) tell({ kind: 'asleep', fromMs });
  }

  async function lookAtNetwork(): Promise<void> {
    const beforeMs = clock.now();
    const found = await Promise.all(ways.map(({ family }) => system.ownAddress(family)));
    if (signal.aborted) return;
    const gateway = system.gateway?.() ?? null;
    ways.forEach((way, index) => {
      way.seen = { address: found[index] ?? null, gateway: way.family === 4 ? gateway : null };
    });
    const wasLost = isLost;
    isLost =
      ways.every(({ seen }) => seen.address === null) &&
      ways.some(({ home = nowhere }) => home.address !== null);
    if (isLost && !wasLost) onLost();
    const wasNowhere = ways.every(({ home }) => home?.address === null);
    const happened = ways.flatMap((way) => happenedTo(way, beforeMs, wasNowhere));
    const [one, other] = happened;
    if (one && other?.kind === one.kind) tell({ kind: one.kind, fromMs: Math.min(one.fromMs, other.fromMs) });
    else happened.forEach(tell);
  }

  /** `wasNowhere`: since the check began there was no network, so that none is another one. */
  function happenedTo(way: Way, seenMs: number, wasNowhere: boolean): Happened[] {
    const { family, seen, home = seen, wellMs: fromMs, isAway: wasAway } = way;
    const isHome = isSameNetwork(seen.address, home.address) && isSameGateway(seen, home);
    way.isAway = seen.address === null && !isHome;
    // Judged when it leads somewhere again: that may be the same network or another.
    if (way.isAway) return [];
    way.wellMs = seenMs;
    way.home = seen;
    if (!isHome) return [{ kind: wasNowhere ? 'lost' : 'other-network', family, fromMs }];
    return wasAway ? [{ kind: 'lost', family, fromMs }] : [];
  }

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      await look();
      await clock.sleep(limits.watch.everyMs, signal);
    }
  }

  /** One look after the other: what a look finds is never older than its call. */
  function look(): Promise<void> {
    lookAtClock();
    looking = looking.then(lookAtNetwork);
    return looking;
  }

  watch().catch(onBug);
  return {
    look,
    isCutOff: (family) => ways.every((way) => way.family !== family || way.seen.address === null),
  };
}

const nowhere: Start = { address: null, gateway: null };

/** With the same address, packets may take another way all the same; where there is none, none is another. */
function isSameGateway(one: Start, other: Start): boolean {
  return one.gateway === other.gateway || one.gateway === null || other.gateway === null;
}

/** The date's lead over the clock; null where so much time passed between the two readings that they do not belong together. */
function dateAheadMs(clock: Clock): number | null {
  const beforeMs = clock.now();
  const dateMs = clock.wallClock();
  const nowMs = clock.now();
  return nowMs - beforeMs > limits.watch.readingMs ? null : dateMs - nowMs;
}

/** An IPv6 address changes within its network, for privacy (RFC 8981); the first half says which network it is. */
function isSameNetwork(one: string | null, other: string | null): boolean {
  return (
    one === other || (one !== null && other !== null && isIPv6(one) && prefixOf(one) === prefixOf(other))
  );
}

function prefixOf(ipv6: string): string {
  const [head = '', tail] = ipv6.split('::');
  const groups = head === '' ? [] : head.split(':');
  const filled = tail === undefined ? groups : [...groups, ...Array<string>(8).fill('0')];
  return filled.slice(0, 4).join(':');
}
