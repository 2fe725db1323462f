import { sourcesOf } from '../model/claims.ts';
import { standing } from '../model/disturbance.ts';
import { type HereFact, isStopped } from '../model/here.ts';
import { type Muteness, mutenessOf, provenMuteness } from '../model/muteness.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { isAnsweredByPortal } from '../model/portal.ts';
import { isNoStranger } from '../model/references.ts';
import { isSafe, isUsable, takesMail } from '../model/usable.ts';
import type { Evidence } from './evidence.ts';
import { type OwnServers, ownServers } from './own-servers.ts';
import { type Failure, provenFailure, refusalOrigin, type Shut } from './proof.ts';

/** Observations by what became of their host, port and address family. */
export type View = {
  readonly connected: readonly Observation[];
  /** Provably failed, on ports that connect over no address of the same family. */
  readonly failed: readonly Observation[];
  /** Neither: too little was seen to count. */
  readonly unsure: readonly Observation[];
};

/** The questions that rules may ask of the evidence. */
export type Facts = {
  readonly evidence: Evidence;
  /** What this computer itself does. */
  readonly here: readonly HereFact[];
  /** It failed on a port and over a family that this very computer shuts, which says nothing of anybody else. */
  isStoppedHere(o: Observation): boolean;
  /** Observed, and of no account since something happened to this computer. */
  readonly voided: readonly Observation[];
  readonly all: readonly Observation[];
  readonly servers: OwnServers;
  /** The user's own servers, outgoing and incoming. */
  readonly own: readonly Observation[];
  readonly outgoing: readonly Observation[];
  /** Outgoing, without port 25 of hosts that only receive mail for the domain: mail programs do not use that. */
  readonly submission: readonly Observation[];
  /** Other operators' mail servers; of the user's own provider none. */
  readonly controls: readonly Observation[];
  readonly portal: readonly Observation[];
  /** Settings for sending that work, the recommended one first. */
  readonly good: readonly Observation[];
  /** How the settings fare that the mail program uses today; unknown when they were not given or not tried. */
  readonly current: 'works' | 'fails' | 'unknown';
  /** Other operators could be asked. */
  readonly hasControls: boolean;
  failureOf(o: Observation): Failure | null;
  view(observations: readonly Observation[]): View;
  /** The same where a server that takes the connection and provably says nothing counts as failed too: a firewall may accept for it. */
  shutOf(o: Observation): Shut | null;
  shutView(observations: readonly Observation[]): View;
  /** The same, where only a connection on which the server says something counts as open. */
  spokenView(observations: readonly Observation[]): View;
  /** A refusal that came back faster than the server itself can answer. */
  isFromNearby(o: Observation): boolean;
  isFromServer(o: Observation): boolean;
  /** Proof that something besides mail connects: the web, or an address reached by number. */
  webAnswers(): readonly Observation[];
  /** The connectivity check was answered by somebody else. */
  portalSigns(): readonly Observation[];
};

/**
 * Prepares the evidence for the rules, without what proves nothing any more (`standing`). Pure; costs one pass, and the pairwise proofs
 * of silence only when asked.
 */
export function gatherFacts(gathered: Evidence): Facts {
  const all = standing(gathered.observations, gathered.disturbances);
  const evidence = { ...gathered, observations: all };
  const servers = ownServers(evidence);
  const failures = new Map<Observation, Failure | null>();
  const here = gathered.here ?? [];
  const shut = new Set(here.filter(isStopped).map(({ port, family }) => `${port} ${family}`));
  const isStoppedHere = (o: Observation): boolean => isWithoutAnswer(o) && shut.has(`${o.port} ${o.family}`);
  const failureOf = (o: Observation): Failure | null => {
    const known = failures.get(o);
    if (known !== undefined) return known;
    const failure = isStoppedHere(o) ? null : provenFailure(o, all);
    failures.set(o, failure);
    return failure;
  };

  const mutenesses = new Map<Observation, Muteness | null>();
  const shutOf = (o: Observation): Shut | null => {
    if (!hasConnected(o)) return failureOf(o);
    const known = mutenesses.get(o);
    if (known !== undefined) return known;
    const muteness = isStoppedHere(o) ? null : provenMuteness(o, all);
    mutenesses.set(o, muteness);
    return muteness;
  };

  const own = all.filter((o) => (o.role === 'outgoing' || o.role === 'incoming') && servers.isOwn(o.host));
  const outgoing = own.filter((o) => o.role === 'outgoing');
  const submission = outgoing.filter((o) => !(o.port === 25 && servers.isReceiverOnly(o.host)));
  const portal = all.filter((o) => o.role === 'portal');
  const ownHosts = new Set(own.map(({ host }) => host));
  const facts: Facts = {
    evidence,
    here,
    isStoppedHere,
    voided: gathered.observations.filter((o) => !all.includes(o)),
    all,
    servers,
    own,
    outgoing,
    submission,
    controls: all.filter((o) => o.role === 'reference' && o.control === 'mail' && !isNoStranger(o, ownHosts)),
    portal,
    good: goodSettings(evidence, outgoing),
    current: currentState(evidence, outgoing),
    hasControls: evidence.input.references !== false,
    failureOf,
    view: (observations) => viewOf(observations, failureOf, hasConnected),
    shutOf,
    shutView: (observations) => {
      // Asked once more only to see whether it was the line, a silent server is not waited out, and no more open for that.
      const mute = new Set(observations.filter((o) => hasConnected(o) && shutOf(o) !== null).map(placeOf));
      const isMuteAgain = (o: Observation): boolean => mutenessOf(o) !== null && mute.has(placeOf(o));
      return viewOf(observations, shutOf, (o) => hasConnected(o) && shutOf(o) === null && !isMuteAgain(o));
    },
    spokenView: (observations) => viewOf(observations, shutOf, (o) => hasConnected(o) && hasSpoken(o)),
    isFromNearby: (o) => refusalOrigin(o, all) === 'nearby',
    isFromServer: (o) => refusalOrigin(o, all) === 'server',
    webAnswers: () =>
      all.filter(
        (o) =>
          hasConnected(o) &&
          ((o.role === 'portal' && o.web?.isExpected === true) ||
            o.control === 'well-known-address' ||
            (o.role === 'outgoing' && o.protocol === 'tcp' && o.port === 443)),
      ),
    portalSigns: () => portal.filter((o) => isAnsweredByPortal(o) && !isLedByThisComputer(here, o)),
  };
  return facts;
}

/** No connection was made, or nothing more was heard on it, or nothing at all before it was cut. */
export function isWithoutAnswer(o: Observation): boolean {
  return !hasConnected(o) || o.outcome === 'timeout' || mutenessOf(o) === 'cut';
}

/** A connection that came second in a race is dropped unheard, and shows nothing of what would have been said. */
function hasSpoken(o: Observation): boolean {
  const isUnheard = o.outcome === 'cancelled' && o.greeting === undefined && o.tls === undefined;
  return mutenessOf(o) === null && !isUnheard;
}

/** This computer itself leads that name to somebody else, so that no sign-in page of the network is met there. */
function isLedByThisComputer(here: readonly HereFact[], { host }: Observation): boolean {
  return here.some(
    (fact) => (fact.kind === 'hosts-file' || fact.kind === 'search-list') && fact.host === host,
  );
}

function placeOf({ host, port, family }: Observation): string {
  return `${host.toLowerCase()} ${port} ${family}`;
}

function viewOf(
  observations: readonly Observation[],
  failureOf: (o: Observation) => Shut | null,
  isOpen: (o: Observation) => boolean,
): View {
  const open = new Set(observations.filter(isOpen).map(placeOf));
  const shut = observations.filter((o) => !open.has(placeOf(o)));
  const failed = shut.filter((o) => failureOf(o) !== null);
  const places = new Set(failed.map(placeOf));
  return {
    connected: observations.filter(isOpen),
    failed,
    unsure: shut.filter(
      (o) => !places.has(placeOf(o)) && o.outcome !== 'cancelled' && o.outcome !== 'dns-error',
    ),
  };
}

function goodSettings(evidence: Evidence, outgoing: readonly Observation[]): Observation[] {
  const recommended = evidence.recommendation?.outgoing;
  const isRecommended = (o: Observation): boolean =>
    o.host === recommended?.host && o.port === recommended.port && o.security === recommended.security;
  const good = outgoing.filter((o) => isUsable(o, evidence.discovery));
  return [...good.filter(isRecommended), ...good.filter((o) => !isRecommended(o))];
}

/**
 * A setting works today when its port, spoken to as the mail program does, ends well; encryption is then trusted. A port that
 * does not even connect fails whatever would be spoken there.
 */
function currentState(evidence: Evidence, outgoing: readonly Observation[]): Facts['current'] {
  const current = evidence.input.current;
  if (!current) return 'unknown';
  const same = outgoing.filter(
    (o) =>
      o.host.toLowerCase() === current.host.toLowerCase() &&
      o.port === current.port &&
      (o.security === current.security || !hasConnected(o)),
  );
  const isTaken = (o: Observation): boolean => o.outcome === 'ok' && takesMail(o, evidence.discovery);
  if (same.some((o) => isTaken(o) && (isSafe(o) || !o.tls))) return 'works';
  return same.some((o) => o.outcome !== 'cancelled') ? 'fails' : 'unknown';
}

/** Operators of controls, each once. */
export function operatorsOf(observations: readonly Observation[]): string[] {
  return [...new Set(observations.map((o) => o.operator ?? o.host))];
}

/** Ports, each once, in ascending order. */
export function portsOf(observations: readonly Observation[]): number[] {
  return [...new Set(observations.map((o) => o.port))].sort((a, b) => a - b);
}

/** Hosts, each once, those that the person or the provider named first. */
export function hostsOf(facts: Facts, observations: readonly Observation[]): string[] {
  const hosts = [...new Set(observations.map((o) => o.host))];
  const rank = (host: string): number => {
    if (facts.servers.isSure(host)) return 0;
    return sourcesOf(facts.evidence.discovery, host).length > 0 ? 1 : 2;
  };
  return hosts.sort((a, b) => rank(a) - rank(b));
}
