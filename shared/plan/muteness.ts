import { familyOf } from '../ledger/families.ts';
import type { Family } from '../model/family.ts';
import { isSilenceProven, isStuckInTls, mutenessOf, provenMuteness } from '../model/muteness.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { isNoStranger } from '../model/references.ts';

/** Contract: nothing is concluded of a network from fewer operators. */
const operatorsNeeded = 2;

/** Where somebody is being waited for. */
type Place = Pick<Observation, 'role' | 'protocol' | 'host' | 'port'> & { readonly address: string };

/**
 * Whether it is known already why the server at this address of the user's says nothing: another address of the same name speaks on that very
 * port, or strangers of several operators are as mute there over the same address family and none of them speaks, or the whole network is mute.
 */
export function isMutenessExplained(place: Place, seen: readonly Observation[]): boolean {
  if (place.role !== 'outgoing' && place.role !== 'incoming') return false;
  return (
    isSpeakingElsewhere(place, seen) ||
    areStrangersMute(place, seen) ||
    isNetworkMute(familyOf(place.address), seen)
  );
}

/** Whether another address of the same name speaks on that very port. */
export function isSpeakingElsewhere(
  { host, port, address }: Pick<Observation, 'host' | 'port' | 'address'>,
  seen: readonly Observation[],
): boolean {
  return seen.some(
    (o) =>
      o.host === host &&
      o.port === port &&
      o.address !== address &&
      (o.outcome === 'ok' || (o.security !== 'tls' && o.greeting !== undefined)),
  );
}

/** Strangers have to be mute on each of them before it is the network, whatever the port. */
const strangersPorts = [25, 465, 587];

/**
 * Whether it is the network over this family that lets connections through and no word: strangers of several operators are provably mute on
 * every port on which they are asked, and no mail server, the user's included, has said anything over it.
 */
export function isNetworkMute(family: Family, seen: readonly Observation[]): boolean {
  const mail = seen.filter(
    (o) =>
      o.family === family &&
      (o.role === 'reference' ? o.control === 'mail' : o.role !== 'portal' && o.protocol !== 'tcp') &&
      hasConnected(o) &&
      o.outcome !== 'cancelled',
  );
  if (mail.some((o) => mutenessOf(o) === null)) return false;
  const mute = mail.filter((o) => o.role === 'reference' && provenMuteness(o, seen) === 'mute');
  const operatorsOn = (port: number): number =>
    new Set(mute.filter((o) => o.port === port).map(({ operator }) => operator)).size;
  return strangersPorts.every((port) => operatorsOn(port) >= operatorsNeeded);
}

/**
 * How long the quickest stranger over this family takes to greet, in ms, its way included; 0 while none has. Where something on the way holds
 * first words back, no other server's comes sooner.
 */
export function quickestGreetingMs(family: Family | null, seen: readonly Observation[]): number {
  const greeted = seen.filter(
    (o) => o.control === 'mail' && o.greeting !== undefined && (family === null || o.family === family),
  );
  return greeted.length === 0 ? 0 : Math.min(...greeted.map(({ timings }) => timings.greeting ?? 0));
}

/** Whether the network is mute in that way over each family over which the user's servers take connections: no other host would say more. */
export function isEverybodyMute(seen: readonly Observation[]): boolean {
  const connected = seen.filter((o) => o.role === 'outgoing' && hasConnected(o));
  const families = [...new Set(connected.map(({ family }) => family))];
  return families.length > 0 && families.every((family) => family !== null && isNetworkMute(family, seen));
}

function areStrangersMute({ host, port, address }: Place, seen: readonly Observation[]): boolean {
  const family = familyOf(address);
  const strangers = seen.filter(
    (o) =>
      o.role === 'reference' &&
      o.control === 'mail' &&
      o.port === port &&
      !isNoStranger(o, [host]) &&
      o.family === family &&
      hasConnected(o) &&
      o.outcome !== 'cancelled',
  );
  const mute = strangers.filter((o) => provenMuteness(o, seen) !== null || isStuckInTls(o, seen));
  return mute.length === strangers.length && new Set(mute.map((o) => o.operator)).size >= operatorsNeeded;
}

/**
 * Whether it is known already why the server at this address says nothing more after its greeting: on that very port strangers of several
 * operators greet over the same family as well, and not one of them answers EHLO.
 */
export function isHelloExplained(
  { role, host, port, address }: Place,
  seen: readonly Observation[],
): boolean {
  if (role !== 'outgoing' && role !== 'incoming') return false;
  const family = familyOf(address);
  const asked = seen.filter(
    (o) =>
      o.control === 'mail' &&
      o.port === port &&
      o.family === family &&
      o.security !== 'none' &&
      !isNoStranger(o, [host]) &&
      hasConnected(o) &&
      o.outcome !== 'cancelled',
  );
  const silent = asked.filter(
    (o) => o.stage === 'ehlo' && o.outcome === 'timeout' && isSilenceProven(o, seen),
  );
  return silent.length === asked.length && new Set(silent.map((o) => o.operator)).size >= operatorsNeeded;
}

/**
 * Whether encryption provably begins nowhere over this family, on whatever port: it falls silent as it begins at strangers of several
 * operators, and nobody's certificate arrived.
 */
export function isEncryptionStuck(family: Family, seen: readonly Observation[]): boolean {
  const overFamily = seen.filter((o) => o.family === family);
  if (overFamily.some(({ tls }) => tls)) return false;
  const strangers = overFamily.filter(({ control, stage }) => control === 'mail' && stage === 'tls');
  const stuck = strangers.filter((o) => isStuckInTls(o, seen) || provenMuteness(o, seen) === 'mute');
  return new Set(stuck.map(({ operator }) => operator)).size >= operatorsNeeded;
}

/**
 * Whether encryption provably does not begin at this address of the user's, though it was asked for in clear and agreed to: whatever else is
 * asked there begins with as long an answer.
 */
export function isAddressStuck(address: string, seen: readonly Observation[]): boolean {
  const own = seen.filter((o) => o.address === address && (o.role === 'outgoing' || o.role === 'incoming'));
  return own.every(({ tls }) => tls === undefined) && own.some((o) => isStuckInTls(o, seen));
}

/** Whether a stranger's certificate arrived over this family. */
export function isEncryptionSeen(family: Family, seen: readonly Observation[]): boolean {
  return seen.some((o) => o.control === 'mail' && o.family === family && o.tls !== undefined);
}

/** On so many ports of an address nothing was said before it counts as mute altogether. */
const mutePorts = 2;

/**
 * Whether nothing at all was ever said at this address of the user's, though several of its ports take connections and were waited for. What
 * listens there for the sake of it says no more on the next port.
 */
export function isAddressMute(address: string, seen: readonly Observation[]): boolean {
  return mutePortsAt(address, seen).length >= mutePorts;
}

/**
 * The same of an address of which one port was waited for: at the ports for sending, too, connections were made, and hear nothing so far. Other
 * ports are waited for in the hope of a sign of life alone. `still`: connections that go on hearing nothing.
 */
export function isAddressMuteSoFar(
  address: string,
  seen: readonly Observation[],
  still: readonly (Pick<Observation, 'port'> & { readonly at: string })[],
): boolean {
  const over = mutePortsAt(address, seen);
  const underWay = still.filter(({ at }) => at === address).map(({ port }) => port);
  return over.length > 0 && new Set([...over, ...underWay]).size > mutePorts;
}

/** Ports at which provably nothing was said; none where anything was, on whatever port. */
function mutePortsAt(address: string, seen: readonly Observation[]): number[] {
  const connected = seen.filter(
    (o) =>
      o.address === address &&
      (o.role === 'outgoing' || o.role === 'incoming') &&
      hasConnected(o) &&
      o.outcome !== 'cancelled',
  );
  if (connected.some((o) => mutenessOf(o) === null)) return [];
  const mute = connected.filter((o) => provenMuteness(o, seen) === 'mute');
  return [...new Set(mute.map(({ port }) => port))];
}

/** Whether a plain greeting was waited for in vain on this very port. */
export function isGreetingMissing(
  { host, port }: Pick<Place, 'host' | 'port'>,
  seen: readonly Observation[],
): boolean {
  return seen.some((o) => o.host === host && o.port === port && o.error?.code === 'no-greeting');
}
