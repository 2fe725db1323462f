import type { Attempt } from '../../shared/ledger/attempts.ts';
import { defaultOutgoingPorts, type Protocol, type Security } from '../../shared/model/endpoint.ts';
import type { Finding } from '../../shared/model/finding.ts';
import {
  type CertificateProblem,
  hasConnected,
  type Observation,
  type Stage,
} from '../../shared/model/observation.ts';
import { type Blame, blameOf, type Ending, isAside, type Place, placeOf } from './place.ts';

/** How far along a conversation with a mail server is, in the words that people read. */
export type Milestone = 'waiting' | 'lookup' | 'connecting' | 'connected' | 'greeted' | 'encrypted' | 'login';

/**
 * `waiting`: not begun. `moving`: on its way. `silent`: no answer so far. `works`: usable for sending (or receiving).
 * `doubtful`: answers, but something is amiss. `stuck`: ended before its goal. `stopped`: the person cancelled or, where it has an end of
 * its own, the check knew enough.
 */
export type LaneState = 'waiting' | 'moving' | 'silent' | 'works' | 'doubtful' | 'stuck' | 'stopped';

/** What is amiss with a lane that answers. */
export type Doubt = 'plain' | 'certificate' | 'no-login';

/** The way to one port of the user's servers, whatever number of hosts and addresses were tried there. */
export type Lane = {
  readonly key: string;
  readonly role: 'outgoing' | 'incoming';
  readonly protocol: Protocol;
  readonly port: number;
  /** The host that came farthest. */
  readonly host: string;
  readonly security: Security;
  readonly state: LaneState;
  readonly milestone: Milestone;
  readonly place: Place;
  readonly doubt: Doubt | null;
  /** What is wrong with its certificate, where that is the doubt. */
  readonly certificate: CertificateProblem | null;
  /** Ended without reaching its goal, and yet nothing to worry about: a door that this server does not use. */
  readonly isAside: boolean;
  /** At its port, a server for receiving showed a certificate for another name: which one is meant has to be said. */
  readonly isNamed: boolean;
  /** How it ended; null while it has not, or when it works. */
  readonly ended: Ending | null;
};

/** A server and port that the picture has to show by itself, because a mark belongs there. */
export type Spot = { readonly host: string; readonly port: number };

/**
 * One lane per port, outgoing first and in the order in which ports are tried. With a verdict, broken lanes end where it says. Of several
 * hosts at one port one stands for all, but each of `spots` has a lane of its own.
 */
export function lanesOf(
  attempts: readonly Attempt[],
  verdict: Finding | null = null,
  spots: readonly Spot[] = [],
): readonly Lane[] {
  const groups = new Map<string, Lane>();
  const isMarked = (lane: Lane) => spots.some((spot) => isAt(lane, spot));
  const blame = blameOf(
    attempts.flatMap(({ observations }) => observations),
    verdict,
  );
  for (const attempt of attempts) {
    if (attempt.role !== 'outgoing' && attempt.role !== 'incoming') continue;
    const seen = laneOf(attempt, attempt.role, blame);
    const lane = isMarked(seen) ? { ...seen, key: `${seen.key}-${seen.host}` } : seen;
    const rival = groups.get(lane.key);
    const best = rival && worth(rival) >= worth(lane) ? rival : lane;
    groups.set(lane.key, { ...best, isNamed: lane.isNamed || rival?.isNamed === true });
  }
  const lanes = [...groups.values()];
  const isNeeded = (lane: Lane) =>
    isMarked(lane) ||
    !lanes.some((other) => isMarked(other) && other.port === lane.port && worth(other) >= worth(lane));
  return lanes.filter(isNeeded).sort((a, b) => position(a) - position(b));
}

/** Whether a lane for sending leads there. */
export function isAt({ role, host, port }: Lane, spot: Spot): boolean {
  return role === 'outgoing' && port === spot.port && host.toLowerCase() === spot.host.toLowerCase();
}

/** The host that most ways lead to; only others need naming. Null without a lane. */
export function mainHostOf(lanes: readonly Lane[]): string | null {
  const counts = new Map<string, number>();
  for (const { host } of lanes) counts.set(host, (counts.get(host) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/** Lanes that had not ended are shown as stopped by the person: what they see the moment they press Stop, and in the report of it. */
export function stoppedLanes(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.map((lane) =>
    ['waiting', 'moving', 'silent', 'stopped'].includes(lane.state)
      ? { ...lane, state: 'stopped', ended: null }
      : lane,
  );
}

/** How far one observed attempt came. */
export function milestoneOf(observation: Observation): Milestone {
  if (!hasConnected(observation)) return observation.stage === 'dns' ? 'lookup' : 'connecting';
  const isEncrypted = observation.tls !== undefined;
  const hasLogin = (observation.auth?.length ?? 0) > 0;
  if (observation.stage === 'done' && hasLogin) return 'login';
  if (isEncrypted) return 'encrypted';
  return observation.greeting === undefined ? 'connected' : 'greeted';
}

/** What is amiss with an attempt that went well to its end; null when nothing is. */
export function doubtOf(observation: Observation): Doubt | null {
  if (observation.tls === undefined) return 'plain';
  if (!observation.tls.trusted) return 'certificate';
  return observation.auth?.length === 0 ? 'no-login' : null;
}

type LaneBase = Pick<Lane, 'key' | 'role' | 'protocol' | 'port' | 'host' | 'security'>;

function laneOf(attempt: Attempt, role: Lane['role'], blame: Blame): Lane {
  const { protocol, port, host, security } = attempt;
  const base: LaneBase = { key: `${role}-${protocol}-${port}`, role, protocol, port, host, security };
  const lanes = attempt.observations.map((seen): Lane => ({ ...base, ...endOf(seen, blame) }));
  const best = lanes.sort((a, b) => worth(b) - worth(a))[0];
  if (best) return best;

  const milestone = milestoneWhileMoving(attempt.entered);
  const state = attempt.entered.length === 0 ? 'waiting' : attempt.isSilent ? 'silent' : 'moving';
  const place: Place = isBefore(milestone, 'connected') ? 'computer' : 'server';
  return {
    ...base,
    state,
    milestone,
    place,
    doubt: null,
    certificate: null,
    isAside: false,
    isNamed: false,
    ended: null,
  };
}

function endOf(seen: Observation, blame: Blame): Omit<Lane, keyof LaneBase> {
  const milestone = milestoneOf(seen);
  if (seen.outcome === 'ok') {
    const doubt = doubtOf(seen);
    const state = doubt === null ? 'works' : 'doubtful';
    const certificate = doubt === 'certificate' ? (seen.tls?.problem ?? 'untrusted-issuer') : null;
    const isNamed = certificate === 'name-mismatch' && seen.role === 'incoming';
    return { state, milestone, place: 'server', doubt, certificate, isAside: false, isNamed, ended: null };
  }
  const state = seen.outcome === 'cancelled' ? 'stopped' : 'stuck';
  return {
    state,
    milestone,
    place: state === 'stuck' ? placeOf(seen, blame) : hasConnected(seen) ? 'server' : 'computer',
    doubt: null,
    certificate: null,
    isAside: isAside(seen, blame),
    isNamed: false,
    ended: seen,
  };
}

const milestones: readonly Milestone[] = [
  'waiting',
  'lookup',
  'connecting',
  'connected',
  'greeted',
  'encrypted',
  'login',
];

function isBefore(a: Milestone, b: Milestone): boolean {
  return milestones.indexOf(a) < milestones.indexOf(b);
}

/** A stage that was entered is not yet over, so a milestone counts once a later stage began. */
function milestoneWhileMoving(entered: readonly Stage[]): Milestone {
  const last = entered.at(-1);
  if (last === undefined) return 'waiting';
  if (last === 'dns') return 'lookup';
  if (last === 'connect') return 'connecting';
  if (last === 'done') return 'login';
  const tlsAt = entered.indexOf('tls');
  if (tlsAt !== -1 && tlsAt < entered.length - 1) return 'encrypted';
  return entered.includes('ehlo') ? 'greeted' : 'connected';
}

/** Which of several attempts at one port stands for the lane: the best end, else the one that came farthest. */
function worth({ state, milestone, doubt }: Lane): number {
  const byState: Record<LaneState, number> = {
    works: 500,
    doubtful: 400,
    moving: 300,
    silent: 200,
    waiting: 100,
    stuck: 50,
    stopped: 0,
  };
  return byState[state] + milestones.indexOf(milestone) - (doubt === 'plain' ? 20 : 0);
}

function position({ role, port }: Lane): number {
  const known = defaultOutgoingPorts.indexOf(port);
  if (role === 'incoming') return 1000 + incomingOrder.indexOf(port);
  return known === -1 ? 100 : known;
}

const incomingOrder: readonly number[] = [993, 143, 995, 110];
