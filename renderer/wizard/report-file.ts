import type { ExportedFile } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/model/problem.ts';
import { parseReport, type Report, renderReport } from '../../shared/model/report.ts';
import { plainLines } from '../../shared/parse/plain-text.ts';

/**
 * Reads a report from a file. Nobody knows who wrote the file, so its texts are cleaned as those of a server are: without marks that
 * turn the reading direction round or hide.
 */
export function readOpenedReport(text: string): Result<Report> {
  const report = parseReport(text);
  if (!report.ok) return report;
  return parseReport(
    JSON.stringify(report.value, (_key, value) =>
      typeof value === 'string' ? plainLines(value.split('\n')) : value,
    ),
  );
}

/** The file that a report is saved as, named after the day of its check. */
export function reportFile(report: Report): ExportedFile {
  const day = report.startedAt.slice(0, 10).replace(/[^\d-]/g, '');
  return {
    fileName: `postway-report-${day}.json`,
    mediaType: 'application/json',
    text: renderReport(report),
  };
}
