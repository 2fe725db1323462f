import type { CheckInput } from '../model/check.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { Family } from '../model/family.ts';
import { mutenessOf } from '../model/muteness.ts';
import { hasConnected, hasReached, type Observation, type Stage } from '../model/observation.ts';
import type { Reference } from '../model/references.ts';

/** `family`: of the address that is mute, or, where no connection is made, the only one tried. Without a stage, none is made. */
type Silent = Endpoint & { readonly family?: Family | undefined; readonly stage?: Stage };

export type ControlState = {
  readonly input: CheckInput;
  readonly references: readonly Reference[];
  readonly observations: readonly Observation[];
  /** The address family of a host that has addresses of one family only. */
  readonly onlyFamilyOf: (host: string) => Family | undefined;
  /** The user's endpoints that have been silent for suspiciously long. */
  readonly silent: readonly Silent[];
  /** No name of the user's could be looked up, so far. */
  readonly isLookupFailing: boolean;
  /** Every name that was guessed exists: either the provider is thorough, or DNS answers for any name. */
  readonly isEveryGuessFound: boolean;
  /** Since when nobody at all was heard while somebody is waited for, in ms since the start of the check; null when not. */
  readonly unheardSinceMs: number | null;
};

/** What strangers' answers could settle. */
export type Doubts = {
  /** Ports of the user's servers that fail before the protocol speaks, among those that controls serve. */
  readonly ports: readonly number[];
  /** The only address family of all servers that fail on a port, where there is one: a comparison over the other would prove nothing. */
  readonly onlyFamilyAt: (port: number) => Family | undefined;
  /** Address families over which `ports` fail, as far as known. */
  readonly families: readonly Family[];
  /** The same, of ports that connect over the other address family: the comparison has to be over the failing one. */
  readonly familyPorts: readonly { readonly port: number; readonly family: Family }[];
  /** Port 25 fails and the web does too: strangers may be out of reach altogether, which another port of theirs shows. */
  readonly isWorldInDoubt: boolean;
  readonly isIntercepted: boolean;
  /** A port that programs log in on lets in and then fails, or something is amiss with its encryption. */
  readonly isLaterOdd: boolean;
  /** The only address family of the servers of which that is so, where there is one. */
  readonly onlyFamilyLater: Family | undefined;
  readonly isUnreachable: boolean;
  /** DNS denies a stranger's name as well, one that exists: whether it knows any. */
  readonly isDirectoryInDoubt: boolean;
  readonly isAnything: boolean;
};

/** What of the user's own servers is in doubt, from what is known so far. */
export function doubtsOf(state: ControlState): Doubts {
  const own = state.observations.filter((o) => o.role === 'outgoing');
  const silent = state.silent.filter(({ protocol }) => protocol === 'smtp');
  const failing = failingPorts(state, own, silent);
  const { ports, familyPorts } = failing;
  const silentLater = silent.filter((one) => one.port !== 25 && !isBeforeFirstWord(one));
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
    familyPorts.length > 0 ||
    isIntercepted ||
    odd.length > 0 ||
    silentLater.length > 0 ||
    lookups.length > 0 ||
    isDnsSilent ||
    isRejected;
  return {
    ...failing,
    familyPorts: fewOverIpv6(familyPorts, state.observations),
    isWorldInDoubt: isPortalFailing && (ports.includes(25) || familyPorts.some(({ port }) => port === 25)),
    isIntercepted,
    isLaterOdd: odd.length > 0 || silentLater.length > 0,
    onlyFamilyLater: onlyOne([...odd, ...silentLater].map(({ host }) => state.onlyFamilyOf(host))),
    isUnreachable: isDnsSilent || isPortalFailing,
    isDirectoryInDoubt: lookups.some(
      ({ role, error }) => role === 'portal' && error?.code !== 'no-dns-answer',
    ),
    isAnything,
  };
}

/** Ports that fail, or seem to, before the protocol speaks; apart those that are a question of one address family. */
function failingPorts(
  { onlyFamilyOf }: ControlState,
  own: readonly Observation[],
  silent: readonly Silent[],
): Pick<Doubts, 'ports' | 'families' | 'onlyFamilyAt' | 'familyPorts'> {
  const families = new Set<Family>();
  const failingHosts = new Map<number, Set<string>>();
  const familyPorts = new Map<string, { port: number; family: Family }>();
  const doubt = (host: string, port: number, family: Family | null | undefined, isMute: boolean): void => {
    const isOpenOverOther = own.some(
      (o) => o.host === host && o.port === port && o.family !== family && hasConnected(o),
    );
    // Whoever connects over this family shows nothing of the other one.
    const isOfFamily = isOpenOverOther || (isMute && onlyFamilyOf(host) === undefined);
    if (family && isOfFamily) familyPorts.set(`${port} ${family}`, { port, family });
    else {
      failingHosts.set(port, (failingHosts.get(port) ?? new Set()).add(host));
      const failing = family ?? onlyFamilyOf(host);
      if (failing) families.add(failing);
    }
  };
  const isSpokenTo = own.some((o) => o.port !== 25 && o.greeting !== undefined);
  for (const one of silent) {
    // Servers often pause before they greet on 25, where strangers send; with other ports at work nothing depends on it.
    const isPause = one.port === 25 && one.stage === 'greeting' && isSpokenTo;
    if (isBeforeFirstWord(one) && !isPause) doubt(one.host, one.port, one.family, one.stage !== 'connect');
  }
  for (const o of own) if (failedEarly(o)) doubt(o.host, o.port, o.family, mutenessOf(o) !== null);
  return {
    ports: [...failingHosts.keys()],
    families: [...families],
    onlyFamilyAt: (port) => onlyOne([...(failingHosts.get(port) ?? [])].map(onlyFamilyOf)),
    familyPorts: [...familyPorts.values()],
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
function fewOverIpv6<T extends { readonly port: number; readonly family: Family }>(
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
