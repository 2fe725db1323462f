import type { Fact } from '../../../shared/ledger/facts.ts';
import { initialState, type State, step } from '../../../shared/ledger/state.ts';
import type { CheckInput, PlannedProbe } from '../../../shared/model/check.ts';
import { builtInReferences } from '../../../shared/model/references.ts';
import { aCheckInput } from '../../support/builders.ts';

type WithoutTime<F> = F extends Fact ? Omit<F, 'atMs'> & { readonly atMs?: number } : never;

/** What follows from these facts, known at 0 ms where they do not say otherwise. */
export function stateAfter(facts: readonly WithoutTime<Fact>[], change: Partial<CheckInput> = {}): State {
  const start = initialState(aCheckInput(change), builtInReferences, 'made-up.example.');
  return facts.reduce((state, fact) => step(state, { atMs: 0, ...fact } as Fact), start);
}

/** A probe of the user's submission port, changed as asked. */
export function aPlannedProbe(change: Partial<PlannedProbe> = {}): PlannedProbe {
  return {
    id: 'p1',
    protocol: 'smtp',
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
    role: 'outgoing',
    priority: 0,
    ...change,
  };
}
