import type { CheckInput } from '../model/check.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { mutenessOf } from '../model/muteness.ts';
import { hasConnected, hasReached, type Observation, type Stage } from '../model/observation.ts';
import { connectivityCheck, type Reference } from '../model/references.ts';
import type { Proposal } from './plan.ts';

/** `family`: of the address that is mute, or, where no connection is made, the only one tried. Without a stage, none is made. */
type Silent = Endpoint & { readonly family?: 4 | 6 | undefined; readonly stage?: Stage };

export type ControlState = {
  readonly input: CheckInput;
  readonly references: readonly Reference[];
  readonly observations: readonly Observation[];
  /** The address family of a host that has addresses of one family only. */
  readonly onlyFamilyOf: (host: string) => 4 | 6 | undefined;
  /** The user's endpoints that have been silent for suspiciously long. */
  readonly silent: readonly Silent[];
  /** No name of the user's could be looked up, so far. */
  readonly isLookupFailing: boolean;
  /** Every name that was guessed exists: either the provider is thorough, or DNS answers for any name. */
  readonly isEveryGuessFound: boolean;
  /** Since when nobody at all was heard while somebody is waited for, in ms since the start of the check; null when not. */
  readonly unheardSinceMs: number | null;
};

/** Controls that are asked before everything else once a doubt stands: the verdict waits for them. */
const priority = -10;

/** Large operators asked per port; a third settles a disagreement between the two. */
const largeOperators = 2;

/**
 * The controls whose answers can change the verdict, from what is known so far. Nothing is asked of strangers while
 * everything of the user's own works.
 */
export function planControls(state: ControlState): Proposal[] {
  if (!state.input.references) return [];
  const doubts = doubtsOf(state);
  return [
    ...doubts.ports.flatMap((port) => mailControls(state, port, doubts.onlyFamilyAt(port))),
    ...doubts.familyPorts.flatMap(({ port, family }) => mailControls(state, port, family)),
    ...(doubts.isWorldInDoubt ? mailControls(state, 587) : []),
    ...(doubts.isWorldInDoubt && doubts.familyPorts[0]
      ? mailControls(state, 587, doubts.familyPorts[0].family)
      : []),
    ...(doubts.isIntercepted ? [...notListening(state), ...mailControls(state, 25)] : []),
    ...(doubts.isLaterOdd
      ? [...mailControls(state, 465), ...startTlsControls(state, doubts.onlyFamilyLater)]
      : []),
    ...(doubts.isAnything ? [connectivity()] : []),
    ...witness(state),
    // Whether the family is alive at all: without it, silence over it says nothing about mail.
    ...doubts.familyPorts.map(({ family }) => ({ ...connectivity(), family })),
    ...overTheSameFamily(state, doubts).map((family) => ({ ...connectivity(), family })),
    ...(doubts.isUnreachable ? wellKnownAddresses(state) : []),
  ];
}

/** Whether a made-up name should be looked up: a resolver that answers it also lies about the user's server. */
export function wantsMadeUpName(state: ControlState): boolean {
  return state.input.references && (state.isEveryGuessFound || doubtsOf(state).isAnything);
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
  return [
    {
      ...connectivity(),
      asking: earlier.length + 1,
      reason: 'whether the line is alive while others are silent',
    },
  ];
}

/**
 * A block is told from a broken address family by a stranger who is reached over that very family on another port. Many providers have
 * IPv4 only, while the connectivity check is answered over IPv6: then it is made over IPv4 too.
 */
function overTheSameFamily({ observations }: ControlState, doubts: Doubts): (4 | 6)[] {
  const isStranger = (o: Observation): boolean =>
    (o.role === 'reference' && o.control !== 'nameless') || (o.role === 'portal' && o.outcome === 'ok');
  const reached = observations.filter(
    (o) => isStranger(o) && hasConnected(o) && !doubts.ports.includes(o.port),
  );
  const isCompared = doubts.families.some((family) => reached.some((o) => o.family === family));
  return reached.length === 0 || isCompared ? [] : [...doubts.families];
}

type Doubts = {
  /** Ports of the user's servers that fail before the protocol speaks, among those that controls serve. */
  readonly ports: readonly number[];
  /** The only address family of all servers that fail on a port, where there is one: a comparison over the other would prove nothing. */
  readonly onlyFamilyAt: (port: number) => 4 | 6 | undefined;
  /** Address families over which `ports` fail, as far as known. */
  readonly families: readonly (4 | 6)[];
  /** The same, of ports that connect over the other address family: the comparison has to be over the failing one. */
  readonly familyPorts: readonly { readonly port: number; readonly family: 4 | 6 }[];
  /** Port 25 fails and the web does too: strangers may be out of reach altogether, which another port of theirs shows. */
  readonly isWorldInDoubt: boolean;
  readonly isIntercepted: boolean;
  /** A port that programs log in on lets in and then fails, or something is amiss with its encryption. */
  readonly isLaterOdd: boolean;
  /** The only address family of the servers of which that is so, where there is one. */
  readonly onlyFamilyLater: 4 | 6 | undefined;
  readonly isUnreachable: boolean;
  readonly isAnything: boolean;
};

function doubtsOf(state: ControlState): Doubts {
  const own = state.observations.filter((o) => o.role === 'outgoing');
  const families = new Set<4 | 6>();
  const failingHosts = new Map<number, Set<string>>();
  const familyPorts = new Map<string, { port: number; family: 4 | 6 }>();
  const doubt = (host: string, port: number, family: 4 | 6 | null | undefined, isMute = false): void => {
    const isOpenOverOther = own.some(
      (o) => o.host === host && o.port === port && o.family !== family && hasConnected(o),
    );
    // Whoever connects over this family shows nothing of the other one.
    const isOfFamily = isOpenOverOther || (isMute && state.onlyFamilyOf(host) === undefined);
    if (family && isOfFamily) familyPorts.set(`${port} ${family}`, { port, family });
    else {
      failingHosts.set(port, (failingHosts.get(port) ?? new Set()).add(host));
      const failing = family ?? state.onlyFamilyOf(host);
      if (failing) families.add(failing);
    }
  };
  const silent = state.silent.filter(({ protocol }) => protocol === 'smtp');
  const isSpokenTo = own.some((o) => o.port !== 25 && o.greeting !== undefined);
  for (const one of silent) {
    // Servers often pause before they greet on 25, where strangers send; with other ports at work nothing depends on it.
    const isPause = one.port === 25 && one.stage === 'greeting' && isSpokenTo;
    if (isBeforeFirstWord(one) && !isPause) doubt(one.host, one.port, one.family, one.stage !== 'connect');
  }
  const isSilentLater = silent.some((one) => one.port !== 25 && !isBeforeFirstWord(one));
  for (const o of own) if (failedEarly(o)) doubt(o.host, o.port, o.family, mutenessOf(o) !== null);

  const ports = [...failingHosts.keys()];
  const isIntercepted = mayBeIntercepted(own, ports);
  const odd = own.filter((o) => isOddTls(o) || failedLater(o) || isSomebodyElse(o));
  const lookups = state.observations.filter((o) => o.outcome === 'dns-error' && o.control !== 'made-up-name');
  const isDnsSilent = state.isLookupFailing || lookups.some((o) => o.error?.code === 'no-dns-answer');
  const isPortalFailing = state.observations.some(
    (o) => o.role === 'portal' && o.outcome !== 'ok' && o.outcome !== 'cancelled',
  );
  const isRejected = own.some((o) => o.outcome === 'protocol-error');
  const isAnything =
    ports.length > 0 ||
    familyPorts.size > 0 ||
    isIntercepted ||
    odd.length > 0 ||
    isSilentLater ||
    lookups.length > 0 ||
    isDnsSilent ||
    isRejected;
  return {
    ports,
    families: [...families],
    onlyFamilyAt: (port) => onlyOne([...(failingHosts.get(port) ?? [])].map(state.onlyFamilyOf)),
    familyPorts: fewOverIpv6([...familyPorts.values()], state.observations),
    isWorldInDoubt:
      isPortalFailing && (ports.includes(25) || [...familyPorts.values()].some(({ port }) => port === 25)),
    isIntercepted,
    isLaterOdd: odd.length > 0 || isSilentLater,
    onlyFamilyLater: onlyOne(odd.map(({ host }) => state.onlyFamilyOf(host))),
    isUnreachable: isDnsSilent || isPortalFailing,
    isAnything,
  };
}

/** What all of them are, or undefined where they differ. */
function onlyOne<T>(values: readonly T[]): T | undefined {
  const [only, ...others] = new Set(values);
  return others.length === 0 ? only : undefined;
}

/**
 * IPv6 that fails on every port is one question, and one port answers it, unless strangers fail on that one too: then each port is a
 * question of its own, as over IPv4, where each may be blocked by itself.
 */
function fewOverIpv6<T extends { readonly port: number; readonly family: 4 | 6 }>(
  doubts: readonly T[],
  seen: readonly Observation[],
): T[] {
  // Over neither family a word is heard: then it is a question of ports.
  if (doubts.some(({ family }) => family === 4)) return [...doubts];
  const overIpv6 = doubts.filter(({ family }) => family === 6).toSorted((a, b) => b.port - a.port);
  const isStrangers = seen.some(
    (o) =>
      o.role === 'reference' &&
      o.control === 'mail' &&
      o.family === 6 &&
      o.port === overIpv6[0]?.port &&
      o.outcome !== 'ok' &&
      o.outcome !== 'cancelled',
  );
  return isStrangers ? overIpv6 : overIpv6.slice(0, 1);
}

/** No connection, or nothing on it so far: TLS from the first byte is begun by us, and the server's hello is its first word. */
function isBeforeFirstWord({ security, stage = 'connect' }: Silent): boolean {
  return stage === 'connect' || stage === 'greeting' || (stage === 'tls' && security === 'tls');
}

function failedEarly(o: Observation): boolean {
  if (o.outcome === 'ok' || o.outcome === 'cancelled' || o.outcome === 'dns-error') return false;
  return !hasConnected(o) || o.stage === 'greeting' || mutenessOf(o) !== null;
}

/** Connected and greeted on a port that programs log in on, and failed after that: only a stranger's same dialogue tells who is at fault. */
function failedLater(o: Observation): boolean {
  if (
    o.port === 25 ||
    !hasConnected(o) ||
    mutenessOf(o) === 'mute' ||
    o.outcome === 'ok' ||
    o.outcome === 'cancelled'
  )
    return false;
  return o.stage === 'ehlo' || o.stage === 'tls' || o.stage === 'starttls';
}

/** Port 25 answers, but not like the same host's other ports, or it is the only one that does. */
function mayBeIntercepted(own: readonly Observation[], failingPorts: readonly number[]): boolean {
  // A connection that came second in a race was dropped unheard and says nothing of who was there.
  const relay = own.filter((o) => o.port === 25 && hasConnected(o) && o.outcome !== 'cancelled');
  return relay.some((o) => {
    if (mutenessOf(o) === 'mute') return false; // nobody answers
    const others = own.filter(
      (other) => other.host === o.host && other.port !== 25 && other.greeting !== undefined,
    );
    if (others.some((other) => firstWord(other.greeting) !== firstWord(o.greeting))) return true;
    // A server that treats all its ports alike has no stranger on one of them.
    if (o.outcome !== 'ok') return !others.some((other) => other.error?.code === o.error?.code);
    return failingPorts.includes(587) && failingPorts.includes(465);
  });
}

function firstWord(text: string | undefined): string {
  return (text ?? '').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
}

function isOddTls(o: Observation): boolean {
  const problems = o.tls?.problems ?? [];
  if (problems.some((problem) => problem !== 'name-mismatch')) return true;
  if (o.error?.code === 'starttls-masked' || o.error?.code === 'starttls-not-offered') return true;
  // The server's first word is missing, whatever would have been spoken.
  if (mutenessOf(o) === 'mute') return false;
  const isCut = o.outcome === 'reset' || o.outcome === 'closed' || o.outcome === 'timeout';
  return isCut && hasConnected(o) && (o.stage === 'tls' || o.stage === 'starttls') && hasReached(o, 'tls');
}

/** A certificate of which no name is of the host's own domain: shared servers show such ones, and so does a hoster's mailer in between. */
function isSomebodyElse({ host, tls }: Observation): boolean {
  const domain = host.toLowerCase().split('.').slice(-2).join('.');
  return (
    tls?.problems.includes('name-mismatch') === true &&
    !tls.names.some((name) => name.toLowerCase().endsWith(domain))
  );
}

function mailControls(state: ControlState, port: number, family?: 4 | 6): Proposal[] {
  const serving = state.references.filter((r) => r.kind === 'mail' && r.ports.includes(port));
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
  return [...large.slice(0, count), ...small.slice(0, 1)].map((r) => ({
    ...control(r, port, port === 465 ? 'tls' : 'none'),
    ...(family && { family }),
  }));
}

function startTlsControls(state: ControlState, family: 4 | 6 | undefined): Proposal[] {
  return state.references
    .filter((r) => r.kind === 'mail' && r.size === 'large' && r.ports.includes(587))
    .slice(0, largeOperators)
    .map((r) => ({ ...control(r, 587, 'starttls'), ...(family && { family }) }));
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
    reason: 'whether this network reaches the web, and whether its clock agrees',
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
    reason: `comparison: a server of ${reference.operator}`,
    control: reference.kind,
    operator: reference.operator,
    operatorSize: reference.size,
  };
}
