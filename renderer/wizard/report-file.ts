import type { ExportedFile } from '../../shared/contract/contract.ts';
import { type Report, renderReport } from '../../shared/model/report.ts';

/** The file that a report is saved as, named after the day of its check. It is JSON; its name ends so that the app opens it. */
export function reportFile(report: Report): ExportedFile {
  const day = report.startedAt.slice(0, 10).replace(/[^\d-]/g, '');
  return {
    fileName: `postway-report-${day}.postway`,
    mediaType: 'application/json',
    text: renderReport(report),
  };
}
