import type { Duplex } from 'node:stream';
import { over } from '../aborting.ts';
import { errnoOf } from '../connect/errno.ts';
import { limits } from '../limits.ts';
import type { Clock } from '../system.ts';
import { type Allowance, type LineReader, lineReader } from './line-reader.ts';

/** What arrives on one connection, and waiting for it. */
export type Incoming = {
  readonly lines: LineReader;
  /** The other side has closed its end, or the connection is gone. */
  hasEnded(): boolean;
  /** How many times something arrived. */
  heard(): number;
  /** The errno with which the connection broke, or null. */
  broken(): string | null;
  /** Until something happens or the time has come, but not longer than a limit may be out of date (`limits.recheckMs`). */
  wait(untilMs: number): Promise<void>;
  /** Stops listening, so that somebody else can read on. Says how many bytes had arrived and were not read; they are gone. */
  detach(): number;
};

/** Listens to a connection until it is detached. An abort of the signal ends a wait. */
export function incoming(
  connection: Duplex,
  clock: Clock,
  signal: AbortSignal,
  allowance?: Allowance,
): Incoming {
  const lines = lineReader(allowance);
  let hasEnded = false;
  let broken: string | null = null;
  let heard = 0;
  let news = new AbortController();
  const wake = () => news.abort(over);

  const onData = (chunk: Uint8Array): void => {
    heard += 1;
    lines.push(chunk);
    if (lines.isTooLong()) connection.pause();
    wake();
  };
  const onEnd = (): void => {
    hasEnded = true;
    wake();
  };
  const onError = (error: Error): void => {
    broken ??= errnoOf(error, 'ECONNRESET');
    wake();
  };

  signal.addEventListener('abort', wake, { once: true });
  connection.on('data', onData);
  connection.on('end', onEnd);
  connection.on('close', onEnd);
  // Stays for good: an error without a listener would end the process.
  connection.on('error', onError);
  // What happened between connecting and listening is not told again.
  if (connection.errored) onError(connection.errored);
  else if (connection.destroyed || connection.readableEnded) onEnd();

  return {
    lines,
    hasEnded: () => hasEnded,
    heard: () => heard,
    broken: () => broken,
    async wait(untilMs) {
      await clock.sleep(Math.min(untilMs - clock.now(), limits.recheckMs), news.signal);
      news = new AbortController();
    },
    detach() {
      signal.removeEventListener('abort', wake);
      connection.off('data', onData);
      connection.off('end', onEnd);
      connection.off('close', onEnd);
      connection.pause();
      for (let chunk = connection.read(); chunk !== null; chunk = connection.read()) lines.push(chunk);
      return lines.drop();
    },
  };
}
