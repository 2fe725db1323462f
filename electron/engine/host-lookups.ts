import { isIP } from 'node:net';
import type { State } from '../../shared/ledger/state.ts';
import { isAnswerOfDns } from '../../shared/model/claims.ts';
import type { Names } from './names.ts';
import type { DnsAnswer } from './system.ts';

type Ways = {
  /** Questions that end with the sources. */
  readonly names: Names;
  /**
   * Questions anew, as long as the check goes on: what a source said in its last moment is followed up after the sources were stopped.
   */
  readonly askAnew: () => Names;
  readonly state: () => State;
};

/**
 * Looks a host up. Where DNS speaks of other names and is silent about this one, it is asked once more: the packets may have been lost.
 * `both`: the addresses of both families are wanted, or else some controls would be compared over one family and some over the other.
 */
export async function lookUpHost(
  host: string,
  { both, again }: { readonly both: boolean; readonly again: boolean },
  { names, askAnew, state }: Ways,
): Promise<DnsAnswer> {
  const from = (of: Names): Promise<DnsAnswer> => (both ? of.allAddresses(host) : of.addresses(host));
  if (again) return await from(askAnew());
  const answer = await from(names);
  const isWorthAnother =
    answer.outcome === 'cancelled' || (answer.outcome === 'no-answer' && hasDnsAnswered(state()));
  return isWorthAnother ? await from(askAnew()) : answer;
}

/** DNS said something, be it that a name does not exist: its silence about another name is not the whole DNS being silent. */
function hasDnsAnswered({ entries, lookups }: State): boolean {
  return (
    entries.some(isAnswerOfDns) ||
    [...lookups].some(
      ([host, { outcome }]) => isIP(host) === 0 && outcome !== 'no-answer' && outcome !== 'cancelled',
    )
  );
}

/** Not an address by number, which is its own answer, and no silence. */
export function isOfDns({ outcome, elapsedMs }: DnsAnswer): boolean {
  return elapsedMs > 0 && (outcome === 'found' || outcome === 'no-name' || outcome === 'no-data');
}
