import type { Tier } from './plan.ts';

/** Where a check stands when no probe and no lookup is under way, and no planner proposes another. */
export type Standstill = {
  /** A setting for sending is known to work. */
  readonly isUsable: boolean;
  /** Sources that need only DNS or nothing, and have not answered. */
  readonly nearbyLeft: number;
  /** Sources on the web that have not answered. */
  readonly webLeft: number;
  /** Published settings have had their head start over usual names. */
  readonly isGraceOver: boolean;
  readonly openTier: Tier;
  /** Not one host of the domain had an address to be tried. */
  readonly isNothingFound: boolean;
  /** This computer's own addresses, and whatever else of its own may be at fault, were looked at a last time, or are being. */
  readonly hasLooked: boolean;
  readonly isLooking: boolean;
};

/** What to do then. `wait`: whatever is waited for brings the check back here. */
export type Step = 'hurry-sources' | 'wait' | 'open-tier' | 'note-nothing-found' | 'look-at-network' | 'end';

type Row = { readonly why: string; readonly holds: (s: Standstill) => boolean; readonly step: Step };

/** Read from above: the first row that holds decides. `why` is for who reads this or its tests, not for people. */
export const decisions: readonly Row[] = [
  {
    why: 'a working setting is known, so a silent source is not worth much more time',
    holds: (s) => s.isUsable && s.nearbyLeft + s.webLeft > 0,
    step: 'hurry-sources',
  },
  { why: 'who answers as fast as DNS is waited for', holds: (s) => s.nearbyLeft > 0, step: 'wait' },
  {
    why: 'published settings come before usual names, for a moment',
    holds: (s) => s.webLeft > 0 && !s.isGraceOver,
    step: 'wait',
  },
  {
    why: 'nothing above works, so hosts that are less surely the person’s are tried',
    holds: (s) => !s.isUsable && s.openTier < 3,
    step: 'open-tier',
  },
  {
    why: 'nothing else is left: whatever the web says is worth waiting for',
    holds: (s) => s.webLeft > 0,
    step: 'wait',
  },
  {
    why: 'that no host was found is a fact of its own',
    holds: (s) => s.isNothingFound,
    step: 'note-nothing-found',
  },
  { why: 'what is being looked at may be the cause', holds: (s) => s.isLooking, step: 'wait' },
  {
    why: 'a network that changed at the last moment spoils the comparison',
    holds: (s) => !s.hasLooked,
    step: 'look-at-network',
  },
  { why: 'nothing left can change the result', holds: () => true, step: 'end' },
];

/** What a check does when it stands still. Pure; the last row always holds. */
export function decide(standstill: Standstill): Step {
  return decisions.find(({ holds }) => holds(standstill))?.step ?? 'end';
}
