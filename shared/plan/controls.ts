import { type Endpoint, isSameEndpoint } from '../model/endpoint.ts';
import type { Family } from '../model/family.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { connectivityCheck, isNoStranger, type Reference } from '../model/references.ts';
import { type ControlState, type Doubts, doubtsOf } from './doubts.ts';
import type { Proposal } from './own-servers.ts';
import { type LineQuality, retryOf } from './retries.ts';

/** Controls that are asked before everything else once a doubt stands: the verdict waits for them. */
const priority = -10;

/** Large operators asked per port; where they disagree, all others are asked. */
const largeOperators = 2;

type Comparison = {
  /** What the answer settles; for those who read this table, its tests and `test/ledgers/reasons`. */
  readonly why: string;
  readonly asks: (state: ControlState, doubts: Doubts) => readonly Proposal[];
};

/** Whom the user's servers are compared with: every row whose doubt stands asks. `references` of the state says who there is to ask. */
export const comparisons: readonly Comparison[] = [
  {
    why: 'a port of the user’s fails before anything is said: does it fail at strangers’ servers too?',
    asks: (s, { ports, onlyFamilyAt }) => ports.flatMap((port) => mailControls(s, port, onlyFamilyAt(port))),
  },
  {
    why: 'a port fails over one address family: does it fail over that family at strangers’ servers too?',
    asks: (s, { familyPorts }) => familyPorts.flatMap(({ port, family }) => mailControls(s, port, family)),
  },
  {
    why: 'strangers failed while nobody at all was heard, which says nothing of the port',
    asks: unheard,
  },
  {
    why: 'port 25 fails and the web does too: can strangers be reached at all?',
    asks: (s, { isWorldInDoubt, familyPorts: [first] }) =>
      isWorldInDoubt ? [...mailControls(s, 587), ...(first ? mailControls(s, 587, first.family) : [])] : [],
  },
  {
    why: 'port 25 answers unlike the same server’s other ports: does somebody else answer it, even where nothing listens?',
    asks: (s, { isIntercepted }) => (isIntercepted ? [...notListening(s), ...mailControls(s, 25)] : []),
  },
  {
    why: 'a port for submission lets in and then fails, or its encryption is odd: is it so at strangers’ servers?',
    asks: (s, { isLaterOdd, onlyFamilyLater }) =>
      isLaterOdd ? [...mailControls(s, 465, onlyFamilyLater), ...startTlsControls(s, onlyFamilyLater)] : [],
  },
  {
    why: 'DNS denies the name of a stranger’s web server: does it know any name?',
    asks: (s, { isDirectoryInDoubt }) => (isDirectoryInDoubt ? mailControls(s, 587) : []),
  },
  {
    why: 'something fails: is there a way to the web, or a sign-in page before it?',
    asks: (_, { isAnything }) => (isAnything ? [connectivity()] : []),
  },
  {
    why: 'silence counts only while somebody else is heard',
    asks: witness,
  },
  {
    why: 'a port fails over one address family: is that family alive at all?',
    asks: (_, { familyPorts }) => familyPorts.map(({ family }) => ({ ...connectivity(), family })),
  },
  {
    why: 'strangers were reached, and nobody over the address family in doubt',
    asks: (s, doubts) => overTheSameFamily(s, doubts).map((family) => ({ ...connectivity(), family })),
  },
  {
    why: 'no name is answered for, or the web fails: is anybody reached by number?',
    asks: (s, { isUnreachable }) => (isUnreachable ? wellKnownAddresses(s) : []),
  },
];

/**
 * The controls whose answers can change the verdict, from what is known so far. Nothing is asked of strangers while
 * everything of the user's own works.
 */
export function planControls(state: ControlState, doubts = doubtsOf(state)): Proposal[] {
  return state.input.references ? comparisons.flatMap(({ asks }) => asks(state, doubts)) : [];
}

/** Whether a made-up name should be looked up: a resolver that answers it also lies about the user's server. */
export function wantsMadeUpName(state: ControlState, doubts = doubtsOf(state)): boolean {
  return state.input.references && (state.isEveryGuessFound || doubts.isAnything);
}

/** After so many attempts at the connectivity check that found no connection, over a family that has a way out, it is no witness. */
const failedWitnesses = 6;

/** Silence counts only while somebody else answers, and everybody else may have finished. Then the connectivity check is made once more. */
function witness(state: ControlState): Proposal[] {
  const since = state.unheardSinceMs;
  if (since === null) return [];
  const isWitnessed = state.observations.some((o) => hasConnected(o) && o.startedMs + o.elapsedMs >= since);
  if (isWitnessed) return [];
  const earlier = state.observations.filter((o) => o.role === 'portal');
  const alive = new Set(earlier.filter(hasConnected).map(({ family }) => family));
  // Over a family by which this computer has no way out, it fails each time that it answers over the other one.
  const isFailure = (o: Observation): boolean =>
    !hasConnected(o) && (alive.size === 0 || alive.has(o.family));
  if (earlier.filter(isFailure).length >= failedWitnesses) return [];
  return [{ ...connectivity(), asking: earlier.length + 1 }];
}

/**
 * A block is told from a broken address family by a stranger who is reached over that very family on another port. Many providers have
 * IPv4 only, while the connectivity check is answered over IPv6: then it is made over IPv4 too.
 */
function overTheSameFamily({ observations }: ControlState, doubts: Doubts): Family[] {
  const isStranger = (o: Observation): boolean =>
    (o.role === 'reference' && o.control !== 'nameless') || (o.role === 'portal' && o.outcome === 'ok');
  const reached = observations.filter(
    (o) => isStranger(o) && hasConnected(o) && !doubts.ports.includes(o.port),
  );
  const isCompared = doubts.families.some((family) => reached.some((o) => o.family === family));
  return reached.length === 0 || isCompared ? [] : [...doubts.families];
}

function mailControls(state: ControlState, port: number, family?: Family): Proposal[] {
  const serving = strangersOn(state, port);
  const large = serving.filter((r) => r.size === 'large');
  const small = serving.filter((r) => r.size === 'small');
  const isAsked = (o: Observation): boolean =>
    o.role === 'reference' &&
    o.control === 'mail' &&
    o.port === port &&
    (family === undefined || o.family === family);
  const asked = state.observations.filter(isAsked);
  const count = areAtOdds(asked) ? large.length : largeOperators;
  return [...large.slice(0, count), ...small.slice(0, 1)]
    .map((r) => control(r, port, port === 465 ? 'tls' : 'none'))
    .flatMap((proposal) => overFamily(proposal, family, state));
}

/** One large operator is reached and another is not. Whoever is reached over one address family alone is reached. */
function areAtOdds(asked: readonly Observation[]): boolean {
  const large = asked.filter((o) => o.operatorSize === 'large' && o.outcome !== 'cancelled');
  const operators = new Set(large.map(({ operator }) => operator));
  const reached = new Set(large.filter(hasConnected).map(({ operator }) => operator));
  return reached.size > 0 && reached.size < operators.size;
}

/**
 * Strangers that failed on a port in doubt while nobody at all was heard: that says nothing of the port. They are asked once more when
 * somebody is heard again.
 */
function unheard({ references, observations }: ControlState, { ports }: Doubts): Proposal[] {
  return observations.flatMap((o): Proposal[] => {
    if (o.role !== 'reference' || o.witnessed !== false) return [];
    const reference = references.find((r) => r.kind === 'mail' && r.host === o.host);
    const asking = ports.includes(o.port) ? retryOf(o, observations, calm) : null;
    if (!reference || asking === null || o.family === null) return [];
    return [{ ...control(reference, o.port, o.security), asking, family: o.family }];
  });
}

/** Only what was unheard is asked again, not what a bad line may have swallowed. */
const calm: LineQuality = { isLossy: false, hasGaps: false };

/** Over this family only, unless there is no other way to it, or it was asked so already, if by chance, with an answer that counts. */
function overFamily(proposal: Proposal, family: Family | undefined, state: ControlState): Proposal[] {
  if (!family || state.onlyFamilyOf(proposal.host) === family) return [proposal];
  const isAsked = state.observations.some(
    (o) =>
      o.role === proposal.role &&
      isSameEndpoint(o, proposal) &&
      o.family === family &&
      o.outcome !== 'cancelled' &&
      o.witnessed !== false,
  );
  return isAsked ? [] : [{ ...proposal, family }];
}

/** Controls that serve this port, without those of the user's own provider, whose failing twice would prove nothing. */
function strangersOn({ references, observations, silent }: ControlState, port: number): Reference[] {
  const own = observations.filter((o) => o.role === 'outgoing' || o.role === 'incoming');
  const hosts = new Set([...own, ...silent].map(({ host }) => host));
  return references.filter((r) => r.kind === 'mail' && r.ports.includes(port) && !isNoStranger(r, hosts));
}

function startTlsControls(state: ControlState, family: Family | undefined): Proposal[] {
  return strangersOn(state, 587)
    .filter((r) => r.size === 'large')
    .slice(0, largeOperators)
    .map((r) => control(r, 587, 'starttls'))
    .flatMap((proposal) => overFamily(proposal, family, state));
}

function notListening(state: ControlState): Proposal[] {
  return state.references.filter((r) => r.kind === 'not-listening').map((r) => control(r, 25, 'none'));
}

function wellKnownAddresses(state: ControlState): Proposal[] {
  return state.references
    .filter((r) => r.kind === 'well-known-address')
    .map((r): Proposal => ({ ...control(r, r.ports[0] ?? 443, 'none'), protocol: 'tcp' }));
}

function connectivity(): Proposal {
  return {
    role: 'portal',
    protocol: 'http',
    host: connectivityCheck.host,
    port: connectivityCheck.port,
    security: 'none',
    asking: 1,
    priority,
  };
}

function control(reference: Reference, port: number, security: Endpoint['security']): Proposal {
  return {
    role: 'reference',
    protocol: 'smtp',
    host: reference.host,
    port,
    security,
    asking: 1,
    priority,
    control: reference.kind,
    operator: reference.operator,
    operatorSize: reference.size,
  };
}
