import { reportAnew, reportIn } from '../diagnose/worded.ts';
import type { Recommendation } from '../model/finding.ts';
import { ok, type Result } from '../model/problem.ts';
import { parseReport, type Report } from '../model/report.ts';
import { plainLines, plainText } from '../parse/plain-text.ts';
import { advised } from '../recommend/asker/advise.ts';
import type { Say } from '../text/words.ts';
import { withDoubtedCertificates } from './certificate-claims.ts';
import { judge } from './judge.ts';
import { judgedAct } from './judge-act.ts';
import { nameless } from './nameless.ts';
import { withKnownProviders } from './provider-claims.ts';

/** A saved report, judged anew from what it measured. */
export type Reopened = {
  readonly report: Report;
  /** What the file itself claimed otherwise, as one sentence; null where it said the same. */
  readonly difference: string | null;
};

/**
 * Judges a report anew that was saved by who knows whom. Its observations are evidence; its verdict, words and recommendation are not
 * believed but made anew in the words of `say`, so that nobody speaks with Postway's voice; what is said of providers is Postway's own
 * knowledge, certificates are doubted that their own facts speak against, and what logins and test messages meant is concluded from what the
 * servers answered. Texts from servers are cleaned once more of
 * characters that act on a screen. A Problem names the field that was nothing without them. Bounded by the report's own limits.
 */
export function reopened(saved: Report, say: Say): Result<Reopened> {
  const cleaned = parseReport(
    JSON.stringify(saved, (key, value) => (typeof value === 'string' ? cleanedText(key, value) : value)),
  );
  if (!cleaned.ok) return cleaned;
  // What an error text led to suspect is the file's own sentence, and no observation proves it.
  const { schema: _schema, suspicion: _suspicion, language: _language, ...claimed } = cleaned.value;
  const evidence = { ...claimed, observations: withDoubtedCertificates(claimed) };
  const report = concluded({ ...evidence, discovery: withKnownProviders(evidence.discovery) }, say);
  // What a provider published is not in the words any more, and that is no lie of the file's.
  return ok({ report, difference: differenceOf(cleaned.value, concluded(evidence, say), say) });
}

/** A report of this very process in the words of `say`, concluded anew: nobody else has written in it, so what it says of providers stays. */
export function reworded({ schema: _schema, language: _language, ...own }: Report, say: Say): Report {
  return concluded(own, say);
}

function concluded(evidence: Omit<Report, 'schema' | 'language'>, say: Say): Report {
  const { acts, asker, masked } = evidence;
  const judged = reportIn(
    {
      ...evidence,
      ...judge(evidence),
      ...(acts && { acts: acts.map(({ findings: _claimed, ...facts }) => judgedAct(facts, evidence, say)) }),
    },
    say,
  );
  const anew = asker ? advised(judged, asker, say) : judged;
  return masked ? nameless(anew) : anew;
}

/** A greeting has lines. In any other text a line end is a stranger's: it would begin a line of its own in a letter or a list. */
function cleanedText(key: string, text: string): string {
  return key === 'greeting' ? plainLines(text.split('\n')) : plainText(text);
}

/** Codes and settings are named, free text of the file never is. */
function differenceOf(claimed: Report, own: Report, say: Say): string | null {
  const verdicts = { claimed: claimed.verdict.code, own: own.verdict.code };
  const settings = {
    claimed: settingOf(claimed.recommendation, say),
    own: settingOf(own.recommendation, say),
  };
  if (verdicts.claimed !== verdicts.own) return say('reopened.verdict', verdicts);
  if (settings.claimed !== settings.own) return say('reopened.setting', settings);
  // A report in another language tells the same when its words are put into this one.
  const isTranslated = (claimed.language ?? 'en') !== say.language;
  const worded = isTranslated ? reportAnew(claimed, say) : claimed;
  const told = claimed.masked ? nameless(worded) : worded;
  return toldBy(told) === toldBy(own) ? null : say('reopened.words');
}

/** Everything that is shown, in one order of keys, without what stands beside it for other languages. */
function toldBy({ findings, recommendation, acts = [] }: Report): string {
  return JSON.stringify([findings, recommendation, acts.map((act) => act.findings)], (_key, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const told = Object.entries(value).filter(([key]) => key !== 'words');
    return Object.fromEntries(told.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

function settingOf(recommendation: Recommendation | null, say: Say): string {
  if (recommendation === null) return say('reopened.no-setting');
  const { host, port, security } = recommendation.outgoing;
  return `${host}:${port}/${security}`;
}
