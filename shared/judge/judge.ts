import { diagnose } from '../diagnose/diagnose.ts';
import type { Evidence } from '../diagnose/evidence.ts';
import type { JudgedReport } from '../model/report.ts';
import { recommend } from '../recommend/recommend.ts';

/** What is concluded from the evidence of one check: the one place where findings and recommendation come from. Pure. */
export function judge(
  evidence: Omit<Evidence, 'recommendation'>,
): Pick<JudgedReport, 'verdict' | 'findings' | 'recommendation'> {
  const recommendation = recommend(evidence);
  return { ...diagnose({ ...evidence, recommendation }), recommendation };
}
