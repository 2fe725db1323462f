import type { Cause } from '../model/explanation.ts';

/** What stands on the way from a person's computer, which the message had left when one server told another no. */
const ofPerson: ReadonlySet<Cause> = new Set<Cause>([
  'port-25-blocked',
  'submission-blocked',
  'mail-ports-blocked',
  'mail-allow-list',
  'hoster-blocks-smtp',
  'local-firewall',
  'antivirus',
  'vpn',
  'tls-blocked',
  'wrong-port',
  'offline',
]);

/** How Postfix says what another server answered. */
const toldByServer = /\bhost \S{1,255} said: /;

/** Whether a text is a server's word about another one. */
export function isBetweenServers(text: string): boolean {
  return toldByServer.test(text);
}

/**
 * Causes as they are of a message that a server had already taken: nothing of the person's own network is in question. A server that passes
 * nothing on is mostly one that knows nothing of the recipient's domain; a login is missing only where a server sends through another one.
 */
export function causesBetweenServers(causes: readonly Cause[]): readonly Cause[] {
  const near = causes.filter((cause) => !ofPerson.has(cause));
  if (near.length === 0) return causes;
  if (!near.includes('relay-denied') || !near.includes('auth-needed')) return near;
  return [...near.filter((cause) => cause !== 'auth-needed'), 'auth-needed'];
}

/** The same of a message that came back: its login worked. */
export function causesInBounce(causes: readonly Cause[]): readonly Cause[] {
  const near = causesBetweenServers(causes).filter((cause) => cause !== 'auth-needed');
  return near.length === 0 ? causes : near;
}
