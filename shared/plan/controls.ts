import { type Endpoint, isSameEndpoint } from '../model/endpoint.ts';
import type { Family } from '../model/family.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { connectivityCheck, isNoStranger, type Reference } from '../model/references.ts';
import { type ControlState, type Doubts, doubtsOf } from './doubts.ts';
import type { Proposal } from './own-servers.ts';
import { type LineQuality, retryOf } from './retries.ts';

/** Controls that are asked before everything else once a doubt stands: the verdict waits for them. */
const priority = -10;

/** Large operators asked per port; a third settles a disagreement between the two. */
const largeOperators = 2;

/**
 * The controls whose answers can change the verdict, from what is known so far. Nothing is asked of strangers while
 * everything of the user's own works.
 */
export function planControls(state: ControlState, doubts = doubtsOf(state)): Proposal[] {
  if (!state.input.references) return [];
  return [
    ...doubts.ports.flatMap((port) => mailControls(state, port, doubts.onlyFamilyAt(port))),
    ...doubts.familyPorts.flatMap(({ port, family }) => mailControls(state, port, family)),
    ...unheard(state, doubts),
    ...(doubts.isWorldInDoubt ? mailControls(state, 587) : []),
    ...(doubts.isWorldInDoubt && doubts.familyPorts[0]
      ? mailControls(state, 587, doubts.familyPorts[0].family)
      : []),
    ...(doubts.isIntercepted ? [...notListening(state), ...mailControls(state, 25)] : []),
    ...(doubts.isLaterOdd
      ? [
          ...mailControls(state, 465, doubts.onlyFamilyLater),
          ...startTlsControls(state, doubts.onlyFamilyLater),
        ]
      : []),
    ...(doubts.isDirectoryInDoubt ? mailControls(state, 587) : []),
    ...(doubts.isAnything ? [connectivity()] : []),
    ...witness(state),
    // Whether the family is alive at all: without it, silence over it says nothing about mail.
    ...doubts.familyPorts.map(({ family }) => ({ ...connectivity(), family })),
    ...overTheSameFamily(state, doubts).map((family) => ({ ...connectivity(), family })),
    ...(doubts.isUnreachable ? wellKnownAddresses(state) : []),
  ];
}

/** Whether a made-up name should be looked up: a resolver that answers it also lies about the user's server. */
export function wantsMadeUpName(state: ControlState, doubts = doubtsOf(state)): boolean {
  return state.input.references && (state.isEveryGuessFound || doubts.isAnything);
}

/** After so many attempts at the connectivity check that found no connection it is no witness. */
const failedWitnesses = 6;

/** Silence counts only while somebody else answers, and everybody else may have finished. Then the connectivity check is made once more. */
function witness(state: ControlState): Proposal[] {
  const since = state.unheardSinceMs;
  if (since === null) return [];
  const isWitnessed = state.observations.some((o) => hasConnected(o) && o.startedMs + o.elapsedMs >= since);
  if (isWitnessed) return [];
  const earlier = state.observations.filter((o) => o.role === 'portal');
  if (earlier.filter((o) => !hasConnected(o)).length >= failedWitnesses) return [];
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
  const fates = new Set(asked.filter((o) => o.operatorSize === 'large').map((o) => hasConnected(o)));
  const count = fates.size > 1 ? large.length : largeOperators;
  return [...large.slice(0, count), ...small.slice(0, 1)]
    .map((r) => control(r, port, port === 465 ? 'tls' : 'none'))
    .flatMap((proposal) => overFamily(proposal, family, state));
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
