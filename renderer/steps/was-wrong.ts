import type { Report } from '../../shared/model/report.ts';
import { type Said, said } from '../../shared/text/said.ts';

/**
 * What was wrong, in the end: what the check found; where that found nothing, what an earlier one did (`found`), or what a login or a
 * message showed that was tried after it.
 */
export function wasWrong(report: Report | null, found: string | null): Said {
  if (report === null) return said('wizard.arrived.finish-clear');
  const { verdict, acts = [] } = report;
  if (verdict.code !== 'all-clear') return said('wizard.arrived.finish-lead', { headline: verdict.headline });
  const shown = acts.flatMap(({ findings }) => findings).findLast(({ severity }) => severity === 'problem');
  if (shown) return said('wizard.arrived.finish-tried', { headline: shown.headline });
  return found === null
    ? said('wizard.arrived.finish-clear')
    : said('wizard.arrived.finish-mended', { headline: found });
}
