import type { CheckInput, DiscoveryEntry, Server } from '../model/check.ts';
import { type Endpoint, isSameEndpoint, isSubmissionPort } from '../model/endpoint.ts';
import type { Family } from '../model/family.ts';
import { mayBeOfCutLine } from '../model/line-cut.ts';
import { mutenessOf, provenMuteness } from '../model/muteness.ts';
import { hasConnected, type Observation, type Role } from '../model/observation.ts';
import { isAddressMute, quickestGreetingMs } from './muteness.ts';

type State = {
  readonly input: Pick<CheckInput, 'server' | 'current'>;
  readonly entries: readonly DiscoveryEntry[];
  /** DNS said something, be it that a name does not exist. */
  readonly hasDnsAnswered: boolean;
  /** Those that still prove something. */
  readonly observations: readonly Observation[];
};

/** Addresses that are reached by number: so many of them have to be silent. */
const byNumberWhenOffline = 2;

/**
 * Whether it is proven that no name server answers, or that nobody does; either ends a check (contract, section 6). Questions were put
 * several times in vain and none was answered; addresses by number are reached, or all of them were waited for in vain. A server given by
 * its number needs no names, so with one the check goes on. Pure.
 */
export function isNobodyNamed({ input, entries, hasDnsAnswered, observations }: State): boolean {
  const isByNumber = [input.server, input.current?.host].some((host) => host !== undefined && isNumber(host));
  const isUnanswered = entries.some(({ source, outcome }) => source === 'mx' && outcome === 'no-answer');
  const isNameUnanswered = observations.some((o) => o.error?.code === 'no-dns-answer');
  if (hasDnsAnswered || isByNumber || !(isUnanswered || isNameUnanswered)) return false;
  const byNumber = observations.filter((o) => o.control === 'well-known-address');
  if (byNumber.some(hasConnected)) return true;
  const isAnybodyHeard = observations.some((o) => hasConnected(o) || o.outcome === 'refused');
  return !isAnybodyHeard && byNumber.filter((o) => o.outcome !== 'cancelled').length >= byNumberWhenOffline;
}

type Reach = {
  readonly nowMs: number;
  /** When what happened to this computer last was over; 0 where nothing did. */
  readonly sinceMs: number;
  /** Those that still prove something. */
  readonly observations: readonly Observation[];
  /** Of the user's own servers one may still answer. */
  readonly isAnyPromising: boolean;
  /** Somebody has taken a connection, and is waited for. */
  readonly isAnyConnected: boolean;
  /** Over which address families the user's servers for sending have addresses. */
  readonly families: ReadonlySet<Family>;
};

/**
 * A line that is dead for this long after the names were found is not waited for any longer, in ms: `told` where somebody near by says that
 * there is no way, to the user's server and to a stranger, and not the silence alone.
 */
export const nobodyReachedMs = { silent: 9_000, told: 4_500 };

/** The connectivity check, and so many operators' servers, have to be tried in vain. */
const operatorsWhenNobody = 2;

/**
 * Whether names are found and yet nobody at all is reached, neither the user's servers nor strangers: more attempts would only be more of the
 * same, and a check that finds nothing is to end within 12 s (contract, section 6). Pure.
 */
export function isNobodyReached(reach: Reach): boolean {
  const { nowMs, sinceMs, observations, isAnyPromising, isAnyConnected, families } = reach;
  const tried = observations.filter((o) => o.stage !== 'dns' && o.outcome !== 'cancelled');
  // A computer without IPv6 says so at once, which is no word on IPv4.
  const isTold = families.size > 0 && [...families].every((family) => isToldOver(family, tried));
  // What was seen before the network changed stands no more; "no way" may be what a change says of itself.
  const triedMs = nowMs - Math.max(sinceMs, Math.min(nowMs, ...tried.map(({ startedMs }) => startedMs)));
  const isWaited = nowMs - sinceMs >= nobodyReachedMs.silent || (isTold && triedMs >= nobodyReachedMs.told);
  if (!isWaited || isAnyPromising || isAnyConnected) return false;
  if (tried.some((o) => hasConnected(o) || o.outcome === 'refused')) return false;
  const operators = new Set(tried.filter(({ role }) => role === 'reference').map(({ operator }) => operator));
  const isTried = (role: Observation['role']): boolean => tried.some((o) => o.role === role);
  return isTried('outgoing') && isTried('portal') && operators.size >= operatorsWhenNobody;
}

/** That there is no way over this family, to the user's server and to a stranger. */
function isToldOver(family: Family, tried: readonly Observation[]): boolean {
  const roles = tried.flatMap((o) => (o.outcome === 'unreachable' && o.family === family ? [o.role] : []));
  return roles.includes('outgoing') && roles.some((role) => role === 'reference' || role === 'portal');
}

type Slowness = {
  readonly nowMs: number;
  /** Those that still prove something. */
  readonly observations: readonly Observation[];
  /** A setting for sending that works. */
  readonly usable: Server | null;
  readonly current: CheckInput['current'];
  /** Probes that wait or speak. */
  readonly left: readonly (Endpoint & { readonly role: Role; readonly isConnected: boolean })[];
};

/** So long a check may wait before it is asked what for, in ms; from when on a greeting or the answer to EHLO is late. */
const waitedMs = 12_000;
const lateMs = 5_000;

/**
 * Whether a setting for sending works, and what is still waited for are only further answers of the same server, which is known to be slow: they
 * would say once more that it is. The port that the mail program uses today is waited for. Pure.
 */
export function isOnlySlownessLeft({ nowMs, observations, usable, current, left }: Slowness): boolean {
  if (nowMs < waitedMs || usable === null || !isSubmissionPort(usable.port) || left.length === 0)
    return false;
  const isLate = ({ timings }: Observation): boolean =>
    (timings.greeting ?? 0) > lateMs || (timings.ehlo ?? 0) > lateMs;
  const isKnownSlow = observations.some((o) => isSameEndpoint(o, usable) && o.outcome === 'ok' && isLate(o));
  const isMoot = (probe: Slowness['left'][number]): boolean =>
    probe.role === 'outgoing' &&
    probe.host === usable.host &&
    probe.isConnected &&
    !(probe.host === current?.host && probe.port === current.port);
  return isKnownSlow && left.every(isMoot);
}

type Muteness = {
  readonly nowMs: number;
  /** Those that still prove something. */
  readonly observations: readonly Observation[];
  readonly usable: Server | null;
  /** One of the user's servers is saying something. */
  readonly isSpeaking: boolean;
};

/** So long the ports for sending are waited for where nothing else of the server says a word either, in ms since the check began. */
const muteMs = 10_000;
/** The same while all of it may be a cut line's doing. */
const mutePerhapsMs = 11_500;
/**
 * So long a server is waited for of which no port said a word, where nobody was heard often enough to prove that it is not the line's doing, in
 * ms: each further port takes as long again and proves as little.
 */
const muteUnprovenMs = 40_000;
/** From when on two other ports are asked, one after the other, in ms; each may take as long to greet as strangers do here. */
const others = { fromMs: 6_000, count: 2 };

/**
 * Whether nothing works, nothing at all was said at any of the user's addresses for sending, on both ports for it, for so long that only
 * somebody who answers nobody is silent, and strangers were compared on one of these ports: what is left would only be silent as well, and
 * a check that finds nothing is to end within 12 s (contract, section 6). Where the line lets nothing be proven, it ends later. Pure.
 */
export function isOnlySilenceLeft({ nowMs, observations, usable, isSpeaking }: Muteness): boolean {
  if (usable !== null || isSpeaking) return false;
  const othersMs = others.fromMs + others.count * quickestGreetingMs(null, observations);
  if (nowMs < Math.max(muteMs, othersMs)) return false;
  const connected = observations.filter((o) => hasConnected(o) && o.outcome !== 'cancelled');
  const own = connected.filter(({ role }) => role === 'outgoing');
  const isAsked = (port: number): boolean => own.some((o) => o.port === port);
  const isAllMute = connected.every((o) => !isOwn(o) || mutenessOf(o) === 'mute');
  if (nowMs >= muteUnprovenMs && isAsked(587) && isAsked(465) && isAllMute) return true;
  const isMute = (port: number, family: Family): boolean =>
    own.some((o) => o.port === port && o.family === family && provenMuteness(o, observations) === 'mute');
  const operatorsOn = (port: number, family: Family): number =>
    new Set(
      connected.flatMap((o) =>
        o.control === 'mail' && o.port === port && o.family === family ? [o.operator] : [],
      ),
    ).size;
  const isCompared = (family: Family): boolean =>
    isMute(587, family) &&
    isMute(465, family) &&
    Math.max(operatorsOn(587, family), operatorsOn(465, family)) >= operatorsWhenNobody;
  // What a line that was cut may have ended proves nothing: another port that falls silent at another time does.
  const isDoubtful = nowMs < mutePerhapsMs && own.every((o) => mayBeOfCutLine(o, observations));
  return (
    !isDoubtful &&
    ([4, 6] as const).some(isCompared) &&
    own.every(({ address }) => address !== null && isAddressMute(address, observations))
  );
}

function isOwn({ role }: Observation): boolean {
  return role === 'outgoing' || role === 'incoming';
}

function isNumber(host: string): boolean {
  return host.includes(':') || /^[\d.]+$/.test(host);
}
