import type { Report } from '../../shared/model/report.ts';
import { type Said, said } from '../../shared/text/said.ts';

/** Whether what the check before this one found (`found`) is gone, or still there; null where there is nothing to say of it. */
export function sinceBefore({ verdict, interrupted }: Report, found: string | null): Said | null {
  if (found === null || interrupted) return null;
  if (verdict.code === 'all-clear') return said('wizard.verdict.mended', { headline: found });
  return verdict.headline === found ? said('wizard.verdict.still') : null;
}
