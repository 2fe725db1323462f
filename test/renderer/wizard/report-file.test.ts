import { expect, test } from 'vitest';
import { readOpenedReport, reportFile } from '../../../renderer/wizard/report-file.ts';
import { anObservation, aReport } from '../../support/builders.ts';
import { english } from '../../support/english.ts';

test('a report is saved under the day of its check, and reads back as it was', () => {
  const report = aReport({ startedAt: '2026-11-23T12:00:00.000Z' });
  const { fileName, mediaType, text } = reportFile(report);
  expect([fileName, mediaType]).toEqual(['postway-report-2026-11-23.json', 'application/json']);
  expect(readOpenedReport(text)).toEqual({ ok: true, value: report });
});

test.each(['../../x', 'C:\\a|b', '\u202e.exe', ''])('a day such as %j names no other place', (startedAt) => {
  expect(reportFile(aReport({ startedAt })).fileName).toMatch(/^postway-report-[\d-]*\.json$/);
});

test('the texts of a file that anybody may have written are cleaned, line by line', () => {
  const observation = anObservation({ greeting: 'one\u202e\ntwo\u0007' });
  const opened = readOpenedReport(JSON.stringify(aReport({ observations: [observation] })));
  if (!opened.ok) expect.unreachable(english(opened.problem.message));
  expect(opened.value.observations[0]?.greeting).toBe('one\ufffd\ntwo\ufffd');
});

test('what is no report is refused', () => {
  expect(readOpenedReport('{}')).toMatchObject({ ok: false, problem: { field: 'schema' } });
});
