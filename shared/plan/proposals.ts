import {
  aliasesOf,
  isEveryGuessFound,
  isLookupFailing,
  muteEndpoints,
  onlyFamilyOf,
  promising,
  silentEndpoints,
  unheardSinceMs,
} from '../ledger/known.ts';
import type { State } from '../ledger/state.ts';
import { remembered } from '../model/remembered.ts';
import { isUsable } from '../model/usable.ts';
import { planControls, wantsMadeUpName } from './controls.ts';
import { type ControlState, doubtsOf } from './doubts.ts';
import { planFollowUps, type Surroundings } from './follow-ups.ts';
import { awaitedNames } from './moments.ts';
import { isNeeded } from './needed.ts';
import { beginning, distinctProposals, type Proposal, planProbes, proposalKey } from './own-servers.ts';

/**
 * All that the planners propose and that is not planned yet, the most urgent first; and whether a made-up name should be looked up.
 * `isDnsSlow`: no look-up was answered for suspiciously long.
 */
export function proposalsFor(
  state: State,
  isDnsSlow: boolean,
): { readonly proposals: readonly Proposal[]; readonly wantsMadeUpName: boolean } {
  const controls = controlsFor(controlState(state, isDnsSlow));
  const own = ownProbes(state);
  const proposals = newOnes({
    input: state.input,
    planned: state.planned,
    controls: controls.proposals,
    own: state.input.brief ? needed(own, state) : own,
    followUps: followUpsFor({ state, mute: muteEndpoints(state) }),
  });
  return { proposals, wantsMadeUpName: controls.wantsMadeUpName };
}

type Lists = Pick<State, 'input' | 'planned'> &
  Readonly<Record<'controls' | 'own' | 'followUps', readonly Proposal[]>>;

const newOnes = remembered(
  ({ planned, controls, own, followUps }: Lists): readonly Proposal[] => {
    const all = [...controls, ...own, ...followUps].filter((one) => !planned.has(proposalKey(one)));
    return distinctProposals(all.toSorted((a, b) => a.priority - b.priority));
  },
  ({ input, planned, controls, own, followUps }) => [input, planned, controls, own, followUps],
);

/** Those of the user's own servers that a brief check makes now. */
function needed(own: readonly Proposal[], state: State): readonly Proposal[] {
  const coming = own.filter((proposal) => !state.planned.has(proposalKey(proposal)));
  const need = needState(state, coming);
  return coming.filter((proposal) => isNeeded(proposal, need));
}

/** Whom to compare with. Most facts leave that as it was. */
const controlsFor = remembered(
  (state: Controls) => {
    const doubts = doubtsOf(state);
    return { proposals: planControls(state, doubts), wantsMadeUpName: wantsMadeUpName(state, doubts) };
  },
  ({ observations, lookups, input, silent, unheardSinceMs, isEveryGuessFound, isLookupFailing }) => [
    input,
    observations,
    lookups,
    silent.map(({ id, family, stage }) => `${id} ${family} ${stage}`).join(),
    unheardSinceMs,
    isEveryGuessFound,
    isLookupFailing,
  ],
);

type Asked = { readonly state: State; readonly mute: ReturnType<typeof muteEndpoints> };

const followUpsFor = remembered(
  ({ state, mute }: Asked) => planFollowUps(state.standing, surroundings({ state, mute })),
  ({ state: { standing, lookups, familiesFoundLater, line, input }, mute }) => [
    input,
    standing,
    lookups,
    familiesFoundLater,
    line,
    mute.map(({ id, at }) => `${id} ${at}`).join(),
  ],
);

/** What the follow-ups are planned from, besides the observations. */
export function surroundings({ state, mute }: Asked): Surroundings {
  return {
    aliasesOf: (host) => aliasesOf(state, host),
    addressesOf: (host) => state.lookups.get(host)?.addresses ?? [],
    mute,
    familiesFoundLater: (host) => state.familiesFoundLater.get(host) ?? [],
    isCompared: state.input.references,
    current: state.input.current,
    line: state.line,
  };
}

type Plan = Pick<State, 'candidates' | 'openTier' | 'incomingTier'> & {
  readonly awaited: string;
  readonly begun: ReadonlySet<string>;
  readonly own: readonly Proposal[];
};
const plans = new WeakMap<State['addressBook'], Plan>();

/** Whatever begins is planned first. */
const ownProbes = remembered(ownProbesOf, (state: State) => [
  state.input,
  state.planned,
  state.addressBook,
  state.candidates,
  state.openTier,
  state.incomingTier,
  awaitedNames(state).join(),
]);

/** Without news of candidates, addresses, tiers or hosts that were begun with the plan is the last one. */
function ownProbesOf(state: State): readonly Proposal[] {
  const { input, candidates, addressBook, openTier, incomingTier, notOffered } = state;
  const begun = new Set([...state.probes.values()].map(({ probe }) => beginning(probe)));
  const last = plans.get(addressBook);
  const names = awaitedNames(state);
  const awaited = names.join();
  // Hosts are only ever added.
  const isSame =
    last?.candidates === candidates &&
    last.openTier === openTier &&
    last.incomingTier === incomingTier &&
    last.awaited === awaited;
  if (isSame && last.begun.size === begun.size) return last.own;
  const tiers = { openTier, incomingTier };
  const own = planProbes({
    input,
    candidates,
    addresses: addressBook,
    ...tiers,
    notOffered,
    begun,
    awaited: new Set(names),
  });
  plans.set(addressBook, { candidates, ...tiers, awaited, begun, own });
  return own;
}

/** What is still to be begun is as promising as what is under way. */
function needState(state: State, coming: readonly Proposal[]) {
  const { input, candidates, standing: observations, entries } = state;
  return {
    input,
    candidates,
    observations,
    isUsable: (o: State['standing'][number]) => isUsable(o, entries),
    promising: [...promising(state), ...coming],
  };
}

type Controls = Omit<ControlState, 'silent'> & {
  readonly lookups: State['lookups'];
  readonly silent: ReturnType<typeof silentEndpoints>;
};

/** What the controls are planned from. `isDnsSlow`: no look-up was answered for suspiciously long. */
export function controlState(state: State, isDnsSlow: boolean): Controls {
  return {
    lookups: state.lookups,
    input: state.input,
    references: state.references,
    observations: state.standing,
    silent: silentEndpoints(state),
    onlyFamilyOf: (host) => onlyFamilyOf(state, host),
    unheardSinceMs: unheardSinceMs(state),
    isEveryGuessFound: isEveryGuessFound(state),
    isLookupFailing: isDnsSlow || isLookupFailing(state),
  };
}
