import { type Accused, accusedOf } from '../../shared/compare/accused.ts';
import type { FindingCode } from '../../shared/model/finding.ts';
import type { PlainKey } from '../../shared/text/said.ts';

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

/** What would show whether a verdict is right, by whom it points at. */
export function settledBy(code: FindingCode): PlainKey {
  return byAccused[accusedOf(code)];
}
