import { expect } from 'vitest';
import type { Evidence } from '../../shared/diagnose/evidence.ts';
import { reportIn } from '../../shared/diagnose/worded.ts';
import { judge } from '../../shared/judge/judge.ts';
import { maskedReport } from '../../shared/judge/masked-report.ts';
import { reopened } from '../../shared/judge/reopen.ts';
import { parseReport, renderReport } from '../../shared/model/report.ts';
import { english } from './english.ts';

/** What is concluded from this evidence is concluded again from its masked report, read from a file, and nothing is said against that file. */
export function expectSameWhenMasked(evidence: Omit<Evidence, 'recommendation'>): void {
  const report = reportIn(
    {
      tool: { name: 'postway', version: '0.0.0' },
      startedAt: '2026-11-28T06:00:00.000Z',
      elapsedMs: 2000,
      practice: false,
      ...evidence,
      ...judge(evidence),
      observations: [...evidence.observations],
      discovery: [...evidence.discovery],
    },
    english,
  );
  const masked = maskedReport(report, english);
  const saved = parseReport(renderReport(masked));
  if (!saved.ok) expect.unreachable(english(saved.problem.message));
  const again = reopened(saved.value, english);
  if (!again.ok) expect.unreachable(english(again.problem.message));
  expect(again.value.report.findings).toEqual(masked.findings);
  expect(again.value.difference).toBeNull();
  expect(maskedReport(again.value.report, english)).toEqual(again.value.report);
}
