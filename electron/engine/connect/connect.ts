import type { Duplex } from 'node:stream';
import type { Family } from '../../../shared/model/family.ts';
import { isOwnLack } from '../../../shared/model/own-lack.ts';
import { over } from '../aborting.ts';
import type { Address, System } from '../system.ts';
import { type ConnectOutcome, connectOutcome } from './errno.ts';
import { untilThereIsRoom } from './own-lack.ts';
import type { RoundTrips } from './round-trips.ts';
import { silentWait } from './silence-policy.ts';

/** Below this round trip, in ms, a refusal from next door cannot be told from one by the server. */
const tellingRoundTripMs = 8;

/** Loopback: whoever answers there is this computer, and nobody is in between. */
const ownAddress = /^127\.|^::1$/;

export type ConnectContext = {
  readonly system: System;
  /** Upper bound for the whole wait, in ms. */
  readonly timeoutMs: number;
  readonly roundTrips: RoundTrips;
  /** Looks whether this computer's own kernel knows no way at all over this family now. */
  readonly isCutOff: (family: Family) => Promise<boolean>;
};

export type ConnectHooks = {
  /** Addresses of the same host: about as far away. */
  readonly siblings: readonly string[];
  /** Called once when the silence has become suspicious, or when it was turned away, long before either means anything. */
  readonly onSilent: (turnedAway: 'refused' | 'unreachable' | null) => void;
  /** Called when nothing at all was heard for a while (since that time of the system's clock), so that the silence may be the line's. */
  readonly onUnwitnessed: (sinceMs: number) => void;
  /** Called once when so many SYNs have gone unanswered for so long that a connection is hardly expected any more. */
  readonly onStillSilent: () => void;
};

export type Connected = {
  readonly outcome: 'connected';
  readonly connection: Duplex;
  readonly attempts: number;
  /** When the first attempt began, and the one that connected, by the system's clock. */
  readonly sinceMs: number;
  readonly startedMs: number;
  /** Of the attempt that connected, as the next. */
  readonly elapsedMs: number;
  /** The round trip, whatever was lost before. */
  readonly roundTripMs: number;
};
export type NotConnected = {
  readonly outcome: ConnectOutcome;
  /** An errno, `no-answer` or `cancelled`. */
  readonly code: string;
  readonly attempts: number;
  /**
   * Of silence: whether others were heard after the decisive SYN, so that the line was alive. Of attempts that were turned away near by:
   * whether others were heard between two of them. Undefined where the server itself refused.
   */
  readonly isWitnessed?: boolean;
  /** When the first attempt began, and (of silence, the same) the one that ended it, by the system's clock. */
  readonly sinceMs: number;
  readonly startedMs: number;
  /** Since `startedMs`. */
  readonly elapsedMs: number;
};
export type ConnectResult = Connected | NotConnected;

/**
 * Connects to one address and decides when no answer is an answer. While nothing answers, further attempts (new SYNs, not
 * only the kernel's) follow at `limits.extraAttemptsMs`; the first to connect wins and the others are dropped at once. A
 * refusal by the server itself ends it; one from near by, and "no way there" (which our own kernel says, or a router), only when the
 * attempt ends so every time (`limits.turnedAway`) and somebody else was heard between. Silence becomes a `timeout` only while another endpoint is known to answer, after `limits.silence` (more of it where
 * this line was seen to lose packets): so many SYNs, each given several round trips to be answered, over so long. SYNs sent after those
 * make it surer and do not put it off. With nobody known to answer the wait goes to `timeoutMs`.
 *
 * Only what was sent on a living line counts: somebody has to be heard after the decisive SYN and not long before the end, or else
 * `isWitnessed` is false; `onUnwitnessed` asks for that. After a time in which nobody was heard at all (`limits.quiet`) the wait begins
 * anew. Where this computer lacks what a connection needs, all is begun anew when there is room. Rejects only for a bug of ours.
 */
export function connect(
  to: Address,
  context: ConnectContext,
  hooks: ConnectHooks,
  signal: AbortSignal,
): Promise<ConnectResult> {
  return untilThereIsRoom(
    () => connectOnce(to, context, hooks, signal),
    (result) => result.outcome !== 'connected' && isOwnLack(result.code),
    context.system,
    signal,
  );
}

async function connectOnce(
  to: Address,
  { system, timeoutMs, roundTrips, isCutOff }: ConnectContext,
  { siblings, onSilent, onUnwitnessed, onStillSilent }: ConnectHooks,
  signal: AbortSignal,
): Promise<ConnectResult> {
  const { clock } = system;
  const startedMs = clock.now();
  const open = new Set<AbortController>();
  let news = new AbortController();
  const wake = () => news.abort(over);
  let result: ConnectResult | null = null;
  let bug: { readonly error: unknown } | null = null;
  /** The last time it was turned away, as it would be told. */
  const turnedAway: { last: NotConnected | null } = { last: null };
  let attempts = 0;
  let isSuspected = false;
  let isHopeless = false;
  const wait = silentWait({ ipAddress: to.ipAddress, siblings, roundTrips, startedMs, timeoutMs });

  async function attempt(): Promise<void> {
    const own = new AbortController();
    open.add(own);
    const attemptStartedMs = clock.now();
    wait.sent(attemptStartedMs);
    attempts += 1;
    const number = attempts;
    const dialled = await system.dial(to, own.signal);
    open.delete(own);
    if (result !== null) {
      if (dialled.ok) dialled.connection.destroy();
      return;
    }
    const now = clock.now();
    const elapsedMs = now - attemptStartedMs;
    if (dialled.ok) {
      const { connection } = dialled;
      const times = { sinceMs: startedMs, startedMs: attemptStartedMs, elapsedMs, roundTripMs: elapsedMs };
      result = { outcome: 'connected', connection, attempts, ...times };
      if (number > 1 && !turnedAway.last) roundTrips.noteLoss();
      roundTrips.record(to.ipAddress, elapsedMs);
      roundTrips.noteLife(now);
    } else {
      await failed(dialled.errno, attemptStartedMs, elapsedMs);
    }
    wake();
  }

  /** Ends through `result`, which outlives it; only a bug of ours rejects. */
  function begin(): void {
    attempt().catch((error: unknown) => {
      bug ??= { error };
      wake();
    });
  }

  /** What the server itself says ends the wait. What this computer or its next hop says does so only when it stays that way. */
  async function failed(code: string, attemptStartedMs: number, elapsedMs: number): Promise<void> {
    const outcome = connectOutcome(code);
    const ended = (isWitnessed?: boolean): NotConnected => {
      const times = { sinceMs: startedMs, startedMs: attemptStartedMs, elapsedMs };
      return { outcome, code, attempts, ...times, ...(isWitnessed !== undefined && { isWitnessed }) };
    };
    if (outcome === 'timeout') {
      result = unanswered(false);
    } else if ((outcome !== 'refused' && outcome !== 'unreachable') || isFromServer(outcome, elapsedMs)) {
      result = ended();
    } else {
      const atMs = attemptStartedMs + elapsedMs;
      const isWithoutWay = outcome === 'unreachable' && (await isCutOff(to.family));
      if (result !== null) return;
      wait.turnedAway(attemptStartedMs, atMs, outcome);
      turnedAway.last = ended();
      if (isWithoutWay) result = ended(false);
    }
  }

  /** A refusal that took as long as an answer of this very address takes. */
  function isFromServer(outcome: ConnectOutcome, elapsedMs: number): boolean {
    if (outcome !== 'refused') return false;
    const roundTripMs = roundTrips.of(to.ipAddress);
    const isTelling = roundTripMs !== null && roundTripMs >= tellingRoundTripMs;
    return ownAddress.test(to.ipAddress) || (isTelling && elapsedMs > roundTripMs / 1.5);
  }

  function unanswered(isWitnessed: boolean): NotConnected {
    const times = { sinceMs: startedMs, startedMs, elapsedMs: clock.now() - startedMs };
    return { outcome: 'timeout', code: 'no-answer', attempts, isWitnessed, ...times };
  }

  const unwatch = roundTrips.watch(wake);
  signal.addEventListener('abort', wake, { once: true });
  try {
    begin();
    for (;;) {
      if (bug !== null) throw (bug as { error: unknown }).error;
      if (result !== null) return result;
      const now = clock.now();
      if (signal.aborted) {
        result = { ...unanswered(false), outcome: 'cancelled', code: 'cancelled' };
        return result;
      }
      wait.listen(now);
      // Only now the distance may have become known.
      const { last } = turnedAway;
      if (last && isFromServer(last.outcome, last.elapsedMs)) result = last;
      if (result !== null) return result;
      if (now >= wait.endMs(now)) {
        result = { ...(last ?? unanswered(false)), isWitnessed: wait.isAliveUntil(now) };
        return result;
      }
      if (now >= wait.nextSynMs()) begin();
      if (!isSuspected && now >= wait.suspiciousMs()) {
        isSuspected = true;
        onSilent(wait.awayBy());
      }
      if (!isHopeless && now >= wait.hopelessMs()) {
        isHopeless = true;
        onStillSilent();
      }
      if (now >= wait.askForLifeMs(now)) onUnwitnessed(wait.asked());
      news = new AbortController();
      const wakeMs = Math.min(
        wait.nextSynMs(),
        isSuspected ? Number.POSITIVE_INFINITY : wait.suspiciousMs(),
        isHopeless ? Number.POSITIVE_INFINITY : wait.hopelessMs(),
        wait.askForLifeMs(now),
        wait.endMs(now),
      );
      if (result === null && bug === null && !signal.aborted) await clock.sleep(wakeMs - now, news.signal);
    }
  } finally {
    unwatch();
    signal.removeEventListener('abort', wake);
    for (const other of open) other.abort(over);
  }
}
