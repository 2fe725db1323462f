import type { Observation } from '../model/observation.ts';

/** Second-level labels under which countries register names, such as `co.uk`. */
const sharedSecondLevel = new Set(['ac', 'co', 'com', 'edu', 'gov', 'gv', 'ne', 'net', 'or', 'org']);

/** The host name that a greeting begins with (RFC 5321 section 4.2), lower case; null when it gives none. */
export function greetingName(o: Observation): string | null {
  const first = (o.greeting ?? '').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
  return isHostName(first) ? first : null;
}

/** All names under which a server introduced itself: greeting and EHLO reply. */
export function introducedAs(o: Observation): string[] {
  const names = [greetingName(o), o.serverName?.toLowerCase() ?? null];
  return names.filter((name): name is string => name !== null && isHostName(name));
}

/**
 * The part of a name that one party owns, by rule of thumb: the last two labels, or three below `co.uk` and the like. Used only to
 * call names related, so erring towards "related" is the safe side.
 */
export function ownedPart(host: string): string {
  const labels = host.toLowerCase().replace(/^\*\./, '').replace(/\.$/, '').split('.');
  const [country = '', second = ''] = labels.toReversed();
  const count = country.length === 2 && sharedSecondLevel.has(second) ? 3 : 2;
  return labels.slice(-count).join('.');
}

function isHostName(word: string): boolean {
  return /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/.test(word) && word.includes('.') && /[a-z]/.test(word);
}
