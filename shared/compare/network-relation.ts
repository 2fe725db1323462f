import type { Report } from '../model/report.ts';
import type { NetworkRelation } from './comparison.ts';

/**
 * Whether two reports were made in the same network, by the networks that their computer's own addresses were in. An address family that
 * comes and goes makes no other network; two networks that chose the same private range cannot be told apart and count as one.
 */
export function networkRelation(older: Report, newer: Report): NetworkRelation {
  if (older.practice && newer.practice) {
    return older.practiceScenario === newer.practiceScenario ? 'same' : 'other';
  }
  return relationOf(older.network, newer.network);
}

/** The same of the networks alone. */
export function relationOf(one: Report['network'], other: Report['network']): NetworkRelation {
  const families = (['ipv4', 'ipv6'] as const).map((family) => [one?.[family], other?.[family]]);
  const known = families.filter(([before, after]) => before !== undefined && after !== undefined);
  if (known.some(([before, after]) => before !== after)) return 'other';
  return known.length > 0 ? 'same' : 'unknown';
}
