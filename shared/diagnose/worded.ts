import type { Finding, FindingCode, Judgement, Recommendation, Recommended } from '../model/finding.ts';
import { type JudgedReport, type Report, reportSchema } from '../model/report.ts';
import type { Say } from '../text/words.ts';

/** A check's result as a report, with its words in one language and what was said beside them. */
export function reportIn(judged: JudgedReport, say: Say): Report {
  const findings = judged.findings.map((finding) => worded(finding, say));
  return {
    schema: reportSchema,
    language: say.language,
    ...judged,
    verdict: findings[0] ?? worded(judged.verdict, say),
    findings,
    recommendation: judged.recommendation && wordedRecommendation(judged.recommendation, say),
  };
}

/** One finding in words. Throws when a message or value is missing. */
export function worded<C extends string = FindingCode>(
  { words, ...judgement }: Omit<Judgement, 'code'> & { readonly code: C },
  say: Say,
): Omit<Finding, 'code'> & { readonly code: C } {
  const headline = say.exactly(words.headline);
  const detail = words.detail.map(say.exactly);
  const advice = words.advice.map(say.exactly);
  return {
    ...judgement,
    headline: say(headline),
    detail: say.together(detail),
    advice: advice.map((one) => say(one)),
    words: { headline, detail, advice },
  };
}

/** Why a setting is recommended, in words. Throws when a message or value is missing. */
export function wordedRecommendation({ words, ...recommended }: Recommended, say: Say): Recommendation {
  const why = words.why.map(say.exactly);
  return { ...recommended, why: say.together(why), words: { why } };
}

/**
 * A saved report in another language, as far as it kept what was said and this version knows its words. A finding that cannot be worded
 * anew keeps its text.
 */
export function reportAnew(report: Report, say: Say): Report {
  const findings = report.findings.map((finding) =>
    orAsItWas(finding, ({ words }) => words && worded({ ...finding, words }, say)),
  );
  return {
    ...report,
    ...(report.verdict.words ? { language: say.language } : {}),
    verdict: orAsItWas(report.verdict, ({ words }) => words && worded({ ...report.verdict, words }, say)),
    findings,
    ...(report.acts && {
      acts: report.acts.map((act) => ({
        ...act,
        findings: act.findings.map((finding) =>
          orAsItWas(finding, ({ words }) => words && worded({ ...finding, words }, say)),
        ),
      })),
    }),
    recommendation:
      report.recommendation &&
      orAsItWas(
        report.recommendation,
        ({ words, ...rest }) => words && wordedRecommendation({ ...rest, words }, say),
      ),
  };
}

/** A report of another version may hold keys and values that no message of this one takes: then wording throws, and the text stays. */
function orAsItWas<T>(saved: T, anew: (saved: T) => T | undefined): T {
  try {
    return anew(saved) ?? saved;
  } catch {
    return saved;
  }
}
