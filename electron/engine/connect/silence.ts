import type { Duplex } from 'node:stream';
import { over } from '../aborting.ts';
import type { Address, System } from '../system.ts';
import { type ConnectOutcome, connectOutcome } from './errno.ts';
import type { RoundTrips } from './round-trips.ts';
import { silentWait } from './silent-wait.ts';

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

/**
 * Connects to one address and decides when no answer is an answer. While nothing answers, further attempts (new SYNs, not
 * only the kernel's) follow at `limits.extraAttemptsMs`; the first to connect wins and the others are dropped at once; any refusal
 * ends it. Silence becomes a `timeout` only while another endpoint is known to answer, after `limits.silence` (more of it where
 * this line was seen to lose packets): so many SYNs, each given several round trips to be answered, over so long. SYNs sent after those
 * make it surer and do not put it off. With nobody known to answer the wait goes to `timeoutMs`.
 *
 * Only what was sent on a living line counts: somebody has to be heard after the decisive SYN and not long before the end, or else
 * `isWitnessed` is false; `onUnwitnessed` asks for that. After a time in which nobody was heard at all (`limits.quiet`) the wait begins
 * anew. Rejects only for a bug of ours.
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
  let bug: { readonly error: unknown } | null = null;
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

  /** Ends through `result`, which outlives it; only a bug of ours rejects. */
  function begin(): void {
    attempt().catch((error: unknown) => {
      bug ??= { error };
      wake();
    });
  }

  const unwatch = roundTrips.watch(wake);
  signal.addEventListener('abort', wake, { once: true });
  try {
    begin();
    for (;;) {
      if (bug !== null) throw (bug as { error: unknown }).error;
      if (result !== null) return result;
      const now = clock.now();
      const elapsedMs = now - startedMs;
      if (signal.aborted) {
        result = { outcome: 'cancelled', code: 'cancelled', attempts, elapsedMs, isWitnessed: false };
        return result;
      }
      wait.listen(now);
      if (now >= wait.endMs(now)) {
        result = {
          outcome: 'timeout',
          code: 'no-answer',
          attempts,
          elapsedMs,
          isWitnessed: wait.isAliveUntil(now),
        };
        return result;
      }
      if (now >= wait.nextSynMs()) begin();
      if (!isSuspected && now >= wait.suspiciousMs()) {
        isSuspected = true;
        onSilent();
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
