import type { Duplex } from 'node:stream';
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

/** How much longer than a round trip an extra attempt waits, so that a far host is not asked twice before it can answer. */
const extraAttemptRoundTrips = 1.5;

/** Windows reports a refusal only after its own three tries; until then a refused port looks silent. */
const slowestRefusalMs = process.platform === 'win32' ? limits.windowsRefusalMs : 0;

/**
 * Connects to one address and decides when no answer is an answer. While nothing answers, further attempts (new SYNs, not
 * only the kernel's) follow at `limits.extraAttemptsMs`; the first to connect wins and the others are dropped at once; any refusal
 * ends it. Silence becomes a `timeout` only after `limits.silentAttempts` SYNs over `limits.silentMs`, while another
 * endpoint is known to answer, and several of its round trips after the last SYN: a lost packet is never a verdict.
 * With nobody known to answer the wait goes to `timeoutMs`. Never rejects.
 */
export async function connectPatiently(
  to: Address,
  { system, timeoutMs, roundTrips }: Patience,
  { siblings, onSilent }: ConnectHooks,
  signal: AbortSignal,
): Promise<ConnectResult> {
  const { clock } = system;
  const startedMs = clock.now();
  const open = new Set<AbortController>();
  let news = new AbortController();
  const wake = () => news.abort();
  let result: ConnectResult | null = null;
  let attempts = 0;
  let lastSynMs = startedMs;
  let isSuspected = false;

  async function attempt(): Promise<void> {
    const own = new AbortController();
    open.add(own);
    attempts += 1;
    const attemptStartedMs = clock.now();
    lastSynMs = attemptStartedMs;
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
      roundTrips.record(to.ipAddress, roundTripMs);
    } else {
      const outcome = connectOutcome(dialled.errno);
      const elapsedMs = outcome === 'timeout' ? now - startedMs : now - attemptStartedMs;
      result = { outcome, code: outcome === 'timeout' ? 'no-answer' : dialled.errno, attempts, elapsedMs };
    }
    wake();
  }

  function nextAttemptMs(): number {
    // Enough were sent, and somebody is known to answer: one more SYN would only put the conclusion off.
    const isKnown = knownRoundTrip(to.ipAddress, siblings, roundTrips) !== null;
    if (isKnown && attempts > limits.silentAttempts && lastSynMs - startedMs >= limits.lastSynMs) {
      return Number.POSITIVE_INFINITY;
    }
    const soonestMs = (roundTrips.of(to.ipAddress) ?? 0) * extraAttemptRoundTrips;
    const nextMs = limits.extraAttemptsMs.find((ms) => ms >= soonestMs && startedMs + ms > lastSynMs);
    return nextMs === undefined ? Number.POSITIVE_INFINITY : startedMs + nextMs;
  }

  function concludeMs(): number {
    const latestMs = startedMs + timeoutMs;
    const known = knownRoundTrip(to.ipAddress, siblings, roundTrips);
    if (known === null || attempts < limits.silentAttempts) return latestMs;
    // Nobody at this host has answered, and it may be farther away than those who have.
    const roundTripsMs = limits.silentRoundTrips * known.ms * (known.isNear ? 1 : 2);
    const enoughMs = startedMs + Math.max(limits.silentMs, slowestRefusalMs);
    return Math.min(latestMs, Math.max(enoughMs, lastSynMs + roundTripsMs));
  }

  function suspectMs(): number {
    if (isSuspected) return Number.POSITIVE_INFINITY;
    const known = knownRoundTrip(to.ipAddress, siblings, roundTrips);
    return startedMs + Math.max(limits.suspicionMs, limits.suspicionRoundTrips * (known?.ms ?? 0));
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
        result = { outcome: 'cancelled', code: 'cancelled', attempts, elapsedMs };
        return result;
      }
      if (now >= concludeMs()) {
        result = { outcome: 'timeout', code: 'no-answer', attempts, elapsedMs };
        return result;
      }
      if (now >= nextAttemptMs()) void attempt(); // as above
      if (now >= suspectMs()) {
        isSuspected = true;
        onSilent();
      }
      news = new AbortController();
      const wakeMs = Math.min(nextAttemptMs(), suspectMs(), concludeMs());
      if (result === null && !signal.aborted) await clock.sleep(wakeMs - now, news.signal);
    }
  } finally {
    unwatch();
    signal.removeEventListener('abort', wake);
    for (const other of open) other.abort();
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
