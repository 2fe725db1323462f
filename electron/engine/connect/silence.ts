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
 * make it surer and do not put it off. With nobody known to answer the wait goes to `timeoutMs`. Never rejects.
 */
export async function connectPatiently(
  to: Address,
  { system, timeoutMs, roundTrips }: Patience,
  { siblings, onSilent, onStillSilent }: ConnectHooks,
  signal: AbortSignal,
): Promise<ConnectResult> {
  const { clock } = system;
  const startedMs = clock.now();
  const open = new Set<AbortController>();
  let news = new AbortController();
  const wake = () => news.abort(over);
  let result: ConnectResult | null = null;
  const synsMs: number[] = [];
  let isSuspected = false;
  let isGivenUp = false;

  async function attempt(): Promise<void> {
    const own = new AbortController();
    open.add(own);
    const attemptStartedMs = clock.now();
    const number = synsMs.push(attemptStartedMs);
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
        attempts: synsMs.length,
        elapsedMs: now - startedMs,
        roundTripMs,
      };
      if (number > 1) roundTrips.noteLoss();
      roundTrips.record(to.ipAddress, roundTripMs);
    } else {
      const outcome = connectOutcome(dialled.errno);
      const elapsedMs = outcome === 'timeout' ? now - startedMs : now - attemptStartedMs;
      const code = outcome === 'timeout' ? 'no-answer' : dialled.errno;
      result = { outcome, code, attempts: synsMs.length, elapsedMs };
    }
    wake();
  }

  function nextAttemptMs(): number {
    const lastMs = (synsMs.at(-1) ?? startedMs) - startedMs;
    const soonestMs = (roundTrips.of(to.ipAddress) ?? 0) * limits.answerRoundTrips;
    const nextMs = limits.extraAttemptsMs.find((ms) => ms >= soonestMs && ms > lastMs);
    return nextMs === undefined ? Number.POSITIVE_INFINITY : startedMs + nextMs;
  }

  function patience(): (typeof limits.silence)['steady'] | (typeof limits.silence)['lossy'] {
    return roundTrips.hasLost() ? limits.silence.lossy : limits.silence.steady;
  }

  function concludeMs(): number {
    const latestMs = startedMs + timeoutMs;
    const known = knownRoundTrip(to.ipAddress, siblings, roundTrips);
    const { attempts, overMs } = patience();
    const decisiveMs = synsMs[attempts - 1];
    if (known === null || decisiveMs === undefined) return latestMs;
    // Nobody at this host has answered, and it may be farther away than those who have.
    const roundTripsMs = limits.silentRoundTrips * known.ms * (known.isNear ? 1 : 2);
    const enoughMs = startedMs + Math.max(overMs, slowestRefusalMs);
    return Math.min(latestMs, Math.max(enoughMs, decisiveMs + roundTripsMs));
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
        result = { outcome: 'cancelled', code: 'cancelled', attempts: synsMs.length, elapsedMs };
        return result;
      }
      if (now >= concludeMs()) {
        result = { outcome: 'timeout', code: 'no-answer', attempts: synsMs.length, elapsedMs };
        return result;
      }
      if (now >= nextAttemptMs()) void attempt(); // as above
      if (now >= suspectMs()) {
        isSuspected = true;
        onSilent();
      }
      if (now >= giveUpMs()) {
        isGivenUp = true;
        onStillSilent();
      }
      news = new AbortController();
      const wakeMs = Math.min(nextAttemptMs(), suspectMs(), giveUpMs(), concludeMs());
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
