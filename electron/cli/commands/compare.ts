import { compare } from '../../../shared/compare/compare.ts';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import { inOrderOfTime } from '../../../shared/compare/in-order-of-time.ts';
import { networkRelation } from '../../../shared/compare/network-relation.ts';
import { comparisonIn } from '../../../shared/compare/words.ts';
import { maskedReport } from '../../../shared/judge/masked-report.ts';
import { fail, ok } from '../../../shared/model/problem.ts';
import type { Report } from '../../../shared/model/report.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import type { RunCommand } from '../command.ts';
import { renderComparison } from '../comparison-result.ts';
import { exitStatus } from '../exit-status.ts';
import { paintFor } from '../paint.ts';
import { reportNamed } from '../report-source.ts';

/** `postway compare`: what two saved reports say together. Nothing is asked of anybody. */
export const runCompareCommand: RunCommand = async (args, context) => {
  const { shell } = context;
  const [old, latest] = args.positionals;
  if (old === undefined || latest === undefined) {
    return fail(old === undefined ? 'old' : 'new', said('cli.wrong.compare-two'));
  }
  const older = await reportNamed(old, 'old', context);
  if (!older.ok) return older;
  const newer = await reportNamed(latest, 'new', context);
  if (!newer.ok) return newer;
  const shown = (report: Report): Report => (args.has('mask') ? maskedReport(report, say) : report);
  const [first, second] = inOrderOfTime(older.value, newer.value);
  const reports = { older: shown(first), newer: shown(second) };
  if (first !== older.value) shell.stderr.write(`postway compare: ${say('cli.compare.order')}\n`);
  // A masked report no longer tells which network it is from.
  const network = networkRelation(first, second);
  const comparison = comparisonIn(compare(reports.older, reports.newer, network), say);
  const page = {
    columns: shell.stdout.columns(),
    paint: paintFor(shell.stdout, shell, args.has('no-color')),
  };
  shell.stdout.write(
    args.has('json')
      ? `${JSON.stringify(comparison, null, 2)}\n`
      : renderComparison(comparison, reports, page),
  );
  return ok(comparisonStatus(comparison));
};

/** 0: nothing is in the way any more. 3: nothing follows from the two. 1: something still is in the way. */
export function comparisonStatus({ newer, findings }: Comparison): number {
  const [first] = findings;
  if (first?.code === 'nothing-seen' || first?.code === 'not-comparable') return exitStatus.inconclusive;
  return newer.severity === 'problem' ? exitStatus.nothingFound : exitStatus.ok;
}
