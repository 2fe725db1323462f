import { plainPublisher } from '../model/claims.ts';
import type { Judgement, Severity } from '../model/finding.ts';
import type { TextKey } from '../text/catalogue.ts';
import type { Said } from '../text/said.ts';
import type { Evidence } from './evidence.ts';
import { type Facts, gatherFacts } from './facts.ts';
import type { Found, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { commonValues } from './words.ts';

/** A report's schema allows this many observation ids as evidence. */
const maxEvidence = 500;

/** What a check's evidence means, in no language yet: `worded` says it. Most important first; the verdict is the first. */
export type Judged = { readonly verdict: Judgement; readonly findings: readonly Judgement[] };

type Raised = Found & { readonly rule: Rule; readonly severity: Severity };

/**
 * Judges the evidence of one check: asks every rule, nearest the user first, and puts what explains best why mail is not going out
 * at the top. Never throws on any evidence and always has a verdict. Contract, section 4.
 */
export function diagnose(evidence: Evidence): Judged {
  const facts = gatherFacts(evidence);
  const raised: Raised[] = [];
  for (const rule of rules) {
    if (isExplained(rule, raised)) continue;
    const found = rule.find(facts);
    if (found) raised.push({ ...found, rule, severity: found.severity ?? rule.severity });
  }
  const [first, ...rest] = inOrder(raised);
  if (!first) throw new Error('no rule found anything, not even that nothing can be concluded');
  const verdict = asJudgement(first, facts, remarks(evidence));
  return { verdict, findings: [verdict, ...rest.map((finding) => asJudgement(finding, facts))] };
}

/** What must be said with the verdict, whatever it is. Contract, section 5, rule 5. */
function remarks({ interrupted, recommendation, discovery }: Evidence): TextKey[] {
  const isSafer = recommendation !== null && recommendation.outgoing.security !== 'none';
  const overruled = isSafer ? plainPublisher(discovery) : null;
  return [
    ...(overruled ? ([`finding.overruled.${overruled}`] as const) : []),
    ...(interrupted ? (['finding.interrupted'] as const) : []),
  ];
}

function isExplained(rule: Rule, raised: readonly Raised[]): boolean {
  const problems = raised.filter(({ severity }) => severity === 'problem');
  if (rule.unless === 'any problem') return problems.length > 0;
  return problems.some((problem) => rule.unless?.includes(problem.rule.code));
}

/** Problems that explain the failure, then weaker ones; `all-clear` before warnings and notes, which it does not contradict. */
function inOrder(raised: readonly Raised[]): Raised[] {
  return raised
    .map((finding, position) => ({ finding, weight: weightOf(finding), position }))
    .sort((a, b) => a.weight - b.weight || a.position - b.position)
    .map(({ finding }) => finding);
}

function weightOf({ rule, severity, confidence, yields }: Raised): number {
  if (severity === 'problem') return (yields ? 2 : 0) + (confidence === 'possible' ? 1 : 0);
  if (rule.code === 'all-clear') return 5;
  // Told first when there is no problem: it is what makes an impatient program fail although everything works.
  if (yields === false) return 4;
  return severity === 'warning' ? 6 : 7;
}

function asJudgement(found: Raised, facts: Facts, more: readonly TextKey[] = []): Judgement {
  const { code } = found.rule;
  const values = { ...commonValues(facts), ...found.values };
  const put = (words: TextKey | Said): Said => (typeof words === 'string' ? { key: words, values } : words);
  const detail = found.detail ?? [`${code}.detail` as const];
  return {
    code,
    severity: found.severity,
    confidence: found.confidence,
    evidence: [...new Set(found.evidence.map((o) => o.id))].slice(0, maxEvidence),
    words: {
      headline: put(found.headline ?? `${code}.headline`),
      detail: [...detail, ...more].map(put),
      advice: found.advice.map(put),
    },
  };
}
