import type { IpAddress } from '../ledger/facts.ts';
import { familyOf } from '../ledger/families.ts';
import { type Endpoint, isSameEndpoint, sendingPorts } from '../model/endpoint.ts';
import type { Family } from '../model/family.ts';
import { hasConnected, type Observation, type Role } from '../model/observation.ts';
import { saidByOthers } from '../model/said-by-others.ts';
import { objectionIn } from '../parse/smtp-objections.ts';
import { type Proposal, repeated } from './own-servers.ts';

/** Ports that are tried over both address families: a network may block one of them over IPv4 only. */
const portsPerFamily = [587, 25];

/** Of a name's further addresses so many are tried where the first connects and then fails. */
const furtherAddresses = 3;

/** A probe that is connected to the server at this address, and hears nothing for suspiciously long. */
export type Mute = Endpoint & { readonly role: Role; readonly at: string };

/**
 * One family won the race, so nothing is known of the other: programs that begin with it may fail. Where submission fails over IPv4
 * too, every port is tried over it, because how much is blocked is then the question; where it works, 25 alone is.
 */
export function tryTheOtherFamily(
  o: Observation,
  own: readonly Observation[],
  families: readonly Family[],
  mute: readonly Mute[],
): Proposal[] {
  // One that came second in a race leaves the word to the winner, whose dialogue is still going on.
  if (o.outcome === 'cancelled' || !hasConnected(o)) return [];
  if (o.role === 'incoming') return families.includes(4) ? tryReceivingOverIpv4(o, own) : [];
  // Tried at each of its addresses, those of the other family included.
  if (isWorthAnotherAddress(o)) return [];
  const ofHost = own.filter((other) => other.host === o.host && other.role === 'outgoing');
  const isSubmissionOpen = ofHost.some((other) => other.port === 587 && hasConnected(other));
  const isStuck = (family: Family): boolean =>
    ofHost.some(
      (other) => other.family === family && isUnanswered(other) && (other.port !== 25 || !isSubmissionOpen),
    );
  return families
    .filter((family) => portsPerFamily.includes(o.port) || (family === 4 && isStuck(family)))
    .filter((family) => !own.some((other) => isTold(other, o) && other.family === family))
    .filter((family) => !mute.some((one) => isSameEndpoint(one, o) && familyOf(one.at) === family))
    .map((family) => ({ ...repeated(o, 1), family }));
}

/** Whether all mail is stopped over IPv4, or sending alone: where no port for sending is let out over it, one for receiving tells. */
function tryReceivingOverIpv4(o: Observation, own: readonly Observation[]): Proposal[] {
  const overIpv4 = own.filter(({ family, outcome }) => family === 4 && outcome !== 'cancelled');
  const sending = overIpv4.filter(({ role, port }) => role === 'outgoing' && sendingPorts.includes(port));
  const isShut = new Set(sending.map(({ port }) => port)).size > 1 && sending.every(isUnanswered);
  const isFirst = own.find((other) => other.role === 'incoming' && hasConnected(other)) === o;
  const isKnown = overIpv4.some(({ role }) => role === 'incoming');
  return isShut && isFirst && !isKnown ? [{ ...repeated(o, 1), family: 4 }] : [];
}

/** It connected at one address and then failed, or proves nothing of who it is there: of this name's other addresses that says nothing. */
export function isWorthAnotherAddress(o: Observation): boolean {
  if (!hasConnected(o) || o.outcome === 'cancelled') return false;
  if (o.outcome === 'ok') return o.tls !== undefined && !o.tls.trusted && !isForAnotherName(o);
  if (o.outcome === 'rejected') return isTurnedAway(o);
  return o.outcome === 'timeout' || o.outcome === 'reset' || o.outcome === 'closed';
}

/** Before any dialogue, and for no fault of this computer: another address may be at work (RFC 5321 section 5.1). */
function isTurnedAway(o: Observation): boolean {
  const { stage, error, greeting = '' } = o;
  const objection = objectionIn(error?.code ?? '', `${saidByOthers(o)} ${greeting}`);
  return (stage === 'greeting' || stage === 'ehlo') && (objection === 'other' || objection === 'later');
}

/** The same at the name's other addresses, those of the other family first, where nothing is known or under way yet. */
export function tryOtherAddresses(
  one: Mute,
  own: readonly Observation[],
  addresses: readonly IpAddress[],
  mute: readonly Mute[],
): Proposal[] {
  const isTried = (ipAddress: string): boolean =>
    ipAddress === one.at ||
    mute.some((other) => isSameEndpoint(other, one) && other.at === ipAddress) ||
    own.some(
      (o) =>
        isSameEndpoint(o, one) && o.address === ipAddress && (o.outcome !== 'cancelled' || !hasConnected(o)),
    );
  return addresses
    .toSorted((a, b) => Number(a.family === familyOf(one.at)) - Number(b.family === familyOf(one.at)))
    .slice(0, furtherAddresses + 1)
    .filter(({ ipAddress }) => !isTried(ipAddress))
    .map(({ ipAddress, family }) => ({ ...repeated(one, 1), address: ipAddress, family }));
}

/** Addresses of the other kind, which no race could try because they were not known yet. */
export function tryWhatWasFoundLater(
  o: Observation,
  own: readonly Observation[],
  families: readonly Family[],
): Proposal[] {
  if (!isUnanswered(o)) return [];
  return families
    .filter((family) => !own.some((other) => isSameEndpoint(other, o) && other.family === family))
    .map((family) => ({ ...repeated(o, 1), family }));
}

/** The loser of a race tells that its family connects, which is enough only where the winner came to its end. */
function isTold(other: Observation, winner: Observation): boolean {
  const isHeard = winner.outcome === 'ok' || winner.outcome === 'rejected' || other.outcome !== 'cancelled';
  return isSameEndpoint(other, winner) && isHeard;
}

function isUnanswered(o: Observation): boolean {
  return o.stage === 'connect' && !hasConnected(o) && o.outcome !== 'cancelled';
}

/** It showed a certificate that is for other names. */
export function isForAnotherName(o: Observation): boolean {
  return o.tls?.problems.includes('name-mismatch') ?? false;
}
