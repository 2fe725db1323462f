import { usable } from '../ledger/known.ts';
import type { State } from '../ledger/state.ts';
import { remembered } from '../model/remembered.ts';
import { hereDoubts } from './here.ts';
import { isNothingFound, noteNothingFound } from './look-ups.ts';
import type { Move } from './moves.ts';

/** The check is over. */
export function end(): readonly Move[] {
  return [{ do: 'end' }];
}

/** Looks into what may be this computer's own doing; at the same doubts only once. */
export function lookHere(s: State): Move[] {
  const { hereLook } = s;
  const { doubts, isAny, about } = aboutHere(s);
  const isNew = hereLook === null ? isAny : about !== hereLook.about;
  return isNew ? [{ do: 'look-here', doubts, about }] : [];
}

const aboutHere = remembered(
  (s: State) => {
    const { input, standing: observations } = s;
    const doubts = hereDoubts({ input, observations, isUsable: usable(s) !== null });
    const { names, unanswered, connections, isProxyWanted } = doubts;
    const isAny = names.length + unanswered.length + connections.length > 0 || isProxyWanted;
    return { doubts, isAny, about: JSON.stringify(doubts) };
  },
  (s) => [s.input, s.standing, usable(s) !== null],
);

/** That no host was found is noted, and what may be this computer's own doing is looked into, as at every other end. */
export function endWithoutNames(s: State): readonly Move[] {
  const note = isNothingFound(s) ? noteNothingFound(s) : [];
  if (note.length > 0) return note;
  if (s.lookingUp.has(s.input.domain ?? '') && isNothingFound(s)) return [];
  return endAfterLookingHere(s);
}

/**
 * What looks like the network's doing may be this computer's: a search domain leads every name to one page, as a portal does. And the network
 * may have been lost at the last moment, for another one.
 */
export function endAfterLookingHere(s: State): readonly Move[] {
  if (s.networkLook === 'not yet') return [{ do: 'look-at-network' }];
  if (s.networkLook === 'under way' || s.hereLook?.isUnderWay) return [];
  const look = lookHere(s);
  return look.length > 0 ? look : end();
}
