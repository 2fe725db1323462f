import type { NetworkRelation } from '../../shared/compare/comparison.ts';
import { networkRelation } from '../../shared/compare/network-relation.ts';
import type { Report } from '../../shared/model/report.ts';
import type { Saved } from '../wizard/saved.ts';

/**
 * Whether two checks were made in different networks. A change that was seen is one. Where the person alone says so and the addresses look the
 * same, two networks may have chosen one range: nothing may rest on either.
 */
export function networkBetween(older: Report, newer: Report, known: Saved['otherNetwork']): NetworkRelation {
  const relation = networkRelation(older, newer);
  if (known === 'seen') return 'other';
  return known === 'said' && relation === 'same' ? 'unknown' : relation;
}

/** The networks a check was made in, each once. */
export function networksOf(network: Report['network']): readonly string[] {
  return [...new Set([network?.ipv4, network?.ipv6])].filter((one) => one !== undefined);
}
