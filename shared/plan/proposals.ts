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
import { isUsable } from '../model/usable.ts';
import { planControls, wantsMadeUpName } from './controls.ts';
import { type ControlState, doubtsOf } from './doubts.ts';
import { planFollowUps } from './follow-ups.ts';
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
  const isNew = (proposal: Proposal): boolean => !state.planned.has(proposalKey(proposal));
  const controls = controlState(state, isDnsSlow);
  const doubts = doubtsOf(controls);
  const own = ownProbes(state).filter(isNew);
  const need = needState(state, own);
  const all = [
    ...planControls(controls, doubts),
    ...own.filter((proposal) => isNeeded(proposal, need)),
    ...planFollowUps(state.standing, {
      aliasesOf: (host) => aliasesOf(state, host),
      addressesOf: (host) => state.lookups.get(host)?.addresses ?? [],
      mute: muteEndpoints(state),
      familiesFoundLater: (host) => state.familiesFoundLater.get(host) ?? [],
      isCompared: state.input.references,
      current: state.input.current,
      line: state.line,
    }),
  ].filter(isNew);
  const proposals = distinctProposals(all.toSorted((a, b) => a.priority - b.priority));
  return { proposals, wantsMadeUpName: wantsMadeUpName(controls, doubts) };
}

type Plan = Pick<State, 'candidates' | 'openTier'> & {
  readonly begun: ReadonlySet<string>;
  readonly own: readonly Proposal[];
};
const plans = new WeakMap<State['addressBook'], Plan>();

/** Without news of candidates, addresses, tiers or hosts that were begun with the plan is the last one. */
function ownProbes(state: State): readonly Proposal[] {
  const { input, candidates, addressBook, openTier, notOffered } = state;
  const begun = new Set([...state.probes.values()].map(({ probe }) => beginning(probe)));
  const last = plans.get(addressBook);
  // Hosts are only ever added.
  if (last?.candidates === candidates && last.openTier === openTier && last.begun.size === begun.size)
    return last.own;
  const own = planProbes({ input, candidates, addresses: addressBook, openTier, notOffered, begun });
  plans.set(addressBook, { candidates, openTier, begun, own });
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

function controlState(state: State, isDnsSlow: boolean): ControlState {
  return {
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
