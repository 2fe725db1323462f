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
/** Networks in which something answers in the servers' place, everybody's alike: ports connect there and then fail. */
export const answeringNetworks = [
  'open',
  'submission mute',
  'submission cut',
  'mail mute',
  '25 mute',
  'TLS cut',
  'IPv6 mute',
] as const;
export type Network = (typeof networks)[number] | (typeof answeringNetworks)[number];

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
/** Providers whose ports connect and then fail, whoever asks. */
export const failingSites = [
  'well',
  'mute on 587',
  'mute for sending',
  'cuts sending',
  'turns away at EHLO',
  'says no to STARTTLS',
  'IPv4 mute',
  'IPv6 mute',
] as const;
export type Site = (typeof sites)[number] | (typeof failingSites)[number];

/** What happens to the person's computer meanwhile, `atMs` after the start of the check. */
export type Move =
  /** No network for so long, and then the same one. Its kernel says so with this error, or says nothing and the packets are lost. */
  | {
      readonly kind: 'lost';
      readonly atMs: number;
      readonly forMs: number;
      readonly says: string | null;
      /** Only over this address family. */
      readonly family?: 4 | 6;
    }
  /** The same, and then another network, which does this. */
  | {
      readonly kind: 'other';
      readonly atMs: number;
      readonly forMs: number;
      readonly says: string | null;
      readonly to: Network;
    }
  /**
   * The router dials in anew: nothing passes for so long, which it says itself or nobody does, and whatever was connected before is dead, in
   * silence or with a reset. The computer's own addresses stay.
   */
  | {
      readonly kind: 'redial';
      readonly atMs: number;
      readonly forMs: number;
      readonly says: string | null;
      readonly ends: 'in silence' | 'with a reset';
    }
  | { readonly kind: 'sleep'; readonly atMs: number; readonly forMs: number }
  /** It has so much else to do that Postway does not come to its turn. */
  | { readonly kind: 'busy'; readonly atMs: number; readonly forMs: number }
  /** The clock was wrong by so much before, and is set right. */
  | { readonly kind: 'set'; readonly atMs: number; readonly wrongByMs: number };

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
  /** In the order of their times. */
  readonly moves: readonly Move[];
  /** Whether the computer's clock is wrong by more than a day when the check ends. */
  readonly isClockWrong?: boolean;
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

type Kind = {
  readonly line: (chance: Chance) => LineQuality;
  readonly networks: readonly Network[];
  readonly sites: readonly Site[];
};

/** The kinds of worlds, by the line for most. On a moving one the line is steady and the computer is not: see `movesOf`. */
export const kinds = {
  steady: { line: steadyLine, networks, sites },
  lossy: { line: lossyLine, networks, sites },
  broken: { line: brokenLine, networks, sites },
  moving: { line: steadyLine, networks, sites },
  failing: { line: steadyLine, networks: answeringNetworks, sites: failingSites },
  'failing-lossy': { line: lossyLine, networks: answeringNetworks, sites: failingSites },
} as const satisfies Record<string, Kind>;
export type KindOfWorld = keyof typeof kinds;

/** The world of this seed, of this kind. */
export function situation(kind: KindOfWorld, seed: number): Situation {
  const random = chance(seed);
  const drawn: Kind = kinds[kind];
  return {
    seed,
    network: oneOf(random, drawn.networks),
    site: oneOf(random, drawn.sites),
    line: drawn.line(random),
    hasIpv6: random() < 0.5,
    siteHasIpv6: random() < 0.6,
    publishes: oneOf(random, ['srv', 'nothing', 'server given']),
    receivesElsewhere: random() < 0.5,
    greetingMs: random() < 0.8 ? 0 : between(random, 0, 5000),
    moves: kind === 'moving' ? movesOf(random) : [],
  };
}

/** What this computer's kernel says of a network that is gone; null: nothing, the packets are lost. */
const errors = ['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ECONNREFUSED', null] as const;
const dayMs = 86_400_000;

/** One thing that happens, or two; most while a check goes on, few when it is over. */
function movesOf(random: Chance): Move[] {
  let atMs = 0;
  const count = random() < 0.7 ? 1 : 2;
  return Array.from({ length: count }, (): Move => {
    atMs += between(random, 0, random() < 0.7 ? 800 : 6000);
    const forMs = between(random, 50, random() < 0.7 ? 1000 : 4500);
    const says = oneOf(random, errors);
    const kind = oneOf(random, ['lost', 'other', 'sleep', 'set', 'redial', 'busy', 'lost over one'] as const);
    const move = { atMs, forMs, says };
    atMs += forMs;
    if (kind === 'lost') return { kind, ...move };
    if (kind === 'lost over one') return { kind: 'lost', ...move, family: random() < 0.7 ? 6 : 4 };
    if (kind === 'busy') return { kind, atMs: move.atMs, forMs };
    if (kind === 'redial') {
      const isTold = random() < 0.3;
      const ends = random() < 0.5 ? 'in silence' : 'with a reset';
      return { kind, atMs: move.atMs, forMs, says: isTold ? 'EHOSTUNREACH' : null, ends };
    }
    if (kind === 'other') return { kind, ...move, to: oneOf(random, networks) };
    if (kind === 'sleep') return { kind, atMs: move.atMs, forMs: between(random, 100, 60_000) };
    const wrongByMs = between(random, -1, 1) * (random() < 0.5 ? 400 * dayMs : 600_000);
    return { kind, atMs: move.atMs, wrongByMs };
  });
}

/** The network that the computer is in at this time. */
export function networkAt({ network, moves }: Situation, ms: number): Network {
  return moves.reduce((now, move) => (move.kind === 'other' && move.atMs <= ms ? move.to : now), network);
}

/** The move in which nobody is reached over this address family at this time: the computer is without a network, or its router is. */
export function goneAt({ moves }: Situation, ms: number, family: 4 | 6): Gone | undefined {
  return moves.find(
    (move): move is Gone =>
      isGone(move) &&
      ms >= move.atMs &&
      ms < move.atMs + move.forMs &&
      (move.kind !== 'lost' || (move.family ?? family) === family),
  );
}

/** How the connections end that were made over a line before it was cut; null while they live. */
export function endOfConnection(
  { moves }: Situation,
  madeMs: number,
  ms: number,
): 'in silence' | 'with a reset' | null {
  const isCut = ({ atMs }: Move): boolean => atMs > madeMs && atMs <= ms;
  if (moves.some((move) => move.kind === 'other' && isCut(move))) return 'in silence';
  return moves.find((move): move is Redial => move.kind === 'redial' && isCut(move))?.ends ?? null;
}

type Gone = Extract<Move, { kind: 'lost' | 'other' | 'redial' }>;
type Redial = Extract<Move, { kind: 'redial' }>;

function isGone(move: Move): move is Gone {
  return move.kind === 'lost' || move.kind === 'other' || move.kind === 'redial';
}
