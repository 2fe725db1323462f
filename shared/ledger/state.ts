import { rankCandidates } from '../discover/rank.ts';
import type { Candidate, CheckInput, DiscoveryEntry, PlannedProbe, Server } from '../model/check.ts';
import { notOffered } from '../model/claims.ts';
import { type Disturbance, standing } from '../model/disturbance.ts';
import type { Protocol } from '../model/endpoint.ts';
import type { Family } from '../model/family.ts';
import type { HereFact } from '../model/here.ts';
import type { Observation, Stage } from '../model/observation.ts';
import type { Reference } from '../model/references.ts';
import type { Fact, IpAddress } from './facts.ts';
import { type Looked, lookedUp, nothingLooked } from './lookups.ts';
import { changed, dropped, plannedThatStand } from './probes.ts';

/** Where one probe stands. */
export type ProbeState = {
  readonly probe: PlannedProbe;
  readonly family: Family | undefined;
  /** `goodbye`: its last word is sent. `dropped`: it was never begun and never will be. */
  readonly stands: 'waiting' | 'running' | 'goodbye' | 'ended' | 'dropped';
  readonly observations: readonly Observation[];
  /** The server has said something in it: the greeting, or its part of TLS that comes first. */
  readonly hasSpoken: boolean;
  /** It has gone unanswered for suspiciously long: no connection, or a server that is mute on it. */
  readonly isSilent: boolean;
  /** The server that took the connection and is silent in this stage; null when none is. */
  readonly mute: { readonly stage: Stage; readonly at: IpAddress } | null;
  /** Since when nobody at all has been heard while it waits; null when somebody has. */
  readonly unheardSinceMs: number | null;
};

/** What one check knows: its facts (`facts.ts`), folded. Times are ms since its start. */
export type State = Looked & {
  readonly input: CheckInput;
  readonly references: readonly Reference[];
  /** A name that nobody has registered: resolvers that invent answers invent one for it. */
  readonly madeUpName: string;
  readonly nowMs: number;
  /** Moments at which `decide` is asked again even without news. They do not keep a check from ending. */
  readonly waitingUntilMs: readonly number[];
  /** Null until they have been asked. */
  readonly sources: {
    readonly askedMs: number;
    readonly nearbyLeft: number;
    readonly webLeft: number;
    readonly isHurried: boolean;
  } | null;
  readonly entries: readonly DiscoveryEntry[];
  /** The servers that `entries` name, best first. */
  readonly candidates: readonly Candidate[];
  /** Protocols that the domain says it does not offer. */
  readonly notOffered: ReadonlySet<Protocol>;
  readonly probes: ReadonlyMap<string, ProbeState>;
  /** The id of the probe that stands for a proposal, by the proposal's key. */
  readonly planned: ReadonlyMap<string, string>;
  readonly observations: readonly Observation[];
  readonly disturbances: readonly Disturbance[];
  /** The observations that still prove something, after all that happened to this computer. */
  readonly standing: readonly Observation[];
  readonly line: { readonly isLossy: boolean; readonly hasGaps: boolean };
  readonly openTier: 1 | 2 | 3;
  /** The same for receiving alone, where that is more. */
  readonly incomingTier: 1 | 2 | 3;
  /** The usable setting that the person was told of last. */
  readonly told: Server | null;
  /** This computer has no network at the moment. Once it is back, or is waited for no longer, that becomes a disturbance. */
  readonly gone: { readonly sinceMs: number; readonly isStopped: boolean } | null;
  /** Something happened to this computer, and what it spoilt is not begun anew yet. */
  readonly disturbance: Disturbance | null;
  /** Whether this computer's own addresses were looked at since the last observation. */
  readonly networkLook: 'not yet' | 'under way' | 'done';
  /** What this computer itself was found to do. */
  readonly here: readonly HereFact[];
  /** The last look into this computer, and the doubts that it was about. */
  readonly hereLook: { readonly about: string; readonly isUnderWay: boolean } | null;
  readonly isInterrupted: boolean;
  readonly isOver: boolean;
};

/** After so many disturbances, nothing is asked again. */
const mostDisturbances = 5;

/** A check that has not begun. */
export function initialState(input: CheckInput, references: readonly Reference[], madeUpName: string): State {
  return {
    input,
    references,
    madeUpName,
    nowMs: 0,
    waitingUntilMs: [],
    sources: null,
    ...withEntries([]),
    ...nothingLooked,
    probes: new Map(),
    planned: new Map(),
    ...withSeen([], []),
    line: { isLossy: false, hasGaps: false },
    openTier: 1,
    incomingTier: 1,
    told: null,
    gone: null,
    disturbance: null,
    networkLook: 'not yet',
    here: [],
    hereLook: null,
    isInterrupted: false,
    isOver: false,
  };
}

/** What is known with one more fact. Pure. */
export function step(state: State, fact: Fact): State {
  const fold = folds[fact.type] as (state: State, fact: Fact) => Partial<State>;
  return { ...state, nowMs: Math.max(state.nowMs, fact.atMs), ...fold(state, fact) };
}

type Folds = {
  readonly [T in Fact['type']]: (state: State, fact: Extract<Fact, { type: T }>) => Partial<State>;
};

/** What each fact changes. */
const folds: Folds = {
  'sources-asked': (_, { atMs, nearby, web }) => ({
    sources: { askedMs: atMs, nearbyLeft: nearby, webLeft: web, isHurried: false },
  }),
  'source-answered': ({ entries }, { entry }) => withEntries([...entries, entry]),
  'source-ended': ({ sources }, { kind }) => {
    const left = kind === 'nearby' ? 'nearbyLeft' : 'webLeft';
    return sources ? { sources: { ...sources, [left]: sources[left] - 1 } } : {};
  },
  'sources-hurried': ({ sources }) => ({ sources: sources && { ...sources, isHurried: true } }),
  'look-up-begun': ({ lookingUp }, { host }) => ({ lookingUp: new Set(lookingUp).add(host) }),
  'looked-up': lookedUp,
  'probe-planned': ({ probes, planned }, { probe, key, family }) => ({
    probes: new Map(probes).set(probe.id, {
      probe,
      family,
      stands: 'waiting',
      observations: [],
      hasSpoken: false,
      isSilent: false,
      mute: null,
      unheardSinceMs: null,
    }),
    planned: new Map(planned).set(key, probe.id),
  }),
  'stage-entered': (state, { probeId, stage }) => {
    const known = state.probes.get(probeId);
    if (!known) return {};
    const news = {
      ...(known.mute && { isSilent: false, mute: null, unheardSinceMs: null }),
      ...(known.stands === 'waiting' && { stands: 'running' as const }),
      ...(!known.hasSpoken && isPastFirstWord(stage, known.probe) && { hasSpoken: true }),
    };
    return Object.keys(news).length > 0 ? changed(state, probeId, news) : {};
  },
  'endpoint-silent': (state, { probeId }) => changed(state, probeId, { isSilent: true }),
  'server-mute': (state, { probeId, stage, at }) =>
    changed(state, probeId, { isSilent: true, mute: { stage, at } }),
  'nobody-heard': (state, { probeId, sinceMs }) => changed(state, probeId, { unheardSinceMs: sinceMs }),
  observed: (state, { probeId, observation }) => ({
    ...withSeen([...state.observations, observation], state.disturbances),
    ...changed(state, probeId, {
      observations: [...(state.probes.get(probeId)?.observations ?? []), observation],
      isSilent: false,
      mute: null,
      unheardSinceMs: null,
    }),
    networkLook: 'not yet',
  }),
  'goodbye-sent': (state, { probeId }) => changed(state, probeId, { stands: 'goodbye' }),
  'probe-ended': (state, { probeId }) => changed(state, probeId, { stands: 'ended' }),
  'packet-lost': ({ line }) => ({ line: { ...line, isLossy: true } }),
  'line-was-dead': ({ line }) => ({ line: { ...line, hasGaps: true } }),
  usable: (_, { server }) => ({ told: server }),
  'tier-opened': (_, { tier, role }) => (role ? { incomingTier: tier } : { openTier: tier }),
  waiting: ({ waitingUntilMs }, { untilMs }) => ({ waitingUntilMs: [...waitingUntilMs, untilMs] }),
  'time-passed': ({ waitingUntilMs }, { atMs }) => ({
    waitingUntilMs: waitingUntilMs.filter((untilMs) => untilMs > atMs),
  }),
  'network-gone': ({ disturbances }, { atMs }) =>
    disturbances.length < mostDisturbances ? { gone: { sinceMs: atMs, isStopped: false } } : {},
  stopped: (state) => ({ ...dropped(state), gone: state.gone && { ...state.gone, isStopped: true } }),
  disturbed: ({ observations, disturbances, told }, { disturbance }) => ({
    ...withSeen(observations, [...disturbances, disturbance]),
    told: disturbance.kind === 'other-network' ? null : told,
    disturbance: disturbances.length < mostDisturbances ? disturbance : null,
  }),
  'begun-anew': (state, { isAskedAnew }) => ({
    ...dropped(state),
    planned: plannedThatStand(state, isAskedAnew),
    line: { isLossy: false, hasGaps: false },
    gone: null,
    disturbance: null,
    hereLook: state.hereLook?.isUnderWay ? null : state.hereLook,
    ...(isAskedAnew && {
      ...withEntries([]),
      ...nothingLooked,
      sources: null,
      openTier: 1,
      incomingTier: 1,
    }),
  }),
  'network-look-begun': () => ({ networkLook: 'under way' }),
  'network-looked-at': () => ({ networkLook: 'done' }),
  'here-look-begun': (_, { about }) => ({ hereLook: { about, isUnderWay: true } }),
  'here-looked-into': ({ hereLook }, { here }) => ({
    here,
    hereLook: hereLook && { ...hereLook, isUnderWay: false },
  }),
  interrupted: (state) => ({ ...dropped(state), isInterrupted: true }),
  over: (state) => ({ ...dropped(state), isOver: true }),
};

function isPastFirstWord(stage: Stage, { security }: PlannedProbe): boolean {
  if (stage === 'tls') return security === 'starttls';
  if (stage === 'greeting') return security === 'tls';
  return stage !== 'dns' && stage !== 'connect';
}

function withEntries(entries: readonly DiscoveryEntry[]) {
  return { entries, candidates: rankCandidates(entries), notOffered: notOffered(entries) };
}

function withSeen(observations: readonly Observation[], disturbances: readonly Disturbance[]) {
  return { observations, disturbances, standing: standing(observations, disturbances) };
}
