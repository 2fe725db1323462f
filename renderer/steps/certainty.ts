import type { Finding } from '../../shared/model/finding.ts';
import { say } from '../../shared/text/index.ts';

/** How sure a finding is of the cause, in a few words; one that could not tell names none, however possible. */
export function certaintyWords({ code, confidence }: Pick<Finding, 'code' | 'confidence'>): string {
  return say(code === 'inconclusive' ? 'wizard.verdict.open' : `wizard.confidence.${confidence}`);
}
