import { type Accused, accusedOf, isSettled } from '../../shared/diagnose/accused.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Report } from '../../shared/model/report.ts';
import type { PlainKey } from '../../shared/text/said.ts';

type Judged = Pick<Report, 'interrupted'> & { readonly verdict: Pick<Finding, 'code' | 'confidence'> };

const byAccused: Record<Accused, PlainKey> = {
  network: 'wizard.sure.elsewhere',
  reputation: 'wizard.sure.elsewhere',
  'on-path': 'wizard.sure.elsewhere',
  reach: 'wizard.sure.elsewhere',
  server: 'wizard.sure.provider',
  computer: 'wizard.sure.computer',
  settings: 'wizard.sure.settings',
  nobody: 'wizard.sure.again',
};

/**
 * What would show whether a verdict is right: of a check that was stopped its other half, else by whom it points at. Null where nothing is open
 * any more.
 */
export function settledBy({ verdict, interrupted }: Judged): PlainKey | null {
  if (interrupted) return 'wizard.sure.stopped';
  if (isSettled(verdict)) return null;
  return verdict.confidence === 'certain' ? 'wizard.sure.reach' : byAccused[accusedOf(verdict.code)];
}
