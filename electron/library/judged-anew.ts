import { reopened } from '../../shared/judge/reopen.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { parseReport, type Report } from '../../shared/model/report.ts';
import { said } from '../../shared/text/said.ts';
import type { Say } from '../../shared/text/words.ts';

/** A report from anywhere, judged anew in these words. A Problem names the field that is wrong. */
export function judgedAnew(report: unknown, say: Say): Result<Report> {
  const text = textOf(report);
  if (text === null) return fail('report', said('report.not-json'));
  const saved = parseReport(text);
  if (!saved.ok) return saved;
  const judged = reopened(saved.value, say);
  return judged.ok ? ok(judged.value.report) : judged;
}

/** As JSON; null for what JSON cannot hold, such as an object that contains itself. */
function textOf(report: unknown): string | null {
  if (typeof report === 'string') return report;
  try {
    return JSON.stringify(report) ?? '';
  } catch {
    return null;
  }
}
