import { maskedReport } from '../../../shared/judge/masked-report.ts';
import { fail, ok, type Result } from '../../../shared/model/problem.ts';
import type { Report } from '../../../shared/model/report.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import type { Services } from '../services.ts';

/** So many checks of one conversation are remembered; with each new one the oldest goes. */
const mostRemembered = 20;

/** One conversation of the MCP server: the checks that were made in it, and whose turn it is to make one. */
export type Session = {
  readonly services: Services;
  readonly isMasked: boolean;
  /** Remembers a report, and gives the name by which later calls speak of it. */
  remember(report: Report): string;
  /** The report as this conversation may have it: without what names the person, where it was begun so. */
  shown(report: Report): Report;
  /** The report of that name. */
  recall(name: string, field: string): Result<Report>;
  /** One check after the other: the polite limits of one check are then those of the conversation. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
};

/** Nothing has been checked yet. With `isMasked` the assistant hears nothing that names the person or their line, whatever it asks. */
export function newSession(services: Services, isMasked: boolean): Session {
  const reports = new Map<string, Report>();
  let count = 0;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    services,
    isMasked,
    shown: (report) => (isMasked ? maskedReport(report, say) : report),
    remember(report) {
      count += 1;
      const name = `check-${count}`;
      reports.set(name, report);
      const [oldest] = reports.keys();
      if (reports.size > mostRemembered && oldest !== undefined) reports.delete(oldest);
      return name;
    },
    recall(name, field) {
      const report = reports.get(name);
      if (report) return ok(report);
      const known = [...reports.keys()].join(', ') || '-';
      return fail(field, said('cli.mcp.unknown-check', { found: name, known }), 'not-found');
    },
    inTurn(work) {
      const done = turn.then(work);
      turn = done.catch(() => {}); // told to whoever asked
      return done;
    },
  };
}
