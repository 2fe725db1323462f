import type { CurrentSettings } from '../model/check.ts';
import { isCutInTls } from '../model/cut-in-tls.ts';
import { type Endpoint, isSameEndpoint } from '../model/endpoint.ts';
import { hasConnected, type Observation, type Role } from '../model/observation.ts';
import { type LineManners, nextAskOf } from './asking-again.ts';
import { askWithoutName } from './cut-by-name.ts';
import { isMutenessExplained } from './muteness.ts';
import { type Proposal, proposalKey } from './plan.ts';

/** STARTTLS is called stripped only after this many separate asks: big providers leave it out now and then. */
const asksBeforeStripped = 3;

/** A busy server is asked once more after everything else: our own connections may have made it busy. */
const asksWhenBusy = 2;

/** A doubt about the whole server is settled on the first of these ports that shows it; asking on all would be a nuisance. */
const tellingPorts = [587, 465, 2525, 25, 26, 993, 143, 995, 110];

/** Names from a certificate that are tried as hosts. */
const namesToTry = 2;

/** Ports that are tried over both address families: a network may block one of them over IPv4 only. */
const portsPerFamily = [587, 25];

/** Of a name's further addresses so many are tried where the first connects and then fails. */
const furtherAddresses = 3;

type IpAddress = { readonly ipAddress: string; readonly family: 4 | 6 };
type Mute = Endpoint & { readonly role: Role; readonly at: string };

/** What the follow-ups have to know besides the observations. */
export type Surroundings = {
  /** The other known names of a host's computer. */
  readonly aliasesOf: (host: string) => readonly string[];
  /** Where a host is. */
  readonly addressesOf: (host: string) => readonly IpAddress[];
  /** Probes that are connected, and hear nothing for suspiciously long from the server at this address. */
  readonly mute: readonly Mute[];
  /** Those of which DNS told only when it was asked once more. */
  readonly familiesFoundLater: (host: string) => readonly (4 | 6)[];
  /** Strangers' servers are asked for comparison. */
  readonly isCompared: boolean;
  /** What the mail program uses today. */
  readonly current?: CurrentSettings | undefined;
  readonly line: LineManners;
};

/**
 * What the user's own servers must be asked again, or differently, before a conclusion is fair. Each follow-up starts
 * after the probe that raised the doubt has ended, so there is still one connection at a time to a port.
 */
export function planFollowUps(
  observations: readonly Observation[],
  { aliasesOf, addressesOf, mute, familiesFoundLater, isCompared, current, line }: Surroundings,
): Proposal[] {
  const own = observations.filter((o) => o.role === 'outgoing' || o.role === 'incoming');
  const again = own.flatMap((o) => askAgainWhenSilent(o, observations, line));
  const isAskedAgain = (o: Observation): boolean => again.some((proposal) => isSameEndpoint(proposal, o));
  const cutInTls = own.filter(isCutInTls);
  const cutOutgoing = cutInTls.filter(({ role }) => role === 'outgoing');
  const cut = cutOutgoing.length > 0 ? cutOutgoing : cutInTls;
  const proposals = own.flatMap((o) => [
    ...askAgainForStartTls(o, own),
    ...(isAskedAgain(o) ? [] : tryTheOtherSecurity(o, own, observations)),
    ...askAgainWhenBusy(o, own),
    ...(cut.includes(o) && isMostTelling(o, cut) ? askWithoutName(o, observations, isCompared) : []),
    ...tryNamesOfCertificate(o, own, aliasesOf(o.host)),
    ...tryAsSetToday(o, current),
    ...tryTheOtherFamily(o, own, familiesOf(addressesOf(o.host)), mute),
    ...tryWhatWasFoundLater(o, own, familiesFoundLater(o.host)),
    ...(o.address !== null && isWorthAnotherAddress(o)
      ? tryOtherAddresses({ ...o, at: o.address }, own, addressesOf(o.host), mute)
      : []),
  ]);
  // Side by side with the one that is waited for: it may say something yet.
  const beside = mute
    .filter(({ role }) => role === 'outgoing' || role === 'incoming')
    .flatMap((one) => tryOtherAddresses(one, own, addressesOf(one.host), mute));
  return [
    ...new Map(
      [...again, ...proposals, ...beside].map((proposal) => [proposalKey(proposal), proposal]),
    ).values(),
  ];
}

function askAgainWhenSilent(o: Observation, seen: readonly Observation[], line: LineManners): Proposal[] {
  const asking = nextAskOf(o, seen, line);
  if (asking === null || o.family === null) return [];
  const reason = 'packets get lost here, and the answer may have been one of them; asking again';
  return [{ ...repeat(o, asking, reason), family: o.family }];
}

function askAgainForStartTls(o: Observation, own: readonly Observation[]): Proposal[] {
  if (!lacksStartTls(o) || !isMostTelling(o, own.filter(lacksStartTls))) return [];
  const asked = own.filter(
    (other) => isSameEndpoint(other, o) && other.stage !== 'connect' && other.stage !== 'dns',
  );
  if (asked.length < asksBeforeStripped && asked.every(lacksStartTls)) {
    return [repeat(o, asked.length + 1, 'asking again whether encryption (STARTTLS) is offered')];
  }
  // Only when encryption is out of reach everywhere is the plain way looked at, so that its warning has facts.
  const isEncryptedSomewhere = own.some(
    (other) => other.outcome === 'ok' && other.role === o.role && other.tls,
  );
  if (isEncryptedSomewhere || asked.length < asksBeforeStripped) return [];
  return [vary(o, { security: 'none' }, 'what this port offers without encryption')];
}

function tryTheOtherSecurity(
  o: Observation,
  own: readonly Observation[],
  seen: readonly Observation[],
): Proposal[] {
  if (o.security === 'tls' && o.error?.code === 'not-tls') {
    return [
      vary(o, { security: 'starttls' }, 'the port answered in plain text, so it is asked for STARTTLS'),
    ];
  }
  const isTriedWithTls = own.some(
    (other) => other.port === o.port && other.host === o.host && other.security === 'tls',
  );
  const isGreeted = own.some((other) => isSameEndpoint(other, o) && other.greeting !== undefined);
  // Strangers' servers that are as mute on this very port do not all expect encryption first.
  const isNetworks = o.address !== null && isMutenessExplained({ ...o, address: o.address }, seen);
  const isMute = o.security !== 'tls' && o.error?.code === 'no-greeting';
  if (isMute && !isTriedWithTls && !isGreeted && !isNetworks) {
    return [vary(o, { security: 'tls' }, 'the port said nothing; perhaps it expects encryption first')];
  }
  return [];
}

/** The port answers: now it is spoken to as the mail program does, to see what that program sees. */
function tryAsSetToday(o: Observation, current: CurrentSettings | undefined): Proposal[] {
  if (!current || o.role !== 'outgoing' || !hasConnected(o)) return [];
  if (o.host !== current.host || o.port !== current.port || o.security === current.security) return [];
  return [vary(o, { security: current.security }, 'what the mail program uses today')];
}

/**
 * One family won the race, so nothing is known of the other: programs that begin with it may fail. Where submission fails over IPv4
 * too, every port is tried over it, because how much is blocked is then the question; where it works, 25 alone is.
 */
function tryTheOtherFamily(
  o: Observation,
  own: readonly Observation[],
  families: readonly (4 | 6)[],
  mute: readonly Mute[],
): Proposal[] {
  // One that came second in a race leaves the word to the winner, whose dialogue is still going on.
  if (o.role !== 'outgoing' || o.outcome === 'cancelled' || !hasConnected(o)) return [];
  // Tried at each of its addresses, those of the other family included.
  if (isWorthAnotherAddress(o)) return [];
  const ofHost = own.filter((other) => other.host === o.host && other.role === 'outgoing');
  const isSubmissionOpen = ofHost.some((other) => other.port === 587 && hasConnected(other));
  const isStuck = (family: 4 | 6): boolean =>
    ofHost.some(
      (other) => other.family === family && isUnanswered(other) && (other.port !== 25 || !isSubmissionOpen),
    );
  return families
    .filter((family) => portsPerFamily.includes(o.port) || (family === 4 && isStuck(family)))
    .filter((family) => !own.some((other) => isTold(other, o) && other.family === family))
    .filter((family) => !mute.some((one) => isSameEndpoint(one, o) && familyOf(one.at) === family))
    .map((family) => ({ ...repeat(o, 1, `whether IPv${family} works too`), family }));
}

/** It connected at one address and then failed, or proves nothing of who it is there: of this name's other addresses that says nothing. */
function isWorthAnotherAddress(o: Observation): boolean {
  if (!hasConnected(o) || o.outcome === 'cancelled') return false;
  if (o.outcome === 'ok') return o.tls !== undefined && !o.tls.trusted && !isForAnotherName(o);
  return o.outcome === 'timeout' || o.outcome === 'reset' || o.outcome === 'closed';
}

/** The same at the name's other addresses, those of the other family first, where nothing is known or under way yet. */
function tryOtherAddresses(
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
    .map(({ ipAddress, family }) => ({
      ...repeat(
        one,
        1,
        `${one.host} has another address, and at ${one.at} this port connects and then fails`,
      ),
      address: ipAddress,
      family,
    }));
}

function familyOf(ipAddress: string): 4 | 6 {
  return ipAddress.includes(':') ? 6 : 4;
}

function familiesOf(addresses: readonly { readonly family: 4 | 6 }[]): (4 | 6)[] {
  return [...new Set(addresses.map(({ family }) => family))];
}

/** Addresses of the other kind, which no race could try because they were not known yet. */
function tryWhatWasFoundLater(
  o: Observation,
  own: readonly Observation[],
  families: readonly (4 | 6)[],
): Proposal[] {
  if (!isUnanswered(o)) return [];
  return families
    .filter((family) => !own.some((other) => isSameEndpoint(other, o) && other.family === family))
    .map((family) => ({ ...repeat(o, 1, `the same over IPv${family}, which was found later`), family }));
}

/** The loser of a race tells that its family connects, which is enough only where the winner came to its end. */
function isTold(other: Observation, winner: Observation): boolean {
  const isHeard = winner.outcome === 'ok' || winner.outcome === 'rejected' || other.outcome !== 'cancelled';
  return isSameEndpoint(other, winner) && isHeard;
}

function isUnanswered(o: Observation): boolean {
  return o.stage === 'connect' && !hasConnected(o) && o.outcome !== 'cancelled';
}

function askAgainWhenBusy(o: Observation, own: readonly Observation[]): Proposal[] {
  if (o.outcome !== 'rejected' || !/^4/.test(o.error?.code ?? '')) return [];
  const asked = own.filter((other) => isSameEndpoint(other, o));
  if (asked.length >= asksWhenBusy) return [];
  return [{ ...repeat(o, asked.length + 1, 'the server was busy; asking once more'), priority: 900 }];
}

function tryNamesOfCertificate(
  o: Observation,
  own: readonly Observation[],
  aliases: readonly string[],
): Proposal[] {
  const names = o.tls?.names ?? [];
  if (!isForAnotherName(o) || !isMostTelling(o, own.filter(isForAnotherName))) return [];
  const isWorkingElsewhere = own.some(
    (other) => other.role === o.role && other.outcome === 'ok' && other.tls?.trusted,
  );
  if (isWorkingElsewhere) return [];
  const fitting = aliases.filter((alias) => names.some((name) => fits(name, alias)));
  const named = names.map((name) => name.toLowerCase()).filter(isPlainHostName);
  return [...new Set([...fitting, ...named])]
    .filter((name) => name !== o.host)
    .slice(0, namesToTry)
    .map((name) => ({
      ...vary(o, { host: name }, `${o.host} shows a certificate for this name`),
      sameComputerAs: o.host,
    }));
}

function isForAnotherName(o: Observation): boolean {
  return o.tls?.problems.includes('name-mismatch') ?? false;
}

/** No other observation with the same doubt about this host and role is at a port that tells more. */
function isMostTelling(o: Observation, doubtful: readonly Observation[]): boolean {
  const position = (port: number): number => {
    const index = tellingPorts.indexOf(port);
    return index === -1 ? tellingPorts.length : index;
  };
  return doubtful
    .filter((other) => other.host === o.host && other.role === o.role)
    .every((other) => position(o.port) <= position(other.port));
}

/** RFC 9525 section 6.3: a wildcard stands for exactly one whole label, the leftmost. */
function fits(certificateName: string, host: string): boolean {
  const name = certificateName.toLowerCase();
  if (!name.startsWith('*.')) return name === host;
  return host.slice(host.indexOf('.') + 1) === name.slice(2) && host.includes('.');
}

function isPlainHostName(name: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name) && name.includes('.') && /[a-z]/.test(name);
}

function lacksStartTls(o: Observation): boolean {
  return o.error?.code === 'starttls-not-offered' || o.error?.code === 'starttls-masked';
}

function repeat(o: Endpoint & { readonly role: Role }, asking: number, reason: string): Proposal {
  const { role, protocol, host, port, security } = o;
  return { role, protocol, host, port, security, asking, priority: 5, reason };
}

function vary(o: Observation, change: Partial<Endpoint>, reason: string): Proposal {
  return { ...repeat(o, 1, reason), ...change };
}
