import type { CheckInput } from '../model/check.ts';
import type { DoubtfulConnection, HereDoubts } from '../model/here.ts';
import { mutenessOf } from '../model/muteness.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { isAnsweredByPortal } from '../model/portal.ts';
import { placeOf } from '../parse/ip-range.ts';

/** No more than so many of each are looked into; fewer connections where nobody at all was reached, since each tells of all the others. */
const most = { names: 4, turnedAway: 8, silent: 6, ofNobodyReached: 2 };

/** A refusal that took longer than this part of the shortest way to anybody came from afar. */
const nearPart = 0.5;

/** IPv6 is told of a rejection by Linux itself only when the SYN is sent again, after a second. */
const lateWordMs = 900;

const none: HereDoubts = { names: [], unanswered: [], connections: [], isProxyWanted: false };

type State = {
  readonly input: Pick<CheckInput, 'resolvers'>;
  /** Those that still prove something. */
  readonly observations: readonly Observation[];
  readonly isUsable: boolean;
};

/**
 * What of a check's failures may be this computer's own doing. Nothing where a setting works and whatever failed took its time. Names
 * that other DNS servers were asked for lead nowhere by themselves. Pure.
 */
export function hereDoubts({ input, observations, isUsable }: State): HereDoubts {
  const own = observations.filter((o) => o.role === 'outgoing' || o.role === 'incoming');
  const failed = observations.filter((o) => isOutside(o) && isFailedConnect(o));
  const away = failed.filter(({ outcome }) => outcome === 'refused' || outcome === 'unreachable');
  const cut = observations.filter((o) => isOutside(o) && mutenessOf(o) === 'cut');
  const shortestMs = away.length + cut.length === 0 ? 0 : shortestWayMs(observations);
  const turnedAway = [
    ...away.filter((o) => isFromNearBy(o, shortestMs) || isForEveryone(o, away)),
    // The server's own end takes a whole way more than the handshake.
    ...cut.filter(({ timings }) => (timings.greeting ?? timings.tls ?? 0) < shortestMs * nearPart),
    ...(isUsable ? [] : sayingTheSame(observations)),
  ];
  // What stopped on its way out of this computer costs no time to find out, so that it is asked whatever works.
  const allSilent = observations.filter((o) => isOutside(o) && isSilence(o));
  // Where somebody's silence is shared, one that is not may have a reason of its own, and would blur the count.
  const shared = allSilent.filter((o) => isForEveryone(o, allSilent));
  const silent = shared.length > 0 ? shared : allSilent;
  const isAnybodyReached = observations.some((o) => isOutside(o) && hasConnected(o));
  const atMost = (count: number): number => (isAnybodyReached ? count : most.ofNobodyReached);
  const connections = [
    ...sample(turnedAway, false).slice(0, atMost(most.turnedAway)),
    ...sample(silent, true).slice(0, atMost(most.silent)),
  ];
  // What answers the connectivity check in somebody's place may be where this computer leads every name.
  const signs = observations.filter(isAnsweredByPortal);
  const names =
    input.resolvers.length > 0 ? [] : misled([...(isUsable ? [] : own), ...signs]).slice(0, most.names);
  if (isUsable) return { ...none, names, connections };
  return {
    names,
    unanswered: input.resolvers.length > 0 ? [] : unanswered(own, observations).slice(0, most.names),
    connections,
    isProxyWanted: !isAnybodyReached,
  };
}

/** An address that other computers have, and no practice server. */
function isOutside({ address }: Observation): boolean {
  return address !== null && placeOf(address) !== 'nowhere';
}

function isFailedConnect(o: Observation): boolean {
  return !hasConnected(o) && o.stage === 'connect' && o.protocol !== 'http';
}

/** Nobody answered, before the connection was made or after. */
function isSilence(o: Observation): boolean {
  return o.outcome === 'timeout' && o.protocol !== 'http';
}

function shortestWayMs(observations: readonly Observation[]): number {
  return Math.min(
    ...observations
      .filter((other) => isOutside(other))
      .map(({ timings }) => timings.connect ?? Number.POSITIVE_INFINITY),
  );
}

function isFromNearBy(o: Observation, shortestMs: number): boolean {
  return o.elapsedMs < shortestMs * nearPart || (o.outcome === 'unreachable' && o.elapsedMs >= lateWordMs);
}

/** The user's server and a stranger's are turned away alike: that is somebody on the way, however long a busy computer took to hear of it. */
function isForEveryone(o: Observation, away: readonly Observation[]): boolean {
  const isStranger = o.role === 'reference';
  return away.some(
    (other) =>
      other.port === o.port && other.family === o.family && (other.role === 'reference') !== isStranger,
  );
}

/** Greetings that the user's server and a stranger's have in common, word for word: a program in between says them for everybody. */
function sayingTheSame(observations: readonly Observation[]): Observation[] {
  const greeted = observations.filter((o) => isOutside(o) && o.protocol === 'smtp' && o.greeting);
  return greeted.filter((o) =>
    greeted.some(
      (other) =>
        other.greeting === o.greeting &&
        other.port === o.port &&
        other.family === o.family &&
        (other.role === 'reference') !== (o.role === 'reference'),
    ),
  );
}

/** Of each port and family one server of the user's and one other, those that programs send on first. */
function sample(observations: readonly Observation[], isSilent: boolean): DoubtfulConnection[] {
  const rank = ({ port, role }: Observation): number =>
    [587, 465, 25].indexOf(port) < 0 ? 9 : [587, 465, 25].indexOf(port) * 2 + (role === 'reference' ? 1 : 0);
  const chosen = new Map<string, DoubtfulConnection>();
  for (const o of observations.toSorted((a, b) => rank(a) - rank(b))) {
    const key = `${o.role === 'reference'} ${o.port} ${o.family}`;
    if (chosen.has(key) || o.address === null || o.family === null) continue;
    const { address: ipAddress, family, port } = o;
    const isMute = isSilent && hasConnected(o);
    chosen.set(key, { ipAddress, family, port, isSilent, ...(isMute && { isMute }) });
  }
  return [...chosen.values()];
}

/** Hosts of which nobody answered as one should. */
function misled(doubtful: readonly Observation[]): HereDoubts['names'][number][] {
  const hosts = [...new Set(doubtful.map(({ host }) => host))];
  return hosts.flatMap((host) => {
    const seen = doubtful.filter((o) => o.host === host && o.address !== null && o.address !== host);
    const addresses = [...new Set(seen.flatMap(({ address }) => address ?? []))];
    const isFine = seen.some(({ outcome, tls, web }) => outcome === 'ok' && tls?.trusted !== false && !web);
    return isFine || addresses.length === 0 ? [] : [{ host, addresses }];
  });
}

/** Hosts about which DNS says nothing, though it has said something about another. */
function unanswered(own: readonly Observation[], all: readonly Observation[]): string[] {
  const isAnswer = (o: Observation): boolean =>
    o.outcome === 'dns-error'
      ? o.error?.code !== 'no-dns-answer'
      : o.address !== null && o.address !== o.host;
  if (!all.some(isAnswer)) return [];
  return [...new Set(own.filter(({ error }) => error?.code === 'no-dns-answer').map(({ host }) => host))];
}
