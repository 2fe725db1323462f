import { isIP } from 'node:net';
import { notOffered, rankCandidates } from '../../shared/discover/rank.ts';
import type { Candidate, DiscoveryEntry, PlannedProbe, Server } from '../../shared/model/check.ts';
import { isAnswerOfDns } from '../../shared/model/claims.ts';
import { type Disturbance, standing } from '../../shared/model/disturbance.ts';
import type { Protocol } from '../../shared/model/endpoint.ts';
import type { HereFact } from '../../shared/model/here.ts';
import type { Observation } from '../../shared/model/observation.ts';
import type { Report } from '../../shared/model/report.ts';
import { usableSoFar } from '../../shared/recommend/usable-so-far.ts';
import { addressesIn } from './dns/addresses-in.ts';
import type { DnsAnswer } from './system.ts';

export type IpAddress = { readonly ipAddress: string; readonly family: 4 | 6 };

export type Lookup = { readonly addresses: readonly IpAddress[]; readonly answer: DnsAnswer };

/** A probe that does not get an answer, and over which address family if only over one. */
export type Silence = {
  readonly probe: PlannedProbe;
  readonly family: 4 | 6 | undefined;
};

/** Everything one check knows so far. It only grows, except when the computer changes its network. */
export type Knowledge = {
  readonly entries: readonly DiscoveryEntry[];
  readonly observations: readonly Observation[];
  readonly disturbances: readonly Disturbance[];
  /** What this computer itself does, as it was last looked into. */
  readonly here: readonly HereFact[];
  setHere(facts: readonly HereFact[]): void;
  /** The observations that prove something still, after all that happened to this computer; the same list until something is added. */
  standing(): readonly Observation[];
  addDisturbance(disturbance: Disturbance): void;
  /** Forgets what names lead to, and who said what, since both are asked anew. */
  forgetAnswers(): void;
  /** The best outgoing setting known to work so far. */
  usable(): Server | null;
  /** A probe was begun, or has come to its end. */
  setUnderWay(probe: PlannedProbe, isUnderWay: boolean): void;
  /** Probes of the user's own servers that may still come to something: under way, and not suspiciously silent. */
  promising(): readonly PlannedProbe[];
  addEntry(entry: DiscoveryEntry): void;
  addObservation(observation: Observation): void;
  candidates(): readonly Candidate[];
  /** Protocols that the domain says it does not offer. */
  notOffered(): ReadonlySet<Protocol>;
  /** Keeps the answer to a lookup of a host's addresses; the first answer stays. */
  addLookup(host: string, answer: DnsAnswer): Lookup;
  lookupOf(host: string): Lookup | undefined;
  /** Undefined while the lookup is under way; empty when the name has no address. */
  addressesOf(host: string): readonly IpAddress[] | undefined;
  /** The addresses of every host looked up, as text; the same map until something is added. */
  addressBook(): ReadonlyMap<string, readonly string[]>;
  /** Other names that share an address with this host. */
  aliasesOf(host: string): readonly string[];
  /** Adds what a second, thorough lookup of a host found besides. */
  addLateAddresses(host: string, answer: DnsAnswer): void;
  /** The address families that only such a lookup found. */
  familiesFoundLater(host: string): readonly (4 | 6)[];
  /** The address families of a host's addresses. */
  familiesOf(host: string): readonly (4 | 6)[];
  /** The address family of a host that has addresses of one only. */
  onlyFamilyOf(host: string): 4 | 6 | undefined;
  /** Some lookups got no answer, and none an address. */
  isLookupFailing(): boolean;
  /** DNS said something, be it that a name does not exist: its silence about another name is not the whole DNS being silent. */
  hasDnsAnswered(): boolean;
  /** How long the lookup of a host's addresses took, in ms. */
  lookupMs(host: string): number;
  /** Notes that a probe (by its id) has gone unanswered for suspiciously long, or no longer. */
  setSilent(probeId: string, silence: Silence | null): void;
  silences(): readonly Silence[];
  /** Notes since when (in ms since the start) nothing at all was heard while a probe waited, or that this is over. */
  setUnheard(probeId: string, sinceMs: number | null): void;
  /** Since when the line may be dead; null while there is no doubt about it. */
  unheardSinceMs(): number | null;
  /** Every name that was guessed exists. */
  isEveryGuessFound(): boolean;
};

/** An empty record for one check; of the input it has what the report keeps. */
export function knowledge(input: Report['input']): Knowledge {
  const entries: DiscoveryEntry[] = [];
  const observations: Observation[] = [];
  const disturbances: Disturbance[] = [];
  const here: HereFact[] = [];
  const lookups = new Map<string, Lookup>();
  const foundLater = new Map<string, readonly (4 | 6)[]>();
  const silences = new Map<string, Silence>();
  const unheard = new Map<string, number>();
  const underWay = new Map<string, PlannedProbe>();
  let best: { readonly server: Server | null } | null = null;
  let ranked: readonly Candidate[] | null = null;
  let book: ReadonlyMap<string, readonly string[]> | null = null;
  let left: readonly Observation[] | null = null;

  const familiesOf = (host: string): (4 | 6)[] => [
    ...new Set((lookups.get(host)?.addresses ?? []).map(({ family }) => family)),
  ];

  const standingNow = (): readonly Observation[] => {
    left ??= standing(observations, disturbances);
    return left;
  };
  const promising = (): PlannedProbe[] =>
    [...underWay.values()].filter(
      ({ id, role }) => (role === 'outgoing' || role === 'incoming') && !silences.has(id),
    );

  return {
    entries,
    observations,
    disturbances,
    here,
    setHere(facts) {
      here.splice(0, here.length, ...facts);
    },
    standing: standingNow,
    addDisturbance(disturbance) {
      disturbances.push(disturbance);
      left = null;
      best = null;
    },
    forgetAnswers() {
      lookups.clear();
      foundLater.clear();
      entries.length = 0;
      ranked = null;
      book = null;
      best = null;
    },
    usable() {
      best ??= {
        server: usableSoFar({ observations: standingNow(), discovery: entries, input }, promising()),
      };
      return best.server;
    },
    setUnderWay(probe, isUnderWay) {
      if (isUnderWay) underWay.set(probe.id, probe);
      else underWay.delete(probe.id);
      best = null;
    },
    promising,
    addEntry(entry) {
      entries.push(entry);
      ranked = null;
      best = null;
    },
    addObservation(observation) {
      observations.push(observation);
      left = null;
      best = null;
    },
    candidates() {
      ranked ??= rankCandidates(entries);
      return ranked;
    },
    notOffered: () => notOffered(entries),
    addLookup(host, answer) {
      const lookup = lookups.get(host) ?? { addresses: addressesIn(answer), answer };
      lookups.set(host, lookup);
      book = null;
      return lookup;
    },
    addLateAddresses(host, answer) {
      const { addresses: before = [], answer: first = answer } = lookups.get(host) ?? {};
      const more = addressesIn(answer).filter((late) => !before.some(({ family }) => family === late.family));
      foundLater.set(host, [...new Set(more.map(({ family }) => family))]);
      lookups.set(host, { addresses: [...before, ...more], answer: first });
      book = null;
    },
    familiesFoundLater: (host) => foundLater.get(host) ?? [],
    lookupOf: (host) => lookups.get(host),
    addressesOf: (host) => lookups.get(host)?.addresses,
    addressBook() {
      book ??= new Map(
        [...lookups].map(([host, { addresses }]) => [host, addresses.map(({ ipAddress }) => ipAddress)]),
      );
      return book;
    },
    aliasesOf(host) {
      const own = new Set((lookups.get(host)?.addresses ?? []).map(({ ipAddress }) => ipAddress));
      return [...lookups]
        .filter(
          ([name, other]) => name !== host && other.addresses.some(({ ipAddress }) => own.has(ipAddress)),
        )
        .map(([name]) => name);
    },
    familiesOf,
    onlyFamilyOf(host) {
      const [family, other] = familiesOf(host);
      return other === undefined ? family : undefined;
    },
    isLookupFailing() {
      const all = [...lookups.values()];
      return (
        all.some(({ answer }) => answer.outcome === 'no-answer') && all.every((l) => l.addresses.length === 0)
      );
    },
    hasDnsAnswered: () =>
      entries.some(isAnswerOfDns) ||
      [...lookups].some(
        ([host, { answer }]) => isIP(host) === 0 && !['no-answer', 'cancelled'].includes(answer.outcome),
      ),
    lookupMs: (host) => lookups.get(host)?.answer.elapsedMs ?? 0,
    setSilent(probeId, silence) {
      if (silence) silences.set(probeId, silence);
      else silences.delete(probeId);
      best = null;
    },
    silences: () => [...silences.values()],
    setUnheard(probeId, sinceMs) {
      if (sinceMs === null) unheard.delete(probeId);
      else unheard.set(probeId, sinceMs);
    },
    unheardSinceMs: () => (unheard.size === 0 ? null : Math.max(...unheard.values())),
    isEveryGuessFound() {
      const guesses = entries.filter(({ source }) => source === 'guess');
      return guesses.length > 1 && guesses.every(({ outcome }) => outcome === 'found');
    },
  };
}
