import type { Cause } from '../model/explanation.ts';
import { isThisComputer } from '../model/this-computer.ts';
import { emptyAnswer, placeOf } from '../parse/ip-range.ts';
import type { Place } from './place.ts';

/** What stands between two computers. */
const onTheWay: ReadonlySet<Cause> = new Set<Cause>([
  'port-25-blocked',
  'submission-blocked',
  'mail-ports-blocked',
  'mail-allow-list',
  'hoster-blocks-smtp',
  'vpn',
]);

/**
 * A port that is named decides between the blocks: what is blocked at 25 says nothing of 587. Nothing is blocked on the way to the computer
 * itself: there a program asks for a server that is not the one its person entered, or not running.
 */
export function causesAt(causes: readonly Cause[], { host, port }: Place): readonly Cause[] {
  if (host !== undefined && isHere(host) && causes.some((cause) => onTheWay.has(cause))) {
    const here = causes.filter((cause) => !onTheWay.has(cause) && cause !== 'server-name-wrong');
    return ['server-name-wrong', ...here];
  }
  if (host !== undefined && placeOf(host) === 'network') return inOwnNetwork(causes);
  const blocks: readonly Cause[] = ['port-25-blocked', 'submission-blocked'];
  if (port === undefined || !causes.some((cause) => blocks.includes(cause))) return causes;
  if (port === 25) return moved(causes, 'port-25-blocked', 'submission-blocked');
  if (port === 465 || port === 587) return moved(causes, 'submission-blocked', 'port-25-blocked');
  return causes;
}

/**
 * At an address that a home, a company or a container's network gives out, no provider has a say: the server is not running there, or the
 * network it belongs to is another one, which a VPN may lead to.
 */
function inOwnNetwork(causes: readonly Cause[]): readonly Cause[] {
  if (!causes.some((cause) => onTheWay.has(cause))) return causes;
  const near = causes.filter((cause) => !onTheWay.has(cause) && cause !== 'private-address');
  const down: readonly Cause[] = near.includes('server-down') ? [] : ['server-down'];
  const isAnswered = near[0] === 'wrong-port';
  return isAnswered ? [...near, ...down] : ['private-address', ...down, ...near];
}

/** This computer by name, or by an address of its own in any spelling. */
function isHere(host: string): boolean {
  return isThisComputer(host) || emptyAnswer(host) === 'asker';
}

/** `away` is left out, and `here` stands where the first of the two stood. */
function moved(causes: readonly Cause[], here: Cause, away: Cause): readonly Cause[] {
  const first = causes.findIndex((cause) => cause === here || cause === away);
  const others = causes.filter((cause) => cause !== here && cause !== away);
  return [...others.slice(0, first), here, ...others.slice(first)];
}
