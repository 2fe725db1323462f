import type { Fact } from '../../shared/ledger/facts.ts';
import { type State, step } from '../../shared/ledger/state.ts';

type WithoutTime<F> = F extends Fact ? Omit<F, 'atMs'> & { readonly atMs?: number } : never;

/** A fact as it is told; without `atMs` it is known from now on. */
export type Told = WithoutTime<Fact>;

/** What one check has learnt so far. Grows only. */
export type Ledger = {
  readonly state: () => State;
  readonly append: (fact: Told) => void;
  /** How many facts there are. */
  readonly length: () => number;
  /** The id of the probe that is added next. */
  readonly nextProbeId: () => string;
  /** Another one with every call. */
  readonly nextObservationId: () => string;
  /** ms since the start of the check. */
  readonly elapsedMs: () => number;
};

/** A ledger without facts. `onFact` hears of every fact that is added. */
export function newLedger(start: State, elapsedMs: () => number, onFact: (fact: Fact) => void): Ledger {
  let state = start;
  let length = 0;
  let observations = 0;
  return {
    state: () => state,
    append: (told) => {
      const fact = { atMs: elapsedMs(), ...told } as Fact;
      state = step(state, fact);
      length += 1;
      onFact(fact);
    },
    length: () => length,
    nextProbeId: () => `p${state.probes.size + 1}`,
    nextObservationId: () => {
      observations += 1;
      return `o${observations}`;
    },
    elapsedMs,
  };
}
