import { randomUUID } from 'node:crypto';
import { say } from '../../shared/text/index.ts';
import { thisComputer } from '../computer/workstation.ts';
import { type Checks, type ChecksOptions, createChecks } from './checks.ts';
import { type History, historyOn } from './history.ts';
import { systemFor } from './system-for.ts';
import { wordedCheck } from './worded-check.ts';

/**
 * The checks of this program, for window and command line alike: over its own engine, in the real network or the practice network, in the
 * language that is spoken, and kept in this computer's history unless another one is given, or null.
 */
export function ownChecks({
  history = historyOn(thisComputer()),
  ...options
}: Pick<ChecksOptions, 'version' | 'reportBug' | 'onRunning'> & {
  readonly history?: Pick<History, 'keep'> | null;
}): Checks {
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
