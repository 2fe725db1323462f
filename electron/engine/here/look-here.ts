import type { HereDoubts, HereFact } from '../../../shared/model/here.ts';
import { type Answer, dnsFailure } from '../dns/dns-failure.ts';
import { askNameServers } from '../dns/name-server.ts';
import { systemLookup } from '../dns/system-lookup.ts';
import { limits } from '../limits.ts';
import type { Address, Clock, DialResult } from '../system.ts';
import { within } from '../within.ts';
import { addressesInHostsFile } from './hosts-file.ts';
import { type KernelCounters, kernelCounters } from './kernel-counters.ts';
import { ledElsewhere } from './led-elsewhere.ts';
import { longAnswer } from './long-answer.ts';
import { ownAddresses } from './own-addresses.ts';
import { waysOut } from './ways-out.ts';
import { webProxy } from './web-proxy.ts';

type Tools = {
  readonly clock: Clock;
  readonly dial: (to: Address, signal: AbortSignal) => Promise<DialResult>;
  /** The kernel's counters when the check began. */
  readonly atFirst: KernelCounters | null;
};

/**
 * Looks into what may be this computer's own doing. Connections come first and alone, since the kernel's counters do not say whose
 * packets they count. Never rejects.
 */
export async function lookHere(
  { names, unanswered, connections, isProxyWanted }: HereDoubts,
  { clock, dial, atFirst }: Tools,
  signal: AbortSignal,
): Promise<HereFact[]> {
  const bounded = async (asked: Promise<Answer>): Promise<Answer> =>
    (await within(asked, limits.here.proxyMs, clock, signal)) ?? dnsFailure('ETIMEOUT');
  const find = (name: string) => bounded(systemLookup().find(name));
  const ask = (name: string) => bounded(askNameServers({ type: 'addresses', name }, [], clock, signal));
  const nameTools = { find, ask, inHostsFile: addressesInHostsFile, own: ownAddresses };
  // What is this computer's own address is refused over loopback by nobody but the service that is not there.
  const own = ownAddresses({ withLoopback: true });
  const outward = connections.filter(({ ipAddress }) => !own.has(ipAddress));
  const ways = await waysOut(outward, { clock, dial, counters: kernelCounters, atFirst }, signal);
  const [proxy, ...elsewhere] = await Promise.all([
    isProxyWanted ? webProxy({ clock, environment: process.env, find, dial }, signal) : [],
    ...names.map((name) => ledElsewhere(name, nameTools)),
    ...unanswered.map((host) => longAnswer(host, { clock, dial }, signal)),
  ]);
  return [...ways, ...proxy, ...elsewhere.flat()];
}
