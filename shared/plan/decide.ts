import {
  familiesForSending,
  hasDnsAnswered,
  isBusy,
  isIdle,
  isSpeaking,
  probesLeft,
  promising,
  sourcesLeft,
  usable,
} from '../ledger/known.ts';
import type { State } from '../ledger/state.ts';
import { endpointKey } from '../model/endpoint.ts';
import { isPortalProven } from '../model/portal.ts';
import { isClosed, isKnownByReceiver } from './closed.ts';
import { end, endAfterLookingHere, endWithoutNames, lookHere } from './endings.ts';
import {
  isAnswerOpen,
  isNothingFound,
  lookUpAgain,
  lookUpNames,
  noteNothingFound,
  noteUnheard,
  noteUnresolvable,
} from './look-ups.ts';
import { isGraceOver, waitForMoments, waitForWord, waitUntil } from './moments.ts';
import type { Move } from './moves.ts';
import { isEverybodyMute } from './muteness.ts';
import { probeWhatIsProposed } from './proposed.ts';
import { isNobodyNamed, isNobodyReached, isOnlySilenceLeft, isOnlySlownessLeft } from './proven-early.ts';
import { isReceivingUnknown, openNextReceivingTier, openNextTier, openTierWithoutHosts } from './tiers.ts';
import { isAnyToCome } from './to-come.ts';

/** How long a network that is gone is waited for, in ms. */
const goneMs = 5_000;
/** How long a domain's own places on the web are waited for, in ms, where nothing else could lead to a server. */
const ownWordMs = 3_000;
/** How long the web is waited for where nothing works and nothing else is left. Contract, section 6: such a check ends within 12 s. */
const webWordMs = 9_500;

type Row = {
  /** For those who read this table or its tests. */
  readonly why: string;
  readonly holds: (state: State) => boolean;
  readonly moves: (state: State) => readonly Move[];
};
const wait = (): readonly Move[] => [];

/** What comes before everything else: the first row that holds decides alone. */
export const circumstances: readonly Row[] = [
  { why: 'it is over', holds: (s) => s.isOver, moves: wait },
  { why: 'the person ended it', holds: (s) => s.isInterrupted, moves: (s) => (isIdle(s) ? end() : []) },
  {
    why: 'this service lets no mail program in, so no server is contacted',
    holds: (s) => isClosed(s) && (sourcesLeft(s) === 0 || !isKnownByReceiver(s)),
    moves: end,
  },
  {
    why: 'this computer slept, or its network or clock changed, which spoilt what was under way',
    holds: (s) => s.disturbance !== null,
    moves: (s) => [{ do: 'begin-anew', isAskedAnew: isOtherNetwork(s) || isAsking(s) }],
  },
  {
    why: 'without a network everything fails, and proves nothing',
    holds: (s) => s.gone?.isStopped === false,
    moves: () => [{ do: 'stop' }],
  },
  {
    why: 'the network stayed away for too long',
    holds: (s) => s.gone !== null && s.nowMs >= s.gone.sinceMs + goneMs,
    moves: () => [{ do: 'begin-anew', isAskedAnew: true }],
  },
  {
    why: 'a network that is gone may come back',
    holds: (s) => s.gone !== null,
    moves: (s) => waitUntil(s, (s.gone?.sinceMs ?? 0) + goneMs),
  },
  {
    why: 'a sign-in page stands before the network, and nothing else is worth asking',
    holds: (s) => isPortalProven(s.standing, isAnyToCome(s)),
    moves: endAfterLookingHere,
  },
  {
    why: 'the sources say which servers there are',
    holds: (s) => s.sources === null,
    moves: () => [{ do: 'ask-sources' }],
  },
  {
    why: 'whoever receives the mail lets no mail program in, unless the domain publishes another server, which is soon known',
    holds: isClosed,
    moves: (s) => waitForWord(s, ownWordMs),
  },
  {
    why: 'no name server answers, or nobody at all does',
    holds: (s) =>
      isNobodyNamed({ ...s, observations: s.standing, hasDnsAnswered: hasDnsAnswered(s) }) &&
      !isAnswerOpen(s),
    moves: endWithoutNames,
  },
  {
    why: 'names are found, and nobody was reached for a long time',
    holds: (s) =>
      isNobodyReached({
        nowMs: s.nowMs,
        sinceMs: disturbedUntilMs(s),
        observations: s.standing,
        isAnyPromising: promising(s).length > 0,
        isAnyConnected: probesLeft(s).some(({ isConnected }) => isConnected),
        families: familiesForSending(s),
      }),
    moves: endAfterLookingHere,
  },
  {
    why: 'a slow server works, and whatever else it says will only be slow too',
    holds: (s) =>
      isOnlySlownessLeft({
        nowMs: s.nowMs,
        observations: s.standing,
        usable: usable(s),
        current: s.input.current,
        left: probesLeft(s),
      }),
    moves: endAfterLookingHere,
  },
  {
    why: 'the user’s servers take connections and say nothing, and strangers’ servers were compared',
    holds: (s) =>
      isOnlySilenceLeft({
        nowMs: s.nowMs,
        observations: s.standing,
        usable: usable(s),
        isSpeaking: isSpeaking(s),
      }),
    moves: (s) => {
      const notes = noteUnheard(s, true);
      return notes.length > 0 ? notes : endAfterLookingHere(s);
    },
  },
];

/** What is done side by side, as soon as it is known to be worth doing. */
const always: readonly ((state: State) => readonly Move[])[] = [
  tellUsable,
  openTierWithoutHosts,
  waitForMoments,
  lookUpNames,
  lookUpAgain,
  noteUnheard,
  noteUnresolvable,
  probeWhatIsProposed,
];

/** Nothing is under way, and no planner proposes anything: the first row that holds decides. */
export const standstill: readonly Row[] = [
  {
    why: 'a working setting is known, so a silent source is not worth much more time',
    holds: (s) => usable(s) !== null && sourcesLeft(s) > 0,
    moves: (s) => (s.sources?.isHurried ? [] : [{ do: 'hurry-sources' }]),
  },
  {
    why: 'sources that need only DNS answer soon, so they are waited for',
    holds: (s) => s.sources !== null && s.sources.nearbyLeft > 0,
    moves: wait,
  },
  {
    why: 'published settings come before usual names, for a moment',
    holds: (s) => sourcesLeft(s) > 0 && !isGraceOver(s),
    moves: wait,
  },
  {
    why: 'nothing works so far, so hosts that are less surely the user’s are tried',
    holds: (s) => usable(s) === null && s.openTier < 3 && !isEverybodyMute(s.standing),
    moves: openNextTier,
  },
  {
    why: 'nobody published where mail is received, so usual names for that are tried, whatever is known of sending',
    holds: (s) => sourcesLeft(s) === 0 && isReceivingUnknown(s),
    moves: openNextReceivingTier,
  },
  {
    why: 'nothing else is left: whatever the web says is worth waiting for',
    holds: (s) => sourcesLeft(s) > 0,
    moves: (s) => waitForWord(s, webWordMs),
  },
  {
    why: 'that no host was found is a fact of its own',
    holds: isNothingFound,
    moves: noteNothingFound,
  },
  {
    why: 'the network may have changed at the last moment, which would spoil the comparison',
    holds: (s) => s.networkLook === 'not yet',
    moves: () => [{ do: 'look-at-network' }],
  },
  {
    why: 'this computer is being looked into, and may be the cause',
    holds: (s) => s.networkLook === 'under way' || s.hereLook?.isUnderWay === true,
    moves: wait,
  },
  {
    why: 'some of the failures may be this computer’s own doing',
    holds: (s) => lookHere(s).length > 0,
    moves: lookHere,
  },
  { why: 'nothing left can change the result', holds: () => true, moves: end },
];

/**
 * What a check does next, from what it knows. Empty: it waits for what is under way. Every move leads to a fact that keeps it from being
 * made again, so whoever performs the moves asks again until there are none. Pure.
 *
 * Why a recorded check did what it did: `test/ledgers/reasons` has it in words, probe by probe. Where each reason stands:
 * - An end: a row of `circumstances` if it came early (how long until then: `proven-early.ts`), of `standstill` if there was nothing left to ask.
 * - A port of the user's own: `own-servers.ts`, which has hosts, ports and their order. A brief check puts off, or leaves out, what `needed.ts` says.
 * - The user's own once more, or otherwise: a row of `followUps` (`follow-ups.ts`).
 * - A stranger (role `reference`, or `portal` for the connectivity check): a row of `comparisons` (`controls.ts`); when it holds, `doubts.ts`;
 *   who there is, `model/references.ts`.
 * - A name: `look-ups.ts`. Moments that are waited for: `moments.ts`. A planned probe begins when the engine has a place for it (`limits.ts`).
 */
export function decide(state: State): readonly Move[] {
  const first = circumstances.find(({ holds }) => holds(state));
  if (first) return first.moves(state);
  const moves = always.flatMap((rule) => rule(state));
  if (moves.length > 0 || isBusy(state)) return moves;
  return standstill.find(({ holds }) => holds(state))?.moves(state) ?? [];
}

function tellUsable(s: State): Move[] {
  const server = usable(s);
  const isNews = server !== null && (s.told === null || endpointKey(server) !== endpointKey(s.told));
  return isNews ? [{ do: 'tell-usable', server }] : [];
}

/** When the last disturbance of this computer was over, in ms since the check began; 0 where there was none. */
function disturbedUntilMs({ disturbances }: State): number {
  return Math.max(0, ...disturbances.map(({ untilMs }) => untilMs));
}

function isOtherNetwork({ disturbance }: State): boolean {
  return disturbance?.kind === 'lost' || disturbance?.kind === 'other-network';
}

function isAsking(s: State): boolean {
  return sourcesLeft(s) > 0 || s.lookingUp.size > 0;
}
