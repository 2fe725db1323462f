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
  if (older.network === undefined || newer.network === undefined) return 'unknown';
  const families = (['ipv4', 'ipv6'] as const).map((family) => [
    older.network?.[family],
    newer.network?.[family],
  ]);
  const known = families.filter(([one, other]) => one !== undefined && other !== undefined);
  if (known.some(([one, other]) => one !== other)) return 'other';
  return known.length > 0 ? 'same' : 'unknown';
}
