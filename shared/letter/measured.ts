import { hasReached, type Observation } from '../model/observation.ts';
import { ownErrorWords } from '../model/own-error.ts';
import { type Attempt, isDoubted, isOutdated } from './attempts.ts';

/** What a letter lists: the person's own servers by how they ended, and those that were tried for comparison. */
export type Measured = {
  readonly own: readonly Attempt[];
  /** Failed, with a certificate in doubt, over TLS that is too old, or without the login that is wanted. */
  readonly failed: readonly Attempt[];
  readonly worked: readonly Attempt[];
  readonly elsewhere: readonly Attempt[];
};

/** How attempts are told apart by what a letter says of them. */
export function measuredIn(attempts: readonly Attempt[]): Measured {
  const own = attempts.filter(({ observation }) => observation.role !== 'reference');
  return {
    own,
    failed: own.filter(isFault),
    worked: own.filter((one) => !isFault(one)),
    elsewhere: attempts.filter(
      ({ observation }) => observation.role === 'reference' && observation.control !== 'nameless',
    ),
  };
}

function isFault({ observation: o, isMute }: Attempt): boolean {
  return o.outcome !== 'ok' || isMute || isDoubted(o) || isOutdated(o);
}

/**
 * Which of the failures a sentence is about. `made`: connected, and failed afterwards. `unmade`: at a port where no connection came about.
 * `rejected`: by the server's own words. `mute`: offered no login. `over-6`: over IPv6, where IPv4 works.
 */
export type Part =
  | 'all'
  | 'made'
  | 'unmade'
  | 'rejected'
  | 'doubted'
  | 'outdated'
  | 'encrypted'
  | 'mute'
  | 'over-6';

/** The failures that a sentence may name; empty where there are none of that kind. */
export function partOf({ own, failed, worked }: Measured, part: Part): readonly Attempt[] {
  switch (part) {
    case 'all':
      return failed;
    case 'made': {
      const made = failed.filter(({ observation }) => isMade(observation));
      const unmade = portsOf(own.filter((one) => !isMadeSomehow(one, own)));
      const only = made.filter(({ observation }) => !unmade.has(observation.port));
      return only.length > 0 ? only : made;
    }
    case 'unmade': {
      const made = portsOf(own.filter(({ observation }) => isMade(observation)));
      return failed.filter(({ observation }) => !made.has(observation.port));
    }
    case 'rejected':
      return failed.filter(({ observation }) => isRejected(observation));
    case 'doubted':
      return failed.filter(({ observation }) => isDoubted(observation));
    case 'outdated':
      return failed.filter(({ observation }) => isOutdated(observation) && !isDoubted(observation));
    case 'encrypted':
      return failed.filter(({ observation }) => observation.security !== 'none' && !isDoubted(observation));
    case 'mute':
      return failed.filter(({ isMute }) => isMute);
    case 'over-6': {
      const over4 = portsOf(worked.filter(({ observation }) => observation.family === 4));
      return failed.filter(({ observation }) => observation.family === 6 && over4.has(observation.port));
    }
  }
}

/** The TCP connection came about, whatever happened on it. */
export function isMade(o: Observation): boolean {
  return o.outcome === 'ok' || hasReached(o, 'tls');
}

/** Turned away in the server's own words. */
export function isRejected(o: Observation): boolean {
  return o.outcome === 'rejected' && ownErrorWords(o.error?.code ?? '') === null;
}

function isMadeSomehow({ observation: { host, port } }: Attempt, own: readonly Attempt[]): boolean {
  return own.some(({ observation: o }) => o.host === host && o.port === port && isMade(o));
}

function portsOf(attempts: readonly Attempt[]): ReadonlySet<number> {
  return new Set(attempts.map(({ observation }) => observation.port));
}

/** What is left for sending: `none` of the ways that were tried, only those without encryption or past a certificate in doubt, or others. */
export function sendingOf({ own }: Measured): 'none' | 'plain' | 'doubted' | 'other' {
  const outgoing = own.filter(({ observation }) => observation.role === 'outgoing');
  // Whoever cannot log in cannot send.
  const tried = outgoing.filter(({ isMute }) => !isMute).map(({ observation }) => observation);
  // Mail programs refuse what is too old.
  const works = tried.filter((o) => o.outcome === 'ok' && !isOutdated(o));
  if (works.some((o) => o.security !== 'none' && !isDoubted(o)) || outgoing.length === 0) return 'other';
  if (works.some(isDoubted)) return 'doubted';
  return works.length > 0 ? 'plain' : 'none';
}

/** Attempts at one endpoint that ended alike are one line of a letter, with how many they were and the last one's time. */
export type Repeated = { readonly first: Attempt; readonly count: number; readonly lastAt: string };

/** Attempts that ended alike, in the order of the first of each. */
export function repeated(attempts: readonly Attempt[]): readonly Repeated[] {
  const lines = new Map<string, Repeated>();
  for (const one of attempts) {
    const { host, port, security, address } = one.observation;
    const key = JSON.stringify([host, port, security, address, one.result]);
    const { first = one, count = 0 } = lines.get(key) ?? {};
    lines.set(key, { first, count: count + 1, lastAt: one.at });
  }
  return [...lines.values()];
}
