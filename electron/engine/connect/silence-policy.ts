import { limits } from '../limits.ts';
import type { RoundTrips } from './round-trips.ts';

/** Windows reports a refusal only after its own three tries; until then a refused port looks silent. */
const slowestRefusalMs = process.platform === 'win32' ? limits.windowsRefusalMs : 0;

const never = Number.POSITIVE_INFINITY;

export type SilentWaitOptions = {
  readonly ipAddress: string;
  /** Addresses of the same host: about as far away. */
  readonly siblings: readonly string[];
  readonly roundTrips: RoundTrips;
  readonly startedMs: number;
  /** Upper bound for the whole wait, in ms. */
  readonly timeoutMs: number;
};

/**
 * The wait for one address that has not answered so far: which SYNs were sent, whether the line was alive meanwhile, and the moments that
 * follow from both, all by the same clock in ms. A moment that will not come is infinite. Knows no clock and sends nothing.
 */
export type SilentWait = {
  /** A SYN goes out. */
  sent(atMs: number): void;
  /** The one that was sent then was turned away, not by the server as far as one can tell, or there was no way for it. */
  turnedAway(sentMs: number, atMs: number, how: 'refused' | 'unreachable'): void;
  /** In which way they were turned away; null where the silence is just silence. */
  awayBy(): 'refused' | 'unreachable' | null;
  /** When the next SYN is due. */
  nextSynMs(): number;
  /**
   * Takes note of the line's last sign of life. Where the line had been dead before it, what was sent meanwhile proves nothing, and the
   * wait begins anew, with a SYN due at once.
   */
  listen(nowMs: number): void;
  /** When the silence becomes suspicious, long before it means anything. */
  suspiciousMs(): number;
  /** When a connection is hardly expected any more. */
  hopelessMs(): number;
  /** When somebody else should be asked for a sign of life, if none comes before. */
  askForLifeMs(nowMs: number): number;
  /** Somebody else was asked. Returns since when nobody was heard. */
  asked(): number;
  /** When the wait ends. */
  endMs(nowMs: number): number;
  /** Whether the line was alive when the SYN that decides had been sent, and until `ms`; or between those that were turned away. */
  isAliveUntil(ms: number): boolean;
};

type TurnedAway = {
  readonly how: 'refused' | 'unreachable';
  readonly count: number;
  readonly firstSentMs: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** When somebody else was first heard after the first of them. */
  readonly heardMs: number | null;
  /** Another was turned away after that. */
  readonly isWitnessed: boolean;
};

/** A wait that begins at `startedMs`, before its first SYN. */
export function silentWait({
  ipAddress,
  siblings,
  roundTrips,
  startedMs,
  timeoutMs,
}: SilentWaitOptions): SilentWait {
  /** The SYNs that count begin here: at the start, or when a line that had been dead was back. */
  let windowMs = startedMs;
  let synsMs: number[] = [];
  /** Of the window, and not before its planned time: as a difference of clock readings it could come out a trace smaller. */
  let lastSynMs = 0;
  let heardMs = startedMs;
  /** The longest time in the window that ended with a sign of life. */
  let gapMs = 0;
  /** When the last pause of the window ended in which nobody was heard for longer than a sign of life takes that is asked for. */
  let pausedMs: number | null = null;
  let isAsking = false;
  let restarts = 0;
  /** Of the window: the first SYN that was turned away and the last, while all of them were. */
  let away: TurnedAway | null = null;

  /** After what somebody has to be heard: the SYN that decides on a line without losses, or the first that was turned away. */
  const decisiveMs = (): number | undefined => away?.firstMs ?? synsMs[limits.silence.steady.attempts - 1];
  const patience = () => (roundTrips.hasLost() ? limits.silence.lossy : limits.silence.steady);

  /** Of the window. */
  function plannedMs(): number {
    const soonestMs = (roundTrips.of(ipAddress) ?? roundTrips.expected()) * limits.answerRoundTrips;
    return limits.extraAttemptsMs.find((ms) => ms >= soonestMs && ms > lastSynMs) ?? never;
  }

  /** Somebody was heard since one was turned away: the next decides, and need not wait for its time. */
  function decidingSynMs(): number {
    if (away === null || away.heardMs === null || away.isWitnessed) return never;
    return Math.max(away.heardMs, (synsMs.at(-1) ?? 0) + limits.turnedAway.refused.overMs);
  }

  /** Being dead for longer than this is not the pause between two answers. */
  function quietMs(): number {
    const { leastMs, roundTrips: count, mostMs } = limits.quiet;
    const typicalMs = roundTrips.typical() ?? 0;
    // Who is asked after a while for a sign of life may be farther away than most.
    const askedMs = limits.answerRoundTrips * (roundTrips.witness() ?? 0);
    const heardMs = askedMs === 0 ? 0 : Math.max(limits.witness.afterLifeMs, typicalMs) + askedMs;
    return Math.min(mostMs, Math.max(leastMs, count * typicalMs, heardMs));
  }

  /** So long after a sign of life the next is asked for. */
  const afterLifeMs = (): number => Math.max(limits.witness.afterLifeMs, roundTrips.typical() ?? 0);

  /**
   * The same while nobody at this host has answered, which may be far away: what it is sent in the rest of the time is not answered within it. No
   * longer than this is it quiet where a sign of life is asked for in time.
   */
  function pauseMs(): number {
    if (knownRoundTrip()?.isNear) return quietMs();
    const answerMs = Math.max(roundTrips.typical() ?? 0, roundTrips.witness() ?? 0);
    return Math.min(quietMs(), limits.witness.afterSynMs + afterLifeMs() + answerMs);
  }

  function isAliveUntil(ms: number): boolean {
    if (away) return away.isWitnessed;
    return (
      heardMs >= (decisiveMs() ?? never) && ms - heardMs <= pauseMs() && restarts <= limits.quiet.restarts
    );
  }

  /** When so many SYNs have had so much time that silence means something on a line that is alive; null while that is not known. */
  function settledMs(): number | null {
    if (away) return away.count < limits.turnedAway[away.how].attempts ? null : awayEndMs(away);
    const known = knownRoundTrip();
    const { attempts, overMs } = patience();
    const lastOfThemMs = synsMs[attempts - 1];
    if (known === null || lastOfThemMs === undefined) return null;
    // Nobody at this host has answered, and it may be farther away than those who have.
    const roundTripsMs = limits.silentRoundTrips * known.ms * (known.isNear ? 1 : 2);
    // What was sent during a pause may have been lost with it, and so may the answers to what was sent before: one that went out afterwards decides.
    const sincePauseMs = pausedMs === null ? lastOfThemMs : synsMs.find((ms) => ms >= (pausedMs ?? 0));
    if (sincePauseMs === undefined) return null;
    return Math.max(
      windowMs + Math.max(overMs, slowestRefusalMs),
      Math.max(lastOfThemMs, sincePauseMs) + roundTripsMs,
    );
  }

  /** Those that are turned away need not be waited for: they have to span this time, with somebody heard meanwhile. */
  function awayEndMs({ how, firstSentMs, lastMs }: TurnedAway): number {
    return Math.max(lastMs, firstSentMs + limits.turnedAway[how].overMs);
  }

  /** The round trip to expect of the address: its own, else that of its host's other addresses, else that of anyone. */
  function knownRoundTrip(): { readonly ms: number; readonly isNear: boolean } | null {
    const own = roundTrips.of(ipAddress);
    if (own !== null) return { ms: own, isNear: true };
    const beside = siblings.map((sibling) => roundTrips.of(sibling)).filter((ms) => ms !== null);
    if (beside.length > 0) return { ms: Math.max(...beside), isNear: true };
    const typical = roundTrips.typical();
    return typical === null ? null : { ms: Math.max(typical, limits.unknownRoundTripMs), isNear: false };
  }

  return {
    sent(atMs) {
      if (synsMs.length > 0) lastSynMs = Math.max(plannedMs(), atMs - windowMs);
      synsMs.push(atMs);
    },
    turnedAway(sentMs, atMs, how) {
      if (sentMs < windowMs) return;
      const isSame = away?.how === how;
      const heardMs = (isSame && away?.heardMs) || null;
      away = {
        how,
        count: isSame ? (away?.count ?? 0) + 1 : 1,
        firstSentMs: isSame ? (away?.firstSentMs ?? sentMs) : sentMs,
        firstMs: isSame ? (away?.firstMs ?? atMs) : atMs,
        lastMs: atMs,
        heardMs,
        isWitnessed: heardMs !== null && sentMs >= heardMs,
      };
    },
    awayBy: () => away?.how ?? null,
    nextSynMs: () => (synsMs.length === 0 ? windowMs : Math.min(windowMs + plannedMs(), decidingSynMs())),
    listen(nowMs) {
      const lifeMs = roundTrips.lastLifeMs() ?? heardMs;
      if (lifeMs > heardMs) {
        gapMs = Math.max(gapMs, lifeMs - heardMs);
        if (lifeMs - heardMs > pauseMs()) pausedMs = nowMs;
        heardMs = lifeMs;
        isAsking = false;
        // What was on its way already when the first was turned away says nothing of the line since.
        if (away?.heardMs === null && heardMs >= away.firstMs + (roundTrips.typical() ?? 0))
          away = { ...away, heardMs };
      }
      // Judged anew each time: a first round trip that contains a SYN sent again makes any gap look short, until a better one is known.
      if (gapMs <= quietMs()) return;
      if (gapMs > limits.quiet.deadMs + limits.quiet.roundTrips * (roundTrips.typical() ?? 0))
        roundTrips.noteGap();
      gapMs = 0;
      restarts += 1;
      if (restarts > limits.quiet.restarts) return;
      windowMs = nowMs;
      synsMs = [];
      lastSynMs = 0;
      pausedMs = null;
      away = null;
    },
    suspiciousMs() {
      if (away) return away.firstMs;
      const known = knownRoundTrip();
      const leastMs = known?.isNear ? limits.nearSuspicionMs : limits.suspicionMs;
      const expectedMs = limits.expectedRoundTrips * roundTrips.expected();
      const answerMs = known ? limits.suspicionRoundTrips * known.ms : expectedMs;
      return startedMs + Math.max(leastMs, answerMs);
    },
    hopelessMs() {
      if (away) return away.firstMs;
      const { steady, lossy, afterMs } = limits.giveUp;
      const lastHopeMs = synsMs[(roundTrips.hasLost() ? lossy : steady) - 1];
      if (lastHopeMs === undefined) return never;
      const answerMs = limits.answerRoundTrips * (knownRoundTrip()?.ms ?? roundTrips.expected());
      return lastHopeMs + Math.max(afterMs, answerMs);
    },
    askForLifeMs(nowMs) {
      // On a line that was dead once, a pause is to be one of the line's and not one in which nobody was asked.
      const sinceMs = decisiveMs() ?? (restarts > 0 ? windowMs : undefined);
      const isHeard = away !== null && away.heardMs !== null;
      if (sinceMs === undefined || isAsking || isHeard || isAliveUntil(settledMs() ?? nowMs)) return never;
      return Math.max(sinceMs + limits.witness.afterSynMs, heardMs + afterLifeMs());
    },
    asked() {
      isAsking = true;
      return Math.max(heardMs, decisiveMs() ?? heardMs);
    },
    endMs(nowMs) {
      // Where nobody at all was ever reached, and this computer was awake to try, there is nobody to be patient with.
      const isNobodyThere = roundTrips.lastLifeMs() === null && synsMs.length >= limits.nobody.attempts;
      const latestMs = startedMs + (isNobodyThere ? Math.min(timeoutMs, limits.nobody.overMs) : timeoutMs);
      const enoughMs = settledMs();
      if (enoughMs === null) return latestMs;
      const lastMs = Math.max(heardMs, away?.firstMs ?? synsMs[patience().attempts - 1] ?? heardMs);
      const unheardMs = isAliveUntil(Math.max(enoughMs, nowMs)) ? 0 : lastMs + limits.witness.patienceMs;
      return Math.min(latestMs, Math.max(enoughMs, unheardMs));
    },
    isAliveUntil,
  };
}
