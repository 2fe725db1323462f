import type { Duplex } from 'node:stream';
import type { Outcome } from '../../../shared/model/observation.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { over } from '../aborting.ts';
import { limits } from '../limits.ts';
import type { Clock, SecureResult, System } from '../system.ts';
import { type ObservedError, ourError } from './dialogue-ended.ts';

export type FailedHandshake = Extract<SecureResult, { ok: false }>;

type Beginning = {
  readonly system: System;
  readonly host: string;
  readonly connection: Duplex;
  /** On the system's clock, in ms. */
  readonly startedMs: number;
  /** How long it may take, in ms; it may shrink meanwhile. */
  readonly limitMs: () => number;
  readonly signal: AbortSignal;
};

/** Begins TLS on a connection: until it stands, fails, has taken too long (`aborted`) or the signal aborts (`aborted`). Never rejects. */
export async function handshake(beginning: Beginning): Promise<SecureResult> {
  const { system, host, connection, signal } = beginning;
  const stop = new AbortController();
  const onAbort = () => stop.abort(over);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) stop.abort(over);
  const done = new AbortController();
  const result = system.secure(connection, { host }, stop.signal);
  // Ends with the handshake, which `done` announces.
  void patienceOver(beginning, system.clock, done.signal).then(onAbort);
  try {
    return await result;
  } finally {
    done.abort(over);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Until a limit that may shrink meanwhile has passed since the beginning, or the signal aborts. */
async function patienceOver(
  { startedMs, limitMs }: Pick<Beginning, 'startedMs' | 'limitMs'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const leftMs = startedMs + limitMs() - clock.now();
    if (leftMs <= 0 || signal.aborted) return;
    await clock.sleep(Math.min(leftMs, limits.recheckMs), signal);
  }
}

/** How a dialogue ends by a failed handshake, and what was said in clear instead of TLS where that is a greeting. */
export function endOfHandshake(failed: FailedHandshake): {
  readonly outcome: Exclude<Outcome, 'ok'>;
  readonly error: ObservedError;
  readonly greeting?: string;
} {
  switch (failed.kind) {
    case 'aborted':
      return { outcome: 'timeout', error: ourError('no-reply') };
    case 'not-tls': {
      const said = plainText((failed.received ?? '').split(/\r?\n/)[0] ?? '', 300);
      const greeting = /^(?:\d{3}[ -]|\* |\+OK ?|-ERR ?)(.*)$/.exec(said)?.[1];
      const error = ourError('not-tls', said);
      return { outcome: 'protocol-error', error, ...(greeting !== undefined && { greeting }) };
    }
    case 'reset':
      return {
        outcome: 'reset',
        error: { code: failed.code, message: 'the connection was cut while TLS began' },
      };
    case 'closed':
      return { outcome: 'closed', error: ourError('closed-early') };
    case 'alert':
      return { outcome: 'tls-error', error: ourError('tls-alert', plainText(failed.message, 300)) };
    case 'failed':
      return { outcome: 'tls-error', error: ourError('tls-failed', plainText(failed.message, 300)) };
  }
}
