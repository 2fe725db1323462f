import { randomUUID } from 'node:crypto';
import { say } from '../../shared/text/index.ts';
import type { Place } from '../computer/place.ts';
import { type Checks, type ChecksOptions, createChecks } from './checks.ts';
import { historyOn } from './history.ts';
import { systemFor } from './system-for.ts';
import { wordedCheck } from './worded-check.ts';

/**
 * The checks of this program, for window and command line alike: over its own engine, in the real network or the practice network, in the
 * language that is spoken, and kept in the history of that computer unless it is null.
 */
export function ownChecks({
  place,
  ...options
}: Pick<ChecksOptions, 'version' | 'reportBug'> & { readonly place: Place | null }): Checks {
  const history = place && historyOn(place);
  const checkInWords = wordedCheck(say);
  return createChecks({
    ...options,
    check: async (...asked) => {
      const report = await checkInWords(...asked);
      await history?.keep(report); // the check is worth as much where its report cannot be kept
      return report;
    },
    systemFor,
    newId: randomUUID,
  });
}
