import type { IpAddress } from '../ledger/facts.ts';
import { familiesIn } from '../ledger/families.ts';
import type { CurrentSettings } from '../model/check.ts';
import { isHaltedInTls } from '../model/cut-in-tls.ts';
import { isSameEndpoint } from '../model/endpoint.ts';
import type { Family } from '../model/family.ts';
import { isSilenceProven } from '../model/muteness.ts';
import { hasConnected, type Observation } from '../model/observation.ts';
import { askWithoutName } from './cut-by-name.ts';
import { isMostTelling } from './most-telling.ts';
import { isMutenessExplained } from './muteness.ts';
import { tryNamesOfCertificate } from './names-of-certificate.ts';
import {
  isWorthAnotherAddress,
  type Mute,
  tryOtherAddresses,
  tryTheOtherFamily,
  tryWhatWasFoundLater,
} from './other-addresses.ts';
import { distinctProposals, type Proposal, repeated, varied } from './own-servers.ts';
import { type LineQuality, retryOf } from './retries.ts';

/** STARTTLS is called stripped only after this many separate asks: big providers leave it out now and then. */
const asksBeforeStripped = 3;

/** A busy server is asked once more after everything else: our own connections may have made it busy. */
const asksWhenBusy = 2;

/** What the follow-ups have to know besides the observations. */
export type Surroundings = {
  /** The other known names of a host's computer. */
  readonly aliasesOf: (host: string) => readonly string[];
  /** Where a host is. */
  readonly addressesOf: (host: string) => readonly IpAddress[];
  readonly mute: readonly Mute[];
  /** Those of which DNS told only when it was asked once more. */
  readonly familiesFoundLater: (host: string) => readonly Family[];
  /** Strangers' servers are asked for comparison. */
  readonly isCompared: boolean;
  /** What the mail program uses today. */
  readonly current?: CurrentSettings | undefined;
  readonly line: LineQuality;
};

/** What a follow-up is decided from. */
type Known = Surroundings & {
  /** All that was observed, and of it what is the user's own servers'. */
  readonly seen: readonly Observation[];
  readonly own: readonly Observation[];
  /** Cut off, or fallen silent, as TLS begins. */
  readonly cut: readonly Observation[];
  readonly isAskedAgain: (o: Observation) => boolean;
};

type FollowUp = {
  /** For those who read this table, its tests and `test/ledgers/reasons`. */
  readonly why: string;
  /** What is asked because of this one observation of the user's own servers. */
  readonly asks: (o: Observation, known: Known) => readonly Proposal[];
};

/** Asked before all other follow-ups. */
export const retry: FollowUp = {
  why: 'its failure may be the line’s: the same once more',
  asks: (o, { seen, line }) => askAgainWhenSilent(o, seen, line),
};

/** Every row that has a question asks it. */
export const followUps: readonly FollowUp[] = [
  {
    why: 'it did not offer STARTTLS, which big providers leave out now and then: the same once more, and plain where it is never offered',
    asks: (o, { own }) => askAgainForStartTls(o, own),
  },
  {
    why: 'it speaks TLS where none was expected, or the other way round',
    asks: (o, known) => (known.isAskedAgain(o) ? [] : tryTheOtherSecurity(o, known.own, known.seen)),
  },
  {
    why: 'it was busy, perhaps with us: the same once more, after everything else',
    asks: (o, { own }) => askAgainWhenBusy(o, own),
  },
  {
    why: 'it is cut as TLS begins: is it for the name that is told?',
    asks: (o, { cut, seen, isCompared }) =>
      cut.includes(o) && isMostTelling(o, cut) ? askWithoutName(o, seen, isCompared) : [],
  },
  {
    why: 'its certificate is for another name: does it work under that one?',
    asks: (o, { own, aliasesOf }) => tryNamesOfCertificate(o, own, aliasesOf(o.host)),
  },
  {
    why: 'the mail program speaks to this port otherwise: what does it see?',
    asks: (o, { current }) => tryAsSetToday(o, current),
  },
  {
    why: 'it was reached over one address family: is it the same over the other?',
    asks: (o, { own, addressesOf, mute }) => tryTheOtherFamily(o, own, familiesIn(addressesOf(o.host)), mute),
  },
  {
    why: 'DNS told of another address family only when it was asked once more',
    asks: (o, { own, familiesFoundLater }) => tryWhatWasFoundLater(o, own, familiesFoundLater(o.host)),
  },
  {
    why: 'it failed after it had connected: is it the same at the name’s other addresses?',
    asks: (o, { own, addressesOf, mute }) =>
      o.address !== null && isWorthAnotherAddress(o)
        ? tryOtherAddresses({ ...o, at: o.address }, own, addressesOf(o.host), mute)
        : [],
  },
];

/** Side by side with a probe that is still waited for: it may say something yet. */
export const beside = {
  why: 'it is connected and says nothing: is it the same at the name’s other addresses?',
  asks: ({ own, mute, addressesOf }: Pick<Known, 'own' | 'mute' | 'addressesOf'>): readonly Proposal[] =>
    mute
      .filter(({ role }) => role === 'outgoing' || role === 'incoming')
      .flatMap((one) => tryOtherAddresses(one, own, addressesOf(one.host), mute)),
};

/**
 * What the user's own servers must be asked again, or differently, before a conclusion is fair. Each follow-up starts
 * after the probe that raised the doubt has ended, so there is still one connection at a time to a port.
 */
export function planFollowUps(seen: readonly Observation[], surroundings: Surroundings): Proposal[] {
  const known = knownFrom(seen, surroundings);
  return distinctProposals([
    ...known.own.flatMap((o) => retry.asks(o, known)),
    ...known.own.flatMap((o) => followUps.flatMap(({ asks }) => asks(o, known))),
    ...beside.asks(known),
  ]);
}

export function knownFrom(seen: readonly Observation[], surroundings: Surroundings): Known {
  const own = seen.filter((o) => o.role === 'outgoing' || o.role === 'incoming');
  const again = own.flatMap((o) => askAgainWhenSilent(o, seen, surroundings.line));
  const cutInTls = own.filter((o) => isHaltedInTls(o) && isSilenceProven(o, seen));
  const cutOutgoing = cutInTls.filter(({ role }) => role === 'outgoing');
  return {
    ...surroundings,
    seen,
    own,
    cut: cutOutgoing.length > 0 ? cutOutgoing : cutInTls,
    isAskedAgain: (o) => again.some((proposal) => isSameEndpoint(proposal, o)),
  };
}

function askAgainWhenSilent(o: Observation, seen: readonly Observation[], line: LineQuality): Proposal[] {
  const asking = retryOf(o, seen, line);
  if (asking === null || o.family === null) return [];
  return [{ ...repeated(o, asking), family: o.family }];
}

function askAgainForStartTls(o: Observation, own: readonly Observation[]): Proposal[] {
  if (!lacksStartTls(o) || !isMostTelling(o, own.filter(lacksStartTls))) return [];
  const asked = own.filter(
    (other) => isSameEndpoint(other, o) && other.stage !== 'connect' && other.stage !== 'dns',
  );
  if (asked.length < asksBeforeStripped && asked.every(lacksStartTls)) {
    return [repeated(o, asked.length + 1)];
  }
  // Only when encryption is out of reach everywhere is the plain way looked at, so that its warning has facts.
  const isEncryptedSomewhere = own.some(
    (other) => other.outcome === 'ok' && other.role === o.role && other.tls,
  );
  if (isEncryptedSomewhere || asked.length < asksBeforeStripped) return [];
  return [varied(o, { security: 'none' })];
}

function tryTheOtherSecurity(
  o: Observation,
  own: readonly Observation[],
  seen: readonly Observation[],
): Proposal[] {
  if (o.security === 'tls' && o.error?.code === 'not-tls') {
    return [varied(o, { security: 'starttls' })];
  }
  const isTriedWithTls = own.some(
    (other) => other.port === o.port && other.host === o.host && other.security === 'tls',
  );
  const isGreeted = own.some((other) => isSameEndpoint(other, o) && other.greeting !== undefined);
  // Strangers' servers that are as mute on this very port do not all expect encryption first.
  const isNetworks = o.address !== null && isMutenessExplained({ ...o, address: o.address }, seen);
  const isMute = o.security !== 'tls' && o.error?.code === 'no-greeting';
  if (isMute && !isTriedWithTls && !isGreeted && !isNetworks) {
    return [varied(o, { security: 'tls' })];
  }
  return [];
}

/** The port answers: now it is spoken to as the mail program does, to see what that program sees. */
function tryAsSetToday(o: Observation, current: CurrentSettings | undefined): Proposal[] {
  if (!current || o.role !== 'outgoing' || !hasConnected(o)) return [];
  if (o.host !== current.host || o.port !== current.port || o.security === current.security) return [];
  return [varied(o, { security: current.security })];
}

function askAgainWhenBusy(o: Observation, own: readonly Observation[]): Proposal[] {
  if (o.outcome !== 'rejected' || !/^4/.test(o.error?.code ?? '')) return [];
  const asked = own.filter((other) => isSameEndpoint(other, o));
  if (asked.length >= asksWhenBusy) return [];
  return [{ ...repeated(o, asked.length + 1), priority: 900 }];
}

function lacksStartTls(o: Observation): boolean {
  return o.error?.code === 'starttls-not-offered' || o.error?.code === 'starttls-masked';
}
