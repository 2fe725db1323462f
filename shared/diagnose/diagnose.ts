import { plainPublisher } from '../model/claims.ts';
import type { FindingCode, Judgement, Severity } from '../model/finding.ts';
import type { TextKey } from '../text/catalogue.ts';
import { type Said, said } from '../text/said.ts';
import type { Evidence } from './evidence.ts';
import { type Facts, gatherFacts } from './facts.ts';
import type { Found, Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { settledAdvice } from './settled-advice.ts';
import { aboutWithheld } from './withheld.ts';
import { commonValues } from './words.ts';

/** A report's schema allows this many observation ids as evidence. */
const maxEvidence = 500;

type Raised = Found & { readonly rule: Rule; readonly severity: Severity };

/** What a check's evidence means, in no language yet: `worded` says it. Most important first; the verdict is the first. */
export type Judged = {
  readonly verdict: Judgement;
  readonly findings: readonly Judgement[];
  /** Rules with a bug of ours, whose findings are missing. */
  readonly brokenRules?: FindingCode[];
};

type JudgeOptions = {
  readonly rules?: readonly Rule[];
  /** Hears of what a rule throws; without it, that is thrown on. */
  readonly onBug?: (error: unknown) => void;
};

/**
 * Judges the evidence of one check: asks every rule, nearest the user first, and puts what explains best why mail is not going out
 * at the top. Never throws on any evidence and always has a verdict. Contract, section 4.
 *
 * A rule that throws costs its finding, and every conclusion that would stand only because that finding is missing.
 */
export function diagnose(
  evidence: Evidence,
  { rules = allRules, onBug = throwOn }: JudgeOptions = {},
): Judged {
  if (evidence.internal) return nothingButABug();
  const facts = gatherFacts(evidence);
  const raised: Raised[] = [];
  const broken: Rule[] = [];
  for (const rule of rules) {
    if (isExplained(rule, raised) || mightBeExplained(rule, broken)) continue;
    try {
      const found = rule.find(facts);
      if (found) raised.push({ ...found, rule, severity: found.severity ?? rule.severity });
    } catch (error) {
      broken.push(rule);
      onBug(error);
    }
  }
  const [first, ...rest] = inOrder(raised);
  const missing = broken.length > 0 ? { brokenRules: broken.map(({ code }) => code) } : {};
  if (first && isSure(first, broken, rules)) {
    const withheld = aboutWithheld(evidence, first.rule.code);
    const more = { detail: [...remarks(evidence), ...withheld.detail], advice: withheld.advice };
    const verdict = asJudgement(first, facts, more);
    return { verdict, findings: [verdict, ...rest.map((one) => asJudgement(one, facts))], ...missing };
  }
  if (broken.length === 0) throw new Error('no rule found anything, not even that nothing can be concluded');
  const { verdict } = nothingButABug();
  const others = inOrder(raised).filter(({ rule }) => !lastWords.has(rule.code));
  return { verdict, findings: [verdict, ...others.map((one) => asJudgement(one, facts))], ...missing };
}

/** Of a check that ended with a bug of ours: it says that, and concludes nothing from what was seen until then. */
export function nothingButABug(): Judged {
  const verdict: Judgement = {
    code: 'inconclusive',
    severity: 'problem',
    confidence: 'possible',
    evidence: [],
    words: {
      headline: said('inconclusive.headline.internal'),
      detail: [said('inconclusive.detail.internal')],
      advice: [said('inconclusive.advice.again'), said('inconclusive.advice.bug')],
    },
  };
  return { verdict, findings: [verdict] };
}

/** Codes that say how everything else came out, so they are not told beside a verdict that took their place. */
const lastWords: ReadonlySet<FindingCode> = new Set(['all-clear', 'inconclusive']);

function throwOn(error: unknown): never {
  throw error;
}

/** It speaks only where a rule found nothing of which nobody knows what it would have found. */
function mightBeExplained(rule: Rule, broken: readonly Rule[]): boolean {
  const { unless = [] } = rule;
  return unless !== 'any problem' && broken.some(({ code }) => unless.includes(code));
}

/** No broken rule would have come before this verdict: it is a problem nearer the user, or they raise none. */
function isSure({ rule, severity }: Raised, broken: readonly Rule[], rules: readonly Rule[]): boolean {
  return broken.every((other) =>
    severity === 'problem' ? rules.indexOf(rule) < rules.indexOf(other) : other.severity !== 'problem',
  );
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

type More = { readonly detail: readonly (TextKey | Said)[]; readonly advice: readonly Said[] };

function asJudgement(found: Raised, facts: Facts, more: More = { detail: [], advice: [] }): Judgement {
  const { code } = found.rule;
  const values = { ...commonValues(facts), ...found.values };
  const put = (words: TextKey | Said): Said => (typeof words === 'string' ? { key: words, values } : words);
  const detail = found.detail ?? [`${code}.detail` as const];
  const own = settledAdvice(
    { code, confidence: found.confidence },
    found.advice,
    facts.evidence.recommendation !== null,
  );
  return {
    code,
    severity: found.severity,
    confidence: found.confidence,
    evidence: [...new Set(found.evidence.map((o) => o.id))].slice(0, maxEvidence),
    words: {
      headline: put(found.headline ?? `${code}.headline`),
      detail: [...detail, ...more.detail].map(put),
      advice: [...own, ...more.advice].map(put),
    },
  };
}
