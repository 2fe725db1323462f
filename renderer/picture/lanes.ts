import { defaultOutgoingPorts, type Protocol, type Security } from '../../shared/model/endpoint.ts';
import type { Finding, FindingCode } from '../../shared/model/finding.ts';
import { hasConnected, type Observation, type Stage } from '../../shared/model/observation.ts';
import type { Attempt } from './attempts.ts';

/** How far along a conversation with a mail server is, in the words that people read. */
export type Milestone = 'waiting' | 'lookup' | 'connecting' | 'connected' | 'greeted' | 'encrypted' | 'login';

/** Where a way ends: at this computer, in its network, somewhere on the way (not known where), at the server. */
export type Place = 'computer' | 'network' | 'way' | 'server';

/**
 * `waiting`: not begun. `moving`: on its way. `silent`: no answer so far. `works`: usable for sending (or receiving).
 * `doubtful`: answers, but something is amiss. `stuck`: ended before its goal. `stopped`: the person cancelled.
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
  /** Ended without reaching its goal, and yet nothing to worry about: a door that this server does not use. */
  readonly isAside: boolean;
  /** How it ended; null while it has not, or when it works. */
  readonly ended: Ending | null;
};

/** How an attempt ended. */
export type Ending = Pick<Observation, 'outcome' | 'stage' | 'error'>;

/** How the comparison with other operators' servers is going. */
export type Controls = { readonly planned: number; readonly finished: number; readonly answered: number };

/** One lane per port, outgoing first and in the order in which ports are tried. With a verdict, broken lanes end where it says. */
export function lanesOf(attempts: readonly Attempt[], verdict: Finding | null = null): readonly Lane[] {
  const groups = new Map<string, Lane>();
  const blame = blameOf(attempts, verdict);
  for (const attempt of attempts) {
    if (attempt.role !== 'outgoing' && attempt.role !== 'incoming') continue;
    const lane = laneOf(attempt, attempt.role, blame);
    const rival = groups.get(lane.key);
    if (!rival || worth(lane) > worth(rival)) groups.set(lane.key, lane);
  }
  return [...groups.values()].sort((a, b) => position(a) - position(b));
}

/** The host that most ways lead to; only others need naming. Null without a lane. */
export function mainHostOf(lanes: readonly Lane[]): string | null {
  const counts = new Map<string, number>();
  for (const { host } of lanes) counts.set(host, (counts.get(host) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/** Lanes that had not ended are shown as stopped: what a person sees the moment they press Cancel. */
export function stoppedLanes(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.map((lane) =>
    lane.state === 'waiting' || lane.state === 'moving' || lane.state === 'silent'
      ? { ...lane, state: 'stopped' }
      : lane,
  );
}

/** Counts other operators' mail servers that were asked for comparison, and those that answered. */
export function controlsOf(attempts: readonly Attempt[]): Controls {
  const controls = attempts.filter(
    ({ role, protocol, control }) => role === 'reference' && protocol === 'smtp' && control !== 'nameless',
  );
  const finished = controls.filter(({ observations }) => observations.length > 0);
  const answered = finished.filter(({ observations }) => observations.some(hasConnected));
  return { planned: controls.length, finished: finished.length, answered: answered.length };
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
  return { ...base, state, milestone, place, doubt: null, isAside: false, ended: null };
}

function endOf(seen: Observation, blame: Blame): Omit<Lane, keyof LaneBase> {
  const milestone = milestoneOf(seen);
  if (seen.outcome === 'ok') {
    const doubt = doubtOf(seen);
    const state = doubt === null ? 'works' : 'doubtful';
    return { state, milestone, place: 'server', doubt, isAside: false, ended: null };
  }
  const state = seen.outcome === 'cancelled' ? 'stopped' : 'stuck';
  return {
    state,
    milestone,
    place: state === 'stuck' ? placeOf(seen, blame) : hasConnected(seen) ? 'server' : 'computer',
    doubt: null,
    isAside: isAside(seen, blame),
    ended: seen,
  };
}

/** What is known about where attempts broke: from the verdict, and from hosts of which another port answered. */
type Blame = {
  readonly place: 'network' | 'server' | null;
  readonly evidence: ReadonlySet<string>;
  /** Ends that the verdict explains on every port. */
  readonly alike: ReadonlySet<string>;
  /** The verdict explains every attempt that got no connection. */
  readonly isEverything: boolean;
  readonly aliveHosts: ReadonlySet<string>;
};

/** Codes whose proof broke in the network: only there, wherever an attempt ended just so, or with everything that got no connection. */
const inTheNetwork: Partial<Record<FindingCode, 'proof' | 'alike' | 'everything'>> = {
  'port-25-blocked': 'proof',
  'port-25-intercepted': 'proof',
  'mail-allow-list': 'proof',
  'submission-blocked': 'proof',
  'mail-ports-blocked': 'everything',
  'dns-hijacked': 'everything',
  'dns-unreachable': 'everything',
  offline: 'everything',
  'captive-portal': 'everything',
  'proxy-only': 'everything',
  'tls-intercepted': 'alike',
  'tls-blocked': 'alike',
  'starttls-stripped': 'alike',
};
const atTheServer: ReadonlySet<FindingCode> = new Set(['server-down', 'port-closed']);

function blameOf(attempts: readonly Attempt[], verdict: Finding | null): Blame {
  const seen = attempts.flatMap(({ observations }) => observations);
  const reach = verdict ? inTheNetwork[verdict.code] : undefined;
  const evidence = new Set(verdict?.evidence);
  return {
    place: reach ? 'network' : verdict && atTheServer.has(verdict.code) ? 'server' : null,
    evidence,
    alike: new Set(reach === 'alike' ? seen.filter(({ id }) => evidence.has(id)).map(endKey) : []),
    isEverything: reach === 'everything',
    aliveHosts: new Set(seen.filter(hasConnected).map(({ host }) => host)),
  };
}

function endKey({ outcome, stage }: Ending): string {
  return `${outcome}/${stage}`;
}

/** Where it broke: as the verdict has it for what it explains, and otherwise only as far as is known. */
function placeOf(seen: Observation, blame: Blame): Place {
  const isExplained =
    blame.evidence.has(seen.id) ||
    blame.alike.has(endKey(seen)) ||
    (blame.isEverything && !hasConnected(seen));
  if (blame.place && isExplained) return blame.place;
  if (hasConnected(seen)) return 'server';
  if (seen.stage === 'dns') return 'network';
  // Anybody on the way can refuse; only a host that answers elsewhere is known to have done so itself.
  return seen.outcome === 'refused' && blame.aliveHosts.has(seen.host) ? 'server' : 'way';
}

function isAside(seen: Observation, blame: Blame): boolean {
  return seen.outcome === 'refused' && !blame.evidence.has(seen.id) && placeOf(seen, blame) === 'server';
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
