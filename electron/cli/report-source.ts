import { type Result, right, wrong } from '../../shared/model/problem.ts';
import { maxReportChars, parseReport, type Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import type { Arguments } from './command.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

/**
 * The saved report that a command is about: `--report <file>`, `--report -`, a lone `-` after the first word, or a pipe. The function
 * that comes back reads it and judges it anew from its observations; what the file claimed otherwise is told on stderr.
 * Every failure is wrong use of `--report`.
 */
export function reportSource(args: Arguments, shell: Shell): Result<() => Promise<Result<Report>>> {
  const file = args.value('report');
  const second = args.positionals[1];
  if (second !== undefined && second !== '-') {
    return wrong(`"${safeText(second, 60)}"`, said('cli.wrong.report-place'));
  }
  if (second === '-' && file !== undefined) return wrong('--report', said('cli.wrong.clash', { other: '-' }));
  if (file === undefined && second === undefined && !shell.isStdinPiped) {
    return wrong('--report', said('cli.wrong.no-report'));
  }
  const isFile = file !== undefined && file !== '-';
  return right(async () => {
    const text = await (isFile ? shell.readFile(file, maxReportChars) : shell.readStdin(maxReportChars));
    if (!text.ok) return wrong('--report', text.problem.message);
    // Loaded when it is needed: judging anew takes all the rules.
    const { reopened } = await import('../../shared/judge/reopen.ts');
    const saved = parseReport(text.value);
    const anew = saved.ok ? reopened(saved.value, say) : saved;
    if (!anew.ok) return wrong('--report', said('cli.wrong.report', anew.problem));
    const { report, difference } = anew.value;
    if (difference !== null) shell.stderr.write(`postway: ${safeText(difference)}\n`);
    return right(report);
  });
}
