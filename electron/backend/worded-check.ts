import { nothingButABug } from '../../shared/diagnose/diagnose.ts';
import { reportIn } from '../../shared/diagnose/worded.ts';
import { answered } from '../../shared/explain/answered.ts';
import { judge } from '../../shared/judge/judge.ts';
import type { CheckInput, CurrentSettings } from '../../shared/model/check.ts';
import type { JudgedReport, Report } from '../../shared/model/report.ts';
import type { Say } from '../../shared/text/words.ts';
import { type CheckOptions, check } from '../engine/check.ts';
import type { SeenEarlier } from './earlier-checks.ts';
import { ownNetwork } from './own-network.ts';

/** The engine's check, judged with what earlier ones know of the same servers, and its report in words. */
export function wordedCheck(say: Say, seenEarlier: SeenEarlier = async () => []) {
  return async (input: CheckInput, options: CheckOptions, signal: AbortSignal): Promise<Report> => {
    const made = await check(input, options, signal);
    const judged = knowing(made, await seenEarlier(made));
    // Where the check ended: what counts of it was seen from there.
    const network = await ownNetwork(options.system);
    const report = inWords({ ...judged, network }, say, options.reportBug);
    const { suspicion } = input;
    return suspicion ? { ...report, suspicion: answered(report, suspicion, say) } : report;
  };
}

/** What a check concludes, when it is known what was seen earlier. */
function knowing(judged: JudgedReport, earlier: readonly CurrentSettings[]): JudgedReport {
  if (earlier.length === 0 || judged.internal) return judged;
  const evidence = { ...judged, input: { ...judged.input, earlier: [...earlier] } };
  return { ...evidence, ...judge(evidence) };
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
