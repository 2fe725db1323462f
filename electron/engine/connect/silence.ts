import type { Duplex } from 'node:stream';
import { over } from '../aborting.ts';
import { limits } from '../limits.ts';
import type { Address, System } from '../system.ts';
import { type ConnectOutcome, connectOutcome } from './errno.ts';
import type { RoundTrips } from './round-trips.ts';

export type Patience = {
  readonly system: System;
  /** Upper bound for the whole wait, in ms. */
  readonly timeoutMs: number;
  readonly roundTrips: RoundTrips;
};

export type ConnectHooks = {
  /** Addresses of the same host: about as far away. */
  readonly siblings: readonly string[];
  /** Called once when the silence has become suspicious, long before it means anything. */
  readonly onSilent: () => void;
  /** Called when nothing at all was heard for a while (since that time of the system's clock), so that the silence may be the line's. */
  readonly onUnwitnessed: (sinceMs: number) => void;
  /** Called once when so many SYNs have gone unanswered for so long that a connection is hardly expected any more. */
  readonly onStillSilent: () => void;
};

export type Connected = {
  readonly outcome: 'connected';
  readonly connection: Duplex;
  readonly attempts: number;
  /** Since the first attempt began. */
  readonly elapsedMs: number;
  /** Of the attempt that connected: the round trip, whatever was lost before. */
  readonly roundTripMs: number;
};
export type NotConnected = {
  readonly outcome: ConnectOutcome;
  /** An errno, `no-answer` or `cancelled`. */
  readonly code: string;
  readonly attempts: number;
  /** Of silence: whether others were heard after the decisive SYN, so that the line was alive. */
  readonly isWitnessed: boolean;
  /** For an answer: of the attempt that was answered. For silence: since the first attempt began. */
  readonly elapsedMs: number;
};
export type ConnectResult = Connected | NotConnected;

/** Windows reports a refusal only after its own three tries; until then a refused port looks silent. */
const slowestRefusalMs = process.platform === 'win32' ? limits.windowsRefusalMs : 0;

/**
 * Connects to one address and decides when no answer is an answer. While nothing answers, further attempts (new SYNs, not
 * only the kernel's) follow at `limits.extraAttemptsMs`; the first to connect wins and the others are dropped at once; any refusal
 * ends it. Silence becomes a `timeout` only while another endpoint is known to answer, after `limits.silence` (more of it where
 * this line was seen to lose packets): so many SYNs, each given several round trips to be answered, over so long. SYNs sent after those
 * make it surer and do not put it off. With nobody known to answer the wait goes to `timeoutMs`.
 *
 * Only what was sent on a living line counts: somebody has to be heard after the decisive SYN and not long before the end, or else
 * `isWitnessed` is false; `onUnwitnessed` asks for that. After a time in which nobody was heard at all (`limits.quiet`) the wait begins
 * anew. Never rejects.
 */
export async function connectPatiently(
  to: Address,
  { system, timeoutMs, roundTrips }: Patience,
  { siblings, onSilent, onUnwitnessed, onStillSilent }: ConnectHooks,
  signal: AbortSignal,
): Promise<ConnectResult> {
  const { clock } = system;
  const startedMs = clock.now();
  const open = new Set<AbortController>();
  let news = new AbortController();
  const wake = () => news.abort(over);
  let result: ConnectResult | null = null;
  let attempts = 0;
  /** The SYNs that count begin here: at the start, or when a line that had been dead was back. */
  let windowMs = startedMs;
  let synsMs: number[] = [];
  /** Since `windowMs`, and not before the planned time: as a difference of clock readings it could come out a trace smaller. */
  let lastAttemptMs = 0;
  let heardMs = startedMs;
  let isAsking = false;
  let restarts = 0;
  let isSuspected = false;
  let isGivenUp = false;

  async function attempt(): Promise<void> {
    const own = new AbortController();
    open.add(own);
    const attemptStartedMs = clock.now();
    synsMs.push(attemptStartedMs);
    attempts += 1;
    const number = attempts;
    const dialled = await system.dial(to, own.signal);
    open.delete(own);
    if (result !== null) {
      if (dialled.ok) dialled.connection.destroy();
      return;
    }
    const now = clock.now();
    if (dialled.ok) {
      const roundTripMs = now - attemptStartedMs;
      result = {
        outcome: 'connected',
        connection: dialled.connection,
        attempts,
        elapsedMs: now - startedMs,
        roundTripMs,
      };
      if (number > 1) roundTrips.noteLoss();
      roundTrips.record(to.ipAddress, roundTripMs);
      roundTrips.noteLife(now);
    } else {
      const outcome = connectOutcome(dialled.errno);
      const elapsedMs = outcome === 'timeout' ? now - startedMs : now - attemptStartedMs;
      const code = outcome === 'timeout' ? 'no-answer' : dialled.errno;
      result = { outcome, code, attempts, elapsedMs, isWitnessed: false };
    }
    wake();
  }

  /** Of the next attempt, since `windowMs`. */
  function nextAttemptMs(): number {
    const soonestMs = (roundTrips.of(to.ipAddress) ?? 0) * limits.answerRoundTrips;
    const nextMs = limits.extraAttemptsMs.find((ms) => ms >= soonestMs && ms > lastAttemptMs);
    return nextMs ?? Number.POSITIVE_INFINITY;
  }

  function patience(): (typeof limits.silence)['steady'] | (typeof limits.silence)['lossy'] {
    return roundTrips.hasLost() ? limits.silence.lossy : limits.silence.steady;
  }

  /** Being dead for longer than this is not the pause between two answers. */
  function quietMs(): number {
    const { leastMs, roundTrips: count, mostMs } = limits.quiet;
    return Math.min(mostMs, Math.max(leastMs, count * (roundTrips.typical() ?? 0)));
  }

  /** Whether the line was alive when the SYN that decides had been sent, and until `ms`. */
  function isAliveUntil(ms: number): boolean {
    const decisiveMs = synsMs[limits.silence.steady.attempts - 1] ?? Number.POSITIVE_INFINITY;
    return heardMs >= decisiveMs && ms - heardMs <= quietMs() && restarts <= limits.quiet.restarts;
  }

  /** When somebody else should be asked for a sign of life, if none comes before. */
  function askForLifeMs(): number {
    const decisiveMs = synsMs[limits.silence.steady.attempts - 1];
    if (decisiveMs === undefined || isAsking || isAliveUntil(settledMs() ?? clock.now()))
      return Number.POSITIVE_INFINITY;
    const { afterSynMs, afterLifeMs } = limits.witness;
    return Math.max(decisiveMs + afterSynMs, heardMs + Math.max(afterLifeMs, roundTrips.typical() ?? 0));
  }

  /** What was sent while the line was dead proves nothing: with the first sign of life after that, the wait begins anew. */
  function listen(): void {
    const lifeMs = roundTrips.lastLifeMs();
    if (lifeMs === null || lifeMs <= heardMs) return;
    const wasDead = lifeMs - heardMs > quietMs();
    heardMs = lifeMs;
    isAsking = false;
    if (wasDead) restarts += 1;
    if (!wasDead || restarts > limits.quiet.restarts) return;
    windowMs = clock.now();
    synsMs = [];
    lastAttemptMs = 0;
    void attempt(); // ends as the first one does
  }

  /** When so many SYNs have had so much time that silence means something on a line that is alive; null while that is not known. */
  function settledMs(): number | null {
    const known = knownRoundTrip(to.ipAddress, siblings, roundTrips);
    const { attempts: count, overMs } = patience();
    const decisiveMs = synsMs[count - 1];
    if (known === null || decisiveMs === undefined) return null;
    // Nobody at this host has answered, and it may be farther away than those who have.
    const roundTripsMs = limits.silentRoundTrips * known.ms * (known.isNear ? 1 : 2);
    return Math.max(windowMs + Math.max(overMs, slowestRefusalMs), decisiveMs + roundTripsMs);
  }

  function concludeMs(): number {
    const latestMs = startedMs + timeoutMs;
    const enoughMs = settledMs();
    if (enoughMs === null) return latestMs;
    const lastMs = Math.max(heardMs, synsMs[patience().attempts - 1] ?? heardMs);
    const isAlive = isAliveUntil(Math.max(enoughMs, clock.now()));
    return Math.min(latestMs, isAlive ? enoughMs : Math.max(enoughMs, lastMs + limits.witness.patienceMs));
  }

  function suspectMs(): number {
    if (isSuspected) return Number.POSITIVE_INFINITY;
    const known = knownRoundTrip(to.ipAddress, siblings, roundTrips);
    const leastMs = known?.isNear ? limits.nearSuspicionMs : limits.suspicionMs;
    return startedMs + Math.max(leastMs, limits.suspicionRoundTrips * (known?.ms ?? 0));
  }

  function giveUpMs(): number {
    const decisiveMs = synsMs[(roundTrips.hasLost() ? limits.giveUp.lossy : limits.giveUp.steady) - 1];
    if (isGivenUp || decisiveMs === undefined) return Number.POSITIVE_INFINITY;
    const known = knownRoundTrip(to.ipAddress, siblings, roundTrips);
    return decisiveMs + Math.max(limits.giveUp.afterMs, limits.answerRoundTrips * (known?.ms ?? 0));
  }

  const unwatch = roundTrips.watch(wake);
  signal.addEventListener('abort', wake, { once: true });
  // Ends through `result`, which outlives it; `attempt` never rejects because `dial` does not.
  void attempt();
  try {
    for (;;) {
      if (result !== null) return result;
      const now = clock.now();
      const elapsedMs = now - startedMs;
      if (signal.aborted) {
        result = { outcome: 'cancelled', code: 'cancelled', attempts, elapsedMs, isWitnessed: false };
        return result;
      }
      listen();
      if (now >= concludeMs()) {
        result = {
          outcome: 'timeout',
          code: 'no-answer',
          attempts,
          elapsedMs,
          isWitnessed: isAliveUntil(now),
        };
        return result;
      }
      const plannedMs = nextAttemptMs();
      if (now >= windowMs + plannedMs) {
        lastAttemptMs = Math.max(plannedMs, now - windowMs);
        void attempt(); // as above
      }
      if (now >= suspectMs()) {
        isSuspected = true;
        onSilent();
      }
      if (now >= giveUpMs()) {
        isGivenUp = true;
        onStillSilent();
      }
      if (now >= askForLifeMs()) {
        isAsking = true;
        onUnwitnessed(Math.max(heardMs, synsMs[limits.silence.steady.attempts - 1] ?? now));
      }
      news = new AbortController();
      const wakeMs = Math.min(
        windowMs + nextAttemptMs(),
        suspectMs(),
        giveUpMs(),
        askForLifeMs(),
        concludeMs(),
      );
      if (result === null && !signal.aborted) await clock.sleep(wakeMs - now, news.signal);
    }
  } finally {
    unwatch();
    signal.removeEventListener('abort', wake);
    for (const other of open) other.abort(over);
  }
}

/** The round trip to expect of an address: its own, else that of its host's other addresses, else that of anyone. */
function knownRoundTrip(
  ipAddress: string,
  siblings: readonly string[],
  roundTrips: RoundTrips,
): { readonly ms: number; readonly isNear: boolean } | null {
  const own = roundTrips.of(ipAddress);
  if (own !== null) return { ms: own, isNear: true };
  const beside = siblings.map((sibling) => roundTrips.of(sibling)).filter((ms) => ms !== null);
  if (beside.length > 0) return { ms: Math.max(...beside), isNear: true };
  const typical = roundTrips.typical();
  return typical === null ? null : { ms: Math.max(typical, limits.unknownRoundTripMs), isNear: false };
}
