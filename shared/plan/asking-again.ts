import { type Endpoint, isSameEndpoint } from '../model/endpoint.ts';
import { hasConnected, type Observation } from '../model/observation.ts';

/** How often an endpoint is asked in all that connects and then falls silent. */
export const asksWhenStalled = 3;

/** The same where no connection came about: each such ask takes as long as silence can. */
const asksWhenUnwitnessed = 2;

/**
 * The number of the next ask of this one's endpoint, over the same address family, or null when another would be for nothing.
 *
 * A dialogue that fell silent is worth another on a line that loses packets: TCP waits twice as long before each time it sends the same
 * packet again, so a few losses in a row look like a server that says no more, and a new connection begins with short waits. A connection
 * that did not come about while nobody at all was heard is worth another once somebody is.
 */
export function nextAskOf(o: Observation, seen: readonly Observation[], isLossy: boolean): number | null {
  const isWorthwhile = hasConnected(o) ? isLossy && !isRightlySilent(o, seen) : isUnsettled(o, seen);
  if (!provesNothing(o) || !isWorthwhile) return null;
  // One that came second in a race was dropped unheard.
  const heard = seen.filter(
    (other) => isSameEndpoint(other, o) && other.family === o.family && other.outcome !== 'cancelled',
  );
  const isAnswered = !heard.every(provesNothing);
  const most = hasConnected(o) ? asksWhenStalled : asksWhenUnwitnessed;
  return isAnswered || heard.length >= most ? null : heard.length + 1;
}

/** Silence that may be the line's: after a connection, or while nobody else was heard either. */
function provesNothing(o: Observation): boolean {
  return o.outcome === 'timeout' && (hasConnected(o) || o.witnessed === false);
}

/** The line is back, and the endpoint is not known to work over the other address family. */
function isUnsettled(o: Observation, seen: readonly Observation[]): boolean {
  const endedMs = o.startedMs + o.elapsedMs;
  const isBack = seen.some((other) => hasConnected(other) && other.startedMs + other.elapsedMs > endedMs);
  return isBack && !seen.some((other) => isSameEndpoint(other, o) && other.outcome === 'ok');
}

/** It waits for a greeting in plain text that a port will not give which speaks TLS from the first byte. */
function isRightlySilent(o: Observation, seen: readonly Observation[]): boolean {
  return o.error?.code === 'no-greeting' && isTlsFirst(o, seen);
}

/** The port was seen to speak TLS from the first byte, so it will not greet in plain text however long one waits. */
export function isTlsFirst({ host, port, security }: Endpoint, seen: readonly Observation[]): boolean {
  const isSeen = (o: Observation): boolean =>
    o.host === host && o.port === port && o.security === 'tls' && o.tls !== undefined;
  return security !== 'tls' && seen.some(isSeen);
}
