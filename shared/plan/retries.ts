import { isCutInTls } from '../model/cut-in-tls.ts';
import {
  conventionalSecurity,
  type Endpoint,
  isSameEndpoint,
  isSubmissionPort,
  sendingPorts,
} from '../model/endpoint.ts';
import { mayBeOfCutLine } from '../model/line-cut.ts';
import { mutenessOf } from '../model/muteness.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { silenceMs } from '../model/silence.ts';
import { isSpeakingElsewhere } from './muteness.ts';

/** What this check has seen of the line. */
export type LineQuality = {
  /** A connection was made only by a later SYN: it loses packets. */
  readonly isLossy: boolean;
  /** Nobody at all was heard for a while, and then somebody was: it is dead now and then. */
  readonly hasGaps: boolean;
};

/** How often an endpoint is asked in all that connects and then falls silent. */
export const asksWhenStalled = 3;

/** The same where no connection came about: each such ask takes as long as silence can. */
const asksWhenUnconnected = 2;

/**
 * The number of the next ask of this one's endpoint, over the same address family, or null when another would be for nothing.
 *
 * A dialogue that fell silent is worth another on a line that loses packets: TCP waits twice as long before each time it sends the same
 * packet again, so a few losses in a row look like a server that says no more, and a new connection begins with short waits. One that may have
 * died with the line is worth another on any. A connection that did not come about is worth another when nobody else was heard meanwhile, and
 * on a line that is dead now and then.
 */
export function retryOf(o: Observation, seen: readonly Observation[], line: LineQuality): number | null {
  const isOpen = (other: Observation): boolean => mayBeTheLines(other, seen, line);
  if (!isOpen(o) || (hasConnected(o) ? isRightlySilent(o, seen) : isSettled(o, seen))) return null;
  // One that came second in a race was dropped unheard.
  const heard = seen.filter(
    (other) => isSameEndpoint(other, o) && other.family === o.family && other.outcome !== 'cancelled',
  );
  if (isCrossed(o) && isSendingWorking(seen)) return null;
  const most = hasConnected(o) ? asksWhenStalled : asksWhenUnconnected;
  if (hasConnected(o) && roundsOf(o, seen) >= (isCrossed(o) ? asksWhenUnconnected : most)) return null;
  return heard.every(isOpen) && heard.length < most ? heard.length + 1 : null;
}

/**
 * How often, at different times, this port fell silent at that point at whatever address of the user's, where it came through at none: an ask at
 * one of them tells as much of chance as an ask at another.
 */
function roundsOf(o: Observation, seen: readonly Observation[]): number {
  const ofPort = seen.filter(
    (other) =>
      other.role === o.role &&
      other.port === o.port &&
      other.security === o.security &&
      hasConnected(other) &&
      other.outcome !== 'cancelled',
  );
  if (ofPort.some(({ outcome, stage }) => outcome !== 'timeout' || stage !== o.stage)) return 0;
  let [rounds, untilMs] = [0, Number.NEGATIVE_INFINITY];
  for (const other of ofPort.toSorted((a, b) => endOf(a) - endOf(b))) {
    if (endOf(other) - (silenceMs(other) ?? 0) < untilMs) continue;
    rounds += 1;
    untilMs = endOf(other);
  }
  return rounds;
}

function endOf({ startedMs, elapsedMs }: Observation): number {
  return startedMs + elapsedMs;
}

/** Another way of beginning than the port is known for: tried once a port has said nothing to the usual one, three times over on such a line. */
function isCrossed({ port, security }: Observation): boolean {
  return security !== 'none' && security !== conventionalSecurity(port);
}

/** A port for sending works: what else a silent one might speak changes no setting. */
function isSendingWorking(seen: readonly Observation[]): boolean {
  return seen.some((o) => o.role === 'outgoing' && o.outcome === 'ok' && isSubmissionPort(o.port));
}

/** A failure that may be the line's and not the server's or a network's. */
function mayBeTheLines(
  o: Observation,
  seen: readonly Observation[],
  { isLossy, hasGaps }: LineQuality,
): boolean {
  const isWorthAnother = (isWorthIt(o, seen) && !isSpeakingElsewhere(o, seen)) || isForIpv6Alone(o, seen);
  if (isWorthAnother && mayBeOfCutLine(o, seen)) return true;
  // A router, or this computer itself, says no as well where the line is dead; on the ports that the verdict rests on it is asked again.
  if (o.outcome === 'refused' || o.outcome === 'unreachable') {
    const isDoubtful = o.witnessed === false || (o.outcome === 'unreachable' && isForItAlone(o, seen));
    return isDoubtful && sendingPorts.includes(o.port) && isFamilyAlive(o, seen);
  }
  if (o.outcome !== 'timeout') return false;
  if (hasConnected(o)) return isLossy;
  return hasGaps || o.witnessed === false || isSilentBeside(o, seen) || (isLossy && isSilentAlone(o, seen));
}

/** When no connection came about, a dialogue with the same server had fallen silent as well, and came through another time: the line was dead. */
function isSilentBeside(o: Observation, seen: readonly Observation[]): boolean {
  const isUnderWay = (other: Observation): boolean =>
    endOf(other) > endOf(o) && endOf(other) - (silenceMs(other) ?? 0) < endOf(o);
  return seen.some(
    (other) =>
      other.address === o.address &&
      other.outcome === 'timeout' &&
      hasConnected(other) &&
      isUnderWay(other) &&
      seen.some((later) => isSameEndpoint(later, other) && later.outcome === 'ok'),
  );
}

/** Of one computer only this port for sending is silent, on which strangers are reached: a note about it would rest on so many lost SYNs alone. */
function isSilentAlone(o: Observation, seen: readonly Observation[]): boolean {
  const reached = seen.filter((other) => other.family === o.family && hasConnected(other));
  return (
    sendingPorts.includes(o.port) &&
    reached.some((other) => other.address === o.address && other.port !== o.port) &&
    reached.some((other) => other.control === 'mail' && other.port === o.port)
  );
}

/**
 * On a port that programs send by, or on one that stands in for it while nothing works: elsewhere another ask would take long and change little. What
 * is cut as TLS begins is asked again anyway, without the name and with it.
 */
function isWorthIt(o: Observation, seen: readonly Observation[]): boolean {
  if (o.role !== 'outgoing' || isCutInTls(o)) return false;
  const isNothingWorking = !seen.some(({ role, outcome }) => role === 'outgoing' && outcome === 'ok');
  return isSubmissionPort(o.port) || (o.port !== 25 && isNothingWorking);
}

/**
 * The first word that was waited for over IPv6 at a host that never said one over it, and is reached over IPv4, while another of the user's speaks over
 * IPv6: that this server's is at fault would rest on this silence.
 */
function isForIpv6Alone(o: Observation, seen: readonly Observation[]): boolean {
  if (o.family !== 6 || mutenessOf(o) === null) return false;
  const met = seen.filter((other) => hasConnected(other) && other.outcome !== 'cancelled');
  const ofHost = met.filter(({ role, host }) => role === o.role && host === o.host);
  const overIpv6 = ofHost.filter(({ family }) => family === 6);
  const isSpokenTo = (other: Observation): boolean => mutenessOf(other) === null;
  const isSpeakingBeside = met.some(
    (other) =>
      other.role !== 'reference' && other.role !== 'portal' && other.family === 6 && isSpokenTo(other),
  );
  const isFirst = isSameEndpoint(overIpv6[0] ?? o, o);
  return isFirst && !overIpv6.some(isSpokenTo) && overIpv6.length < ofHost.length && isSpeakingBeside;
}

/** Nobody said of a stranger's server on that port that there is no way, when it was asked over the same family. */
function isForItAlone({ port, family }: Observation, seen: readonly Observation[]): boolean {
  const strangers = seen.filter(
    (o) => o.control === 'mail' && o.port === port && o.family === family && o.outcome !== 'cancelled',
  );
  return strangers.length > 0 && strangers.every(({ outcome }) => outcome !== 'unreachable');
}

/** Somebody was reached over this address family; where nobody was, this computer may have no way over it at all. */
function isFamilyAlive({ family }: Observation, seen: readonly Observation[]): boolean {
  return seen.some((other) => other.family === family && hasConnected(other));
}

/** Nobody was heard since, so that another ask would go the same way; or the endpoint works over the other address family. */
function isSettled(o: Observation, seen: readonly Observation[]): boolean {
  const endedMs = o.startedMs + o.elapsedMs;
  const isBack = seen.some((other) => hasConnected(other) && other.startedMs + other.elapsedMs > endedMs);
  // Silence that was witnessed speaks against its own family, whatever the other does.
  const isMoot =
    o.witnessed === false && seen.some((other) => isSameEndpoint(other, o) && other.outcome === 'ok');
  return !isBack || isMoot;
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
