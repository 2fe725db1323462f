import { relationOf } from '../../shared/compare/network-relation.ts';
import type { Report } from '../../shared/model/report.ts';
import type { System } from '../engine/system.ts';
import { ownNetwork } from './own-network.ts';

type Network = Report['network'];

/** Where this computer is: still in that network, as far as can be seen, or in none. */
export type Whereabouts = 'here' | 'away';

/** How often it is looked, in ms. */
const everyMs = 500;
/** Looks in a row that have to see another network: addresses come one family after the other. */
const looksToSettle = 3;

/**
 * Waits until this computer is in another network than `than`; where that is not known, than the one it is in now. Asks its own kernel and
 * nobody else. Tells `onChange` where it is meanwhile. Resolves to whether it is in another one: false when the signal aborts.
 */
export async function isInOtherNetwork(
  system: Pick<System, 'ownAddress' | 'clock'>,
  than: Network,
  onChange: (where: Whereabouts) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let left = isSomewhere(than) ? than : undefined;
  let where: Whereabouts | null = null;
  let wasAway = false;
  let looks = 0;
  while (!signal.aborted) {
    const now = await ownNetwork(system);
    if (signal.aborted) break;
    const isAway = !isSomewhere(now);
    left ??= isAway ? undefined : now;
    wasAway ||= isAway;
    looks = !isAway && isOther(left, now, wasAway) ? looks + 1 : 0;
    if (looks >= looksToSettle) return true;
    const here = isAway ? 'away' : 'here';
    if (here !== where && looks === 0) {
      where = here;
      onChange(where);
    }
    await system.clock.sleep(everyMs, signal);
  }
  return false;
}

/** Another line may have other address families altogether: that counts when the first line was seen to go. */
function isOther(left: Network, now: Network, wasAway: boolean): boolean {
  const relation = relationOf(left, now);
  return relation === 'other' || (relation === 'unknown' && wasAway && left !== undefined);
}

function isSomewhere(network: Network): boolean {
  return network?.ipv4 !== undefined || network?.ipv6 !== undefined;
}
