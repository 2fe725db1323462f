import { isSettled } from '../../shared/diagnose/accused.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { say } from '../../shared/text/index.ts';

/** How sure a finding is of the cause, in a few words; one that could not tell names none, however possible. */
export function certaintyWords(finding: Pick<Finding, 'code' | 'confidence'>): string {
  const { code, confidence } = finding;
  if (code === 'inconclusive') return say('wizard.verdict.open');
  if (confidence === 'certain' && !isSettled(finding)) return say('wizard.confidence.seen');
  return say(`wizard.confidence.${confidence}`);
}
