import type { Reopened } from '../../shared/judge/reopen.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { maxReportChars, parseReport, type Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import type { Arguments, Context } from './command.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

/**
 * The saved report that a command is about: `--report` with a file, the name of a kept check or `-`; a lone `-` after the first word; or a
 * pipe. The function that comes back reads it and judges it anew from its observations; what the file claimed otherwise is told on stderr.
 * Every failure is wrong use of `--report`.
 */
export function reportSource(args: Arguments, context: Context): Result<() => Promise<Result<Report>>> {
  const name = namedSource(args, context);
  return name.ok ? ok(() => reportNamed(name.value, '--report', context)) : name;
}

function namedSource(args: Arguments, context: Context): Result<string> {
  const file = args.value('report');
  const second = args.positionals[1];
  if (second !== undefined && second !== '-') {
    return fail(`"${safeText(second, 60)}"`, said('cli.wrong.report-place'));
  }
  if (second === '-' && file !== undefined) return fail('--report', said('cli.wrong.clash', { other: '-' }));
  if (file === undefined && second === undefined && !context.shell.isStdinPiped) {
    return fail('--report', said('cli.wrong.no-report'));
  }
  return ok(file ?? '-');
}

/** Reads one saved report by its file, or by its name in the history. A Problem's field is `field`. */
export async function reportNamed(name: string, field: string, context: Context): Promise<Result<Report>> {
  const anew = await reopenedNamed(name, field, context);
  return anew.ok ? ok(anew.value.report) : anew;
}

async function reopenedNamed(
  name: string,
  field: string,
  { shell, services }: Context,
): Promise<Result<Reopened>> {
  const { historyOn, isHistoryId } = await import('../backend/history.ts');
  if (!isHistoryId(name)) return readReport(name, field, shell);
  const opened = await historyOn(await services.workstation()).open(name, say);
  return opened.ok ? ok({ report: opened.value, difference: null }) : fail(field, opened.problem.message);
}

/** The same, with what the file claims otherwise than its measurements: for a command that changes something by it. */
export async function savedEvidence(args: Arguments, context: Context): Promise<Result<Reopened>> {
  const name = namedSource(args, context);
  return name.ok ? reopenedNamed(name.value, '--report', context) : name;
}

/** The same, read at once. */
export async function savedReport(args: Arguments, context: Context): Promise<Result<Report>> {
  const source = reportSource(args, context);
  return source.ok ? source.value() : source;
}

/** Reads one saved report, `-` from standard input, and judges it anew. A Problem's field is `field`. */
async function readReport(file: string, field: string, shell: Shell): Promise<Result<Reopened>> {
  const text = await (file === '-' ? shell.readStdin(maxReportChars) : shell.readFile(file, maxReportChars));
  if (!text.ok) return fail(field, text.problem.message);
  // Loaded when it is needed: judging anew takes all the rules.
  const { reopened } = await import('../../shared/judge/reopen.ts');
  const saved = parseReport(text.value);
  const anew = saved.ok ? reopened(saved.value, say) : saved;
  if (!anew.ok) {
    // What is wrong with the whole of it needs no name of a part.
    const { problem } = anew;
    return fail(field, problem.field === 'report' ? problem.message : said('cli.wrong.report', problem));
  }
  const { difference } = anew.value;
  if (difference !== null) shell.stderr.write(`postway: ${safeText(difference)}\n`);
  return anew;
}
