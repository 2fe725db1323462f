import type { Family } from '../model/family.ts';
import type { Fact, IpAddress } from './facts.ts';
import { familiesIn } from './families.ts';

/** What a host's name led to. */
export type Lookup = {
  readonly outcome: Extract<Fact, { type: 'looked-up' }>['outcome'];
  readonly addresses: readonly IpAddress[];
  /** DNS said nothing about this family's addresses. */
  readonly unheard?: 4 | 6 | undefined;
  readonly elapsedMs: number;
  /** When it became known, in ms since the start of the check. */
  readonly atMs: number;
};

/** What a check knows of the names that it looked up. */
export type Looked = {
  readonly lookups: ReadonlyMap<string, Lookup>;
  /** The addresses in `lookups` as text. */
  readonly addressBook: ReadonlyMap<string, readonly string[]>;
  readonly lookingUp: ReadonlySet<string>;
  /** How often a host was looked up again. */
  readonly lookedAgain: ReadonlyMap<string, number>;
  /** The address families of a host that were found only when it was looked up again. */
  readonly familiesFoundLater: ReadonlyMap<string, readonly Family[]>;
};

/** No name was looked up yet. */
export const nothingLooked: Looked = {
  lookups: new Map(),
  addressBook: new Map(),
  lookingUp: new Set(),
  lookedAgain: new Map(),
  familiesFoundLater: new Map(),
};

type LookedUp = Extract<Fact, { type: 'looked-up' }>;

/** What is known with one more answer to a name. Pure. */
export function lookedUp(state: Looked, fact: LookedUp): Partial<Looked> {
  return fact.again ? foundLater(state, fact) : found(state, fact);
}

function found(
  state: Looked,
  { host, outcome, addresses, unheard, elapsedMs, atMs }: LookedUp,
): Partial<Looked> {
  return {
    ...withLookups(new Map(state.lookups).set(host, { outcome, addresses, unheard, elapsedMs, atMs })),
    lookingUp: without(state.lookingUp, host),
  };
}

/** The first answer stays, where there was one; addresses of a family that it did not have are added. */
function foundLater(state: Looked, fact: LookedUp): Partial<Looked> {
  const { host, addresses, outcome } = fact;
  const known = state.lookups.get(host);
  const first = known === undefined || known.outcome === 'no-answer' ? { ...fact, addresses: [] } : known;
  const more = addresses.filter((late) => !first.addresses.some(({ family }) => family === late.family));
  const isSilent = outcome === 'no-answer' || outcome === 'cancelled';
  const unheard = isSilent ? first.unheard : fact.unheard;
  const all = { ...first, addresses: [...first.addresses, ...more], unheard };
  return {
    ...withLookups(new Map(state.lookups).set(host, all)),
    familiesFoundLater: new Map(state.familiesFoundLater).set(host, familiesIn(more)),
    lookedAgain: new Map(state.lookedAgain).set(host, (state.lookedAgain.get(host) ?? 0) + 1),
    lookingUp: without(state.lookingUp, host),
  };
}

function withLookups(lookups: ReadonlyMap<string, Lookup>) {
  const addressBook = new Map(
    [...lookups].map(([host, { addresses }]) => [host, addresses.map(({ ipAddress }) => ipAddress)] as const),
  );
  return { lookups, addressBook };
}

function without<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return new Set([...set].filter((other) => other !== one));
}
