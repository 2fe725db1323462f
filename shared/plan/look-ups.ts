import { hasDnsAnswered, onlyFamilyOf } from '../ledger/known.ts';
import type { State } from '../ledger/state.ts';
import { answerMoments } from '../model/answer-moments.ts';
import type { DiscoveryEntry, NamedServer } from '../model/check.ts';
import { mutenessOf } from '../model/muteness.ts';
import { hasConnected } from '../model/observation.ts';
import { remembered } from '../model/remembered.ts';
import type { Move, NoteLookUp } from './moves.ts';

/** How often a host is looked up again whose known addresses lead nowhere; the second time only where packets get lost. */
const looksAgain = { steady: 1, lossy: 2 };

/** Where the domain is, and every server that was named. */
export function lookUpNames(s: State): Move[] {
  const { domain, server } = s.input;
  const hosts = serversIn(s.entries).map(({ host }) => host);
  if (domain !== undefined && server === undefined) hosts.unshift(domain);
  return [...new Set(hosts)].flatMap((host) => lookUp(s, host));
}

/** Looks a host up; once. `both`: the addresses of both families are wanted. */
export function lookUp({ lookups, lookingUp }: State, host: string, both = false): Move[] {
  return lookups.has(host) || lookingUp.has(host) ? [] : [{ do: 'look-up', host, both, again: false }];
}

/**
 * DNS may have lost one of its two answers about a host, and the addresses of the other family may be of no use on this computer. Where
 * those lead to nobody, the host is looked up again, thoroughly; and so is one whose question the line swallowed.
 */
export function lookUpAgain(s: State): Move[] {
  return [...hostsOfOneFamily(s), ...swallowedHosts(s)]
    .filter((host) => !s.lookingUp.has(host) && !isLookedUpEnough(s, host))
    .map((host) => ({ do: 'look-up', host, both: true, again: true }));
}

/** A question that the line swallowed is put once more, or is under way again: what DNS does is not known yet. */
export function isAnswerOpen(s: State): boolean {
  return swallowedHosts(s).some((host) => s.lookingUp.has(host) || !isLookedUpEnough(s, host));
}

/** A question is put for the last time so long before it is given up, in ms: only who was heard before that shows that it went out on a living line. */
const lastPutMs = 1_100;

/**
 * The user's hosts, where DNS said nothing of any name, and nobody else was heard when the question was put, all the times that it was, but
 * somebody since: the line was dead.
 */
function swallowedHosts(s: State): string[] {
  const unanswered = [...s.lookups].filter(([, { outcome }]) => outcome === 'no-answer');
  if (unanswered.length === 0 || hasDnsAnswered(s)) return [];
  const heardMs = s.standing.filter(hasConnected).flatMap(answerMoments);
  return unanswered
    .filter(([, { atMs, elapsedMs }]) => {
      const putUntilMs = atMs - (elapsedMs > 2 * lastPutMs ? lastPutMs : 0);
      const isHeardMeanwhile = heardMs.some((ms) => ms >= atMs - elapsedMs && ms < putUntilMs);
      return !isHeardMeanwhile && heardMs.some((ms) => ms >= putUntilMs);
    })
    .map(([host]) => host)
    .filter((host) => host !== s.madeUpName && !s.references.some((one) => one.host === host));
}

/**
 * Asked again, DNS said nothing of the other family's addresses either: that they do not exist is then not known. `isEnding`: they are not asked
 * for any more.
 */
export function noteUnheard(s: State, isEnding = false): Move[] {
  return hostsOfOneFamily(s)
    .filter((host) => isEnding || isLookedUpEnough(s, host))
    .filter((host) => s.lookups.get(host)?.unheard !== undefined)
    .flatMap((host) => {
      const endpoint = { protocol: 'smtp', host, port: 587, security: 'starttls' } as const;
      return noteLookUp(s, `half heard of ${host}`, { ...endpoint, role: 'outgoing', priority: 0 }, true);
    });
}

/** The user's hosts whose only known addresses are of a family over which nobody is reached, or they are not heard. */
function hostsOfOneFamily(s: State): string[] {
  const own = s.standing.filter(({ role }) => role === 'outgoing' || role === 'incoming');
  const isOutOfReach = (host: string): boolean => {
    const family = onlyFamilyOf(s, host);
    if (family === undefined) return false;
    const isReached = s.standing.some((o) => hasConnected(o) && (o.host === host || o.family === family));
    return !isReached || isMuteAndHalfKnown(s, host);
  };
  return [...new Set(own.map(({ host }) => host))].filter(isOutOfReach);
}

/** It lets in over the family that DNS told of and says nothing there, and of the other family DNS was not heard. */
function isMuteAndHalfKnown({ lookups, standing }: State, host: string): boolean {
  const letIn = standing.filter((o) => o.host === host && hasConnected(o) && o.outcome !== 'cancelled');
  const isHalfKnown = lookups.get(host)?.unheard !== undefined;
  return isHalfKnown && letIn.length > 0 && letIn.every((o) => mutenessOf(o) !== null);
}

function isLookedUpEnough({ lookedAgain, line }: State, host: string): boolean {
  return (lookedAgain.get(host) ?? 0) >= looksAgain[line.isLossy ? 'lossy' : 'steady'];
}

/** A usual name that does not exist is no news; one that was published or typed is. */
export function noteUnresolvable(s: State): Move[] {
  const named = serversIn(s.entries.filter(({ source }) => source !== 'guess'))
    .filter(({ host }) => s.lookups.get(host)?.addresses.length === 0)
    .toSorted((a, b) => Number(b.role === 'outgoing') - Number(a.role === 'outgoing'));
  return distinct(named.flatMap((server) => noteWithoutAddress(s, server)));
}

const serversIn = remembered(
  (entries: readonly DiscoveryEntry[]): readonly NamedServer[] =>
    entries.flatMap(({ servers }) => servers.filter(({ withheld }) => !withheld)),
  (entries) => [entries],
);

function noteWithoutAddress(s: State, { protocol, host, port, security, role }: NamedServer): NoteLookUp[] {
  const probe = { protocol, host, port, security, role, priority: 0 };
  return noteLookUp(s, `unresolvable ${host}`, probe);
}

/** What DNS said of a host, as an observation; once. `isUnheard`: that it did not say all. */
export function noteLookUp(
  { planned }: State,
  key: string,
  probe: NoteLookUp['probe'],
  isUnheard = false,
): NoteLookUp[] {
  return planned.has(key) ? [] : [{ do: 'note-look-up', key, probe, ...(isUnheard && { isUnheard }) }];
}

/** Of the moves about one host's name, one is enough. */
export function distinct(moves: readonly Move[]): Move[] {
  const names = new Set<string>();
  return moves.filter((move) => {
    if (move.do !== 'look-up' && move.do !== 'note-look-up') return true;
    const name = move.do === 'look-up' ? move.host : move.key;
    return !names.has(name) && names.add(name);
  });
}

/** A resolver that answers for a name nobody ever registered lies; one honest answer clears it. */
export function askMadeUpName(s: State): Move[] {
  const { madeUpName: host } = s;
  if (!s.lookups.has(host)) return lookUp(s, host);
  const endpoint = { protocol: 'tcp', host, port: 53, security: 'none' } as const;
  return noteLookUp(s, 'made-up name', {
    ...endpoint,
    role: 'reference',
    control: 'made-up-name',
    priority: 0,
  });
}

/** The domain is known, and not one host of it has an address. */
export function isNothingFound({ input, standing, planned }: State): boolean {
  const isOwn = standing.some(({ role }) => role === 'outgoing' || role === 'incoming');
  return input.domain !== undefined && !isOwn && !planned.has(`unresolvable ${input.domain}`);
}

/** The submission endpoint stands for a domain of which nothing but its name is known. */
export function noteNothingFound(s: State): Move[] {
  const host = s.input.domain ?? '';
  if (!s.lookups.has(host)) return lookUp(s, host);
  return noteWithoutAddress(s, { protocol: 'smtp', host, port: 587, security: 'starttls', role: 'outgoing' });
}
