import { between, type Chance, chance, oneOf } from './chance.ts';
import type { LineQuality } from './line.ts';

/** What the network on the way does to packets, beyond losing some. */
export const networks = [
  'open',
  '25 dropped',
  '25 refused',
  '25 prohibited',
  'submission dropped',
  'submission refused',
  'mail dropped',
  'mail refused',
  'allow list',
  'IPv6 dropped',
  'strangers dropped',
  'offline',
] as const;
export type Network = (typeof networks)[number];

/** What the person's own provider does, whoever asks. */
export const sites = [
  'well',
  'drops 25',
  'refuses 25',
  'has no 465',
  'drops 465',
  'only 465',
  'drops 143 and 110',
  'IPv6 dead',
  'IPv4 dead',
  'bans the busy',
  'off',
  'all refused',
] as const;
export type Site = (typeof sites)[number];

/** One invented world with one person in it, made from a seed. */
export type Situation = {
  readonly seed: number;
  readonly network: Network;
  readonly site: Site;
  readonly line: LineQuality;
  /** Whether packets pass for this address family at all, in the person's network. */
  readonly hasIpv6: boolean;
  readonly siteHasIpv6: boolean;
  /** How the servers' names become known. */
  readonly publishes: 'srv' | 'nothing' | 'server given';
  /** Whether MX hosts are the same computers as the mail servers. */
  readonly receivesElsewhere: boolean;
  /** Servers' own time to the greeting, in ms. */
  readonly greetingMs: number;
};

const calm = (roundTripMs: number): LineQuality => ({ roundTripMs, lossPercent: 0, jitter: 0.2, gaps: [] });

/** Lines on which nothing but the truth is acceptable as an answer. */
export function steadyLine(chance: Chance): LineQuality {
  return { ...calm(between(chance, 2, 400)), jitter: between(chance, 0, 0.5) };
}

/** Lines that lose packets, up to every fifth each way. */
export function lossyLine(chance: Chance): LineQuality {
  return {
    ...calm(between(chance, 2, 600)),
    lossPercent: between(chance, 1, 20),
    jitter: between(chance, 0, 1),
  };
}

/** Lines that are dead for some seconds, now and then. */
export function brokenLine(chance: Chance): LineQuality {
  const gaps: { fromMs: number; untilMs: number }[] = [];
  let atMs = between(chance, 0, 1500);
  while (atMs < 60_000) {
    const untilMs = atMs + between(chance, 200, 3000);
    gaps.push({ fromMs: atMs, untilMs });
    atMs = untilMs + between(chance, 500, 5000);
  }
  return { ...lossyLine(chance), lossPercent: between(chance, 0, 5), gaps };
}

export const lines = { steady: steadyLine, lossy: lossyLine, broken: brokenLine } as const;

/** The world of this seed, on a line of this kind. */
export function situation(kind: keyof typeof lines, seed: number): Situation {
  const random = chance(seed);
  return {
    seed,
    network: oneOf(random, networks),
    site: oneOf(random, sites),
    line: lines[kind](random),
    hasIpv6: random() < 0.5,
    siteHasIpv6: random() < 0.6,
    publishes: oneOf(random, ['srv', 'nothing', 'server given']),
    receivesElsewhere: random() < 0.5,
    greetingMs: random() < 0.8 ? 0 : between(random, 0, 5000),
  };
}
