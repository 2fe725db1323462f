import * as z from 'zod/mini';
import { DiscoveryEntry, PlannedProbe, Server } from '../model/check.ts';
import { Disturbance } from '../model/disturbance.ts';
import { Family } from '../model/family.ts';
import { HereFact } from '../model/here.ts';
import { Observation, Stage } from '../model/observation.ts';

const milliseconds = z.number().check(z.minimum(0));
const count = z.int().check(z.minimum(0));
const host = z.string().check(z.minLength(1), z.maxLength(260));
const probeId = z.string().check(z.maxLength(40));

/** One IP address of a host, as DNS gave it. */
export const IpAddress = z.object({ ipAddress: z.string().check(z.maxLength(60)), family: Family });
export type IpAddress = Readonly<z.infer<typeof IpAddress>>;

/** `atMs`: when it became known, since the start of the check. */
function fact<T extends string, S extends z.core.$ZodShape>(type: T, shape: S) {
  return z.object({ type: z.literal(type), atMs: milliseconds, ...shape });
}

/**
 * What a check learns and does, one after the other: its only memory. A list of these is a ledger; `state.ts` says what follows from one.
 * Facts hold no password, no message and no sentence.
 */
export const Fact = z.discriminatedUnion('type', [
  /** Every source of settings was asked: so many that need only DNS, and so many on the web. */
  fact('sources-asked', { nearby: count, web: count }),
  fact('source-answered', { entry: DiscoveryEntry }),
  /** One of them has nothing more to say. */
  fact('source-ended', { kind: z.enum(['nearby', 'web']) }),
  fact('sources-hurried', {}),
  fact('look-up-begun', { host }),
  /** `again`: a second, thorough look-up, for addresses that the first did not find. */
  fact('looked-up', {
    host,
    again: z.boolean(),
    outcome: z.enum(['found', 'no-name', 'no-data', 'no-answer', 'cancelled']),
    addresses: z.array(IpAddress).check(z.maxLength(200)),
    /** Of this family's addresses nothing was said. */
    unheard: z.optional(Family),
    elapsedMs: milliseconds,
  }),
  /** A probe waits for a free slot. Of two with the same key one is enough. `family`: it is made over this one only. */
  fact('probe-planned', { probe: PlannedProbe, key: z.string(), family: z.optional(Family) }),
  fact('stage-entered', { probeId, stage: Stage }),
  /** Its SYNs have gone unanswered for suspiciously long. */
  fact('endpoint-silent', { probeId }),
  /** It is connected, and nothing is heard in this stage for suspiciously long from the server at this address. */
  fact('server-mute', { probeId, stage: Stage, at: IpAddress }),
  /** Nothing at all was heard since then, so that the silence of this probe may be the line's. */
  fact('nobody-heard', { probeId, sinceMs: milliseconds }),
  /** What became of one address of a probe. */
  fact('observed', { probeId, observation: Observation }),
  /** Its last word is sent; only the goodbye is still to be heard. */
  fact('goodbye-sent', { probeId }),
  fact('probe-ended', { probeId }),
  /** A connection was made only by a later SYN. */
  fact('packet-lost', {}),
  /** Nobody was heard for longer than a pause between two answers takes, and then somebody was. */
  fact('line-was-dead', {}),
  /** The best outgoing setting known to work so far; told again when a better one is found. */
  fact('usable', { server: Server }),
  /** `role`: for receiving alone. */
  fact('tier-opened', {
    tier: z.union([z.literal(2), z.literal(3)]),
    role: z.optional(z.literal('incoming')),
  }),
  /** Deciding goes on at that time at the latest. */
  fact('waiting', { untilMs: milliseconds }),
  fact('time-passed', {}),
  /** There was a way to the network, and now there is none. */
  fact('network-gone', {}),
  /** What was under way belongs to a network that is gone, and ends. */
  fact('stopped', {}),
  fact('disturbed', { disturbance: Disturbance }),
  /** What has no answer that still counts is to be asked once more; with `isAskedAnew` the sources and DNS as well. */
  fact('begun-anew', { isAskedAnew: z.boolean() }),
  fact('network-look-begun', {}),
  fact('network-looked-at', {}),
  /** What of this may be this computer's own doing is being looked into: `about` tells those doubts from others. */
  fact('here-look-begun', { about: z.string() }),
  fact('here-looked-into', { here: z.array(HereFact).check(z.maxLength(100)) }),
  /** The person ended the check. */
  fact('interrupted', {}),
  fact('over', {}),
]);
export type Fact = Readonly<z.infer<typeof Fact>>;
