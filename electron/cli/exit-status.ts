import type { Report } from '../../shared/model/report.ts';
import { sawServers } from '../../shared/model/saw-servers.ts';

/** What the command line ends with; the contract fixes the numbers for `check`, the others follow them. */
export const exitStatus = {
  ok: 0,
  /** The check ran and found no setting that works; or what was asked cannot be done. */
  nothingFound: 1,
  wrongUse: 2,
  /** Nothing could be concluded. */
  inconclusive: 3,
  /** A fault of our own (EX_SOFTWARE of sysexits.h); not 1, which would be a statement about the network. */
  ourFault: 70,
  /** The result could not be written where it should go (EX_IOERR of sysexits.h). */
  notWritten: 74,
  interrupted: 130,
} as const;

/** The exit status of a check, from its report. */
export function exitStatusOf(report: Report): number {
  if (report.interrupted) return exitStatus.interrupted;
  if (report.recommendation !== null) return exitStatus.ok;
  return sawServers(report.verdict.code) ? exitStatus.nothingFound : exitStatus.inconclusive;
}
