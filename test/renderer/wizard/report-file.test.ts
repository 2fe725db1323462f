import { expect, test } from 'vitest';
import { reportFile } from '../../../renderer/wizard/report-file.ts';
import { parseReport } from '../../../shared/model/report.ts';
import { aReport } from '../../support/builders.ts';

test('a report is saved under the day of its check, and reads back as it was', () => {
  const report = aReport({ startedAt: '2026-11-23T12:00:00.000Z' });
  const { fileName, mediaType, text } = reportFile(report);
  expect([fileName, mediaType]).toEqual(['postway-report-2026-11-23.postway', 'application/json']);
  expect(parseReport(text)).toEqual({ ok: true, value: report });
});

test.each(['../../x', 'C:\\a|b', '\u202e.exe', ''])('a day such as %j names no other place', (startedAt) => {
  expect(reportFile(aReport({ startedAt })).fileName).toMatch(/^postway-report-[\d-]*\.postway$/);
});
