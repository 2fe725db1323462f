import { maskedReport } from '../../../shared/judge/masked-report.ts';
import { everyAttemptIn } from '../../../shared/letter/attempts.ts';
import { sheetHtml, sheetOf } from '../../../shared/letter/sheet.ts';
import { fail, ok } from '../../../shared/model/problem.ts';
import { type Report, renderReport } from '../../../shared/model/report.ts';
import { say } from '../../../shared/text/index.ts';
import { said } from '../../../shared/text/said.ts';
import { renderAct } from '../act-result.ts';
import type { RunCommand } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { outFile } from '../out-file.ts';
import { paintFor } from '../paint.ts';
import { savedReport } from '../report-source.ts';
import { renderResult } from '../result.ts';
import { safeText } from '../safe-text.ts';
import type { Shell } from '../shell.ts';
import { wordOf } from '../word-of.ts';

/** `postway report`: a saved report with its proof, for a person or a ticket. */
export const runReportCommand: RunCommand = async (args, context) => {
  const { shell } = context;
  const named = args.value('format') ?? 'text';
  const format = wordOf(named, formatNames);
  if (!format) return fail('--format', said('cli.wrong.format', { found: safeText(named, 60) }));
  const out = outFile(args);
  if (out === undefined && args.has('force')) return fail('--force', said('cli.wrong.force-without-out'));
  if (format === 'pdf' && out === undefined && shell.stdout.isTerminal) {
    return fail('--out', said('cli.wrong.needs-out'));
  }
  const saved = await savedReport(args, context);
  if (!saved.ok) return saved;
  const report = args.has('mask') ? maskedReport(saved.value, say) : saved.value;
  const content = await formats[format](report, shell);
  if (out === undefined) {
    shell.stdout.write(content);
    return ok(exitStatus.ok);
  }
  const written = await shell.writeFile(out, content, args.has('force'));
  if (!written.ok) return fail('--out', written.problem.message);
  shell.stderr.write(`${say('cli.export.written', { file: safeText(out, 200) })}\n`);
  return ok(exitStatus.ok);
};

const formats = {
  text: asText,
  html: (report: Report) => sheetHtml(sheetOf(report, say)),
  async pdf(report: Report) {
    const { sheetPdf } = await import('../pdf/sheet-pdf.ts');
    return sheetPdf(sheetOf(report, say), new Date(report.startedAt));
  },
  json: (report: Report) => renderReport(report),
};

const formatNames = Object.keys(formats) as (keyof typeof formats)[];

function asText(report: Report, shell: Shell): string {
  const paint = paintFor(shell.stdout, shell, true);
  const columns = shell.stdout.columns();
  return `${renderResult(report, { columns, paint })}\n${actLines(report, columns)}${attemptLines(report).join('\n')}\n`;
}

/** Logins and test messages after the check, with what they mean; nothing where there were none. */
function actLines({ acts = [] }: Report, columns: number): string {
  if (acts.length === 0) return '';
  const told = acts.map((act) => `${safeText(act.startedAt, 40)}\n${renderAct(act, columns)}`);
  return `${say('sending.done-before')}\n\n${told.join('\n')}\n`;
}

function attemptLines(report: Report): string[] {
  return [
    say('cli.report.attempts'),
    ...everyAttemptIn(report).map(({ line }) => `  ${safeText(say(line), 400)}`),
  ];
}
