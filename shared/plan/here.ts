import type { CheckInput } from '../model/check.ts';
import type { DoubtfulConnection, HereDoubts } from '../model/here.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { placeOf } from '../parse/ip-range.ts';

/** No more than so many of each are looked into. */
const most = { names: 4, turnedAway: 8, silent: 6 };

/** A refusal that took longer than this part of the shortest way to anybody came from afar. */
const nearPart = 0.5;

/** IPv6 is told of a rejection by Linux itself only when the SYN is sent again, after a second. */
const lateWordMs = 900;

const none: HereDoubts = { names: [], connections: [], isProxyWanted: false };

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
  const turnedAway = failed.filter(
    (o) => (o.outcome === 'refused' || o.outcome === 'unreachable') && isFromNearBy(o, observations),
  );
  // Whoever listens here is asked for what a person needs, and one stranger on the same port.
  const silent = isUsable ? [] : failed.filter((o) => o.outcome === 'timeout');
  const connections = [
    ...sample(turnedAway, false).slice(0, most.turnedAway),
    ...sample(silent, true).slice(0, most.silent),
  ];
  if (isUsable) return { ...none, connections };
  const isAnybodyReached = observations.some((o) => isOutside(o) && hasConnected(o));
  return {
    names: input.resolvers.length > 0 ? [] : misled(own).slice(0, most.names),
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

function isFromNearBy(o: Observation, observations: readonly Observation[]): boolean {
  const shortestMs = Math.min(
    ...observations
      .filter((other) => isOutside(other))
      .map(({ timings }) => timings.connect ?? Number.POSITIVE_INFINITY),
  );
  return o.elapsedMs < shortestMs * nearPart || (o.outcome === 'unreachable' && o.elapsedMs >= lateWordMs);
}

/** Of each port and family one server of the user's and one other, those that programs send on first. */
function sample(observations: readonly Observation[], isSilent: boolean): DoubtfulConnection[] {
  const rank = ({ port, role }: Observation): number =>
    [587, 465, 25].indexOf(port) < 0 ? 9 : [587, 465, 25].indexOf(port) * 2 + (role === 'reference' ? 1 : 0);
  const chosen = new Map<string, DoubtfulConnection>();
  for (const o of observations.toSorted((a, b) => rank(a) - rank(b))) {
    const key = `${o.role === 'reference'} ${o.port} ${o.family}`;
    if (chosen.has(key) || o.address === null || o.family === null) continue;
    chosen.set(key, { ipAddress: o.address, family: o.family, port: o.port, isSilent });
  }
  return [...chosen.values()];
}

/** Hosts of which nobody answered as one should. */
function misled(own: readonly Observation[]): HereDoubts['names'][number][] {
  const hosts = [...new Set(own.map(({ host }) => host))];
  return hosts.flatMap((host) => {
    const seen = own.filter((o) => o.host === host && o.address !== null && o.address !== host);
    const addresses = [...new Set(seen.flatMap(({ address }) => address ?? []))];
    const isFine = seen.some(({ outcome, tls }) => outcome === 'ok' && tls?.trusted !== false);
    return isFine || addresses.length === 0 ? [] : [{ host, addresses }];
  });
}
