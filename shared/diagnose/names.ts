import { isAnswerOfDns } from '../model/claims.ts';
import type { Observation } from '../model/observation.ts';
import { isLeftOut, placeOf } from '../parse/ip-range.ts';
import type { Facts } from './facts.ts';

/** A host given as an address needs no DNS. */
function isAddress(host: string): boolean {
  return host.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(host) || isLeftOut(host);
}

/** Whether DNS answered anything: an address, or that a name does not exist. */
export function hasDnsAnswered(facts: Facts): boolean {
  return dnsAnswers(facts).length > 0 || facts.evidence.discovery.some(isAnswerOfDns);
}

/** The observations that show a DNS server at work. */
export function dnsAnswers(facts: Facts): Observation[] {
  return facts.all.filter((o) => isDenied(o) || (o.address !== null && !isAddress(o.host)));
}

/** Ends of names that only a network of one's own knows: RFC 6762 (`.local` and its appendix G), RFC 8375, and ICANN's `.internal`. */
const innerNames = /\.(?:local|localdomain|lan|home|internal|intranet|private|corp|home\.arpa)$/;

/** Whether the internet's directory cannot know such a name: one word alone, or an end that is used inside networks only. */
export function isInnerName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return !isAddress(name) && (!name.includes('.') || innerNames.test(name));
}

/** Lookups that no DNS server answered. */
export function unansweredLookups(facts: Facts): Observation[] {
  return facts.all.filter((o) => o.outcome === 'dns-error' && o.error?.code === 'no-dns-answer');
}

/** DNS said that the name does not exist, or that it has no address. */
export function isDenied({ outcome, error }: Observation): boolean {
  return outcome === 'dns-error' && (error?.code === 'no-name' || error?.code === 'no-data');
}

/** Sources that find something only where DNS knows a name. */
const dnsSources: ReadonlySet<string> = new Set(['mx', 'srv', 'guess']);

/** Names of strangers that exist, and that DNS denies. */
export function deniedStrangers({ portal, controls }: Facts): Observation[] {
  return [...portal, ...controls].filter(isDenied);
}

/**
 * The same where DNS has found none of the user's names and denies most of the strangers': then the directory is at fault, and its word on
 * the user's own name is worth nothing. One name alone may be hidden by a filter.
 */
export function wronglyDenied(facts: Facts): Observation[] {
  const answers = dnsAnswers(facts).filter((o) => o.outcome !== 'dns-error');
  const isOwnFound =
    answers.some(({ role }) => role === 'outgoing' || role === 'incoming') ||
    facts.evidence.discovery.some(({ source, outcome }) => dnsSources.has(source) && outcome === 'found');
  if (isOwnFound) return [];
  const denied = deniedStrangers(facts);
  const found = namesOf(answers);
  return found.size === 0 || namesOf(denied).size > Math.max(1, found.size) ? denied : [];
}

function namesOf(observations: readonly Observation[]): Set<string> {
  return new Set(observations.map(({ host }) => host));
}

/** A made-up name that DNS claims to know. */
export function inventedAnswers(facts: Facts): Observation[] {
  return facts.all.filter((o) => o.control === 'made-up-name' && o.outcome === 'ok' && o.address !== null);
}

/** Addresses that no public name should lead to: RFC 1918, RFC 6598, RFC 4193. Loopback is left out: the practice network lives there. */
export function isPrivate(address: string): boolean {
  return placeOf(address) === 'network';
}
