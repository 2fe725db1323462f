import * as z from 'zod/mini';
import { Family } from './family.ts';

const text = z.string().check(z.maxLength(255));
const addresses = z.array(text).check(z.maxLength(20));

/** What this computer itself does with names and connections, found without asking anybody but its own name servers and its own proxy. */
export const HereFact = z.discriminatedUnion('kind', [
  /**
   * A connection to this address never left this computer, or (`out`) was seen to leave it. `forbidden`: the system refused it to the
   * program. `rejected`: it was turned away by a rule on the way out. `dropped`: every SYN was lost before it left. `held-back`: it was made,
   * and what was sent on it was lost before it left. `unheard`: what came back was lost on this computer. `no-way`: no route.
   * `taken`: a program on this computer took it in the server's place.
   */
  z.object({
    kind: z.literal('way-out'),
    address: text,
    family: Family,
    port: z.int(),
    fate: z.enum(['out', 'forbidden', 'rejected', 'dropped', 'held-back', 'unheard', 'no-way', 'taken']),
  }),
  /** The hosts file, or a search domain put behind the name, leads elsewhere than DNS. */
  z.object({
    kind: z.enum(['hosts-file', 'search-list']),
    host: text,
    addresses,
    /** Where DNS leads; empty when it knows no such name. */
    inDns: addresses,
  }),
  /** The name leads to an address of this very computer. */
  z.object({ kind: z.literal('own-address'), host: text, address: text }),
  /** Programs are told to use a web proxy; whether it takes connections. */
  z.object({
    kind: z.literal('web-proxy'),
    /** The variable that says so. */
    variable: text,
    host: text,
    port: z.int(),
    isAnswering: z.boolean(),
  }),
  /** The name server has an answer about this name that is too long for a short packet, and does not get it through over TCP either. */
  z.object({
    kind: z.literal('long-answer'),
    host: text,
    /** The name server's address. */
    server: text,
    overTcp: z.enum(['silent', 'refused']),
  }),
]);
export type HereFact = Readonly<z.infer<typeof HereFact>>;

export type WayOut = Extract<HereFact, { kind: 'way-out' }>;
export type LedElsewhere = Extract<HereFact, { kind: 'hosts-file' | 'search-list' }>;
export type LongAnswer = Extract<HereFact, { kind: 'long-answer' }>;
export type WebProxy = Extract<HereFact, { kind: 'web-proxy' }>;

/** What may be this computer's own doing, to be looked into when everything else was tried. */
export type HereDoubts = {
  /** Names of the user's servers that lead nowhere good, and the addresses that were used. */
  readonly names: readonly { readonly host: string; readonly addresses: readonly string[] }[];
  /** Names of the user's servers about which nothing came from DNS, though it answers about others. */
  readonly unanswered: readonly string[];
  /** Connections that failed, as if somebody near by had turned them away, or without any answer. */
  readonly connections: readonly DoubtfulConnection[];
  /** Nobody outside was reached: is a web proxy meant to be used? */
  readonly isProxyWanted: boolean;
};

export type DoubtfulConnection = {
  readonly ipAddress: string;
  readonly family: Family;
  readonly port: number;
  /** Nobody answered; otherwise it was turned away. */
  readonly isSilent: boolean;
  /** It was made, and then nobody answered. */
  readonly isMute?: true;
};

/** Whether the connection was stopped on this computer. */
export function isStopped(fact: HereFact): fact is WayOut {
  return fact.kind === 'way-out' && fact.fate !== 'out';
}
