import { reopened } from '../../shared/judge/reopen.ts';
import { ok, type Result } from '../../shared/model/problem.ts';
import { parseReport, type Report } from '../../shared/model/report.ts';
import type { Say } from '../../shared/text/words.ts';

/** A report from anywhere, judged anew in these words. A Problem names the field that is wrong. */
export function judgedAnew(report: unknown, say: Say): Result<Report> {
  const saved = parseReport(typeof report === 'string' ? report : (JSON.stringify(report) ?? ''));
  if (!saved.ok) return saved;
  const judged = reopened(saved.value, say);
  return judged.ok ? ok(judged.value.report) : judged;
}
