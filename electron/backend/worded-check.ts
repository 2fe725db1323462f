import { nothingButABug } from '../../shared/diagnose/diagnose.ts';
import { reportIn } from '../../shared/diagnose/worded.ts';
import { advisedByText } from '../../shared/explain/advice.ts';
import { answered } from '../../shared/explain/answered.ts';
import type { CheckInput } from '../../shared/model/check.ts';
import type { JudgedReport, Report } from '../../shared/model/report.ts';
import type { Say } from '../../shared/text/words.ts';
import { type CheckOptions, check } from '../engine/check.ts';
import { ownNetwork } from './own-network.ts';

/** The engine's check, with its report in words. */
export function wordedCheck(say: Say) {
  return async (input: CheckInput, options: CheckOptions, signal: AbortSignal): Promise<Report> => {
    const judged = await check(input, options, signal);
    // Where the check ended: what counts of it was seen from there.
    const network = await ownNetwork(options.system);
    const report = inWords({ ...judged, network }, say, options.reportBug);
    const { suspicion } = input;
    if (!suspicion) return report;
    return { ...advisedByText(report, suspicion, say), suspicion: answered(report, suspicion, say) };
  };
}

/** A message or value that is missing is a bug of ours: the report then says that, and keeps what was seen. */
function inWords(judged: JudgedReport, say: Say, reportBug: CheckOptions['reportBug']): Report {
  const wordless: JudgedReport = { ...judged, ...nothingButABug(), internal: true };
  const tries = [judged, wordless, { ...wordless, recommendation: null }];
  for (const one of tries) {
    try {
      return reportIn(one, say);
    } catch (error) {
      reportBug?.(error);
    }
  }
  throw new Error('not even a bug can be told');
}
