import type { Report } from '../model/report.ts';
import { said } from '../text/said.ts';
import type { Compared, ComparisonJudgement } from './comparison.ts';
import { differencesIn } from './differences.ts';
import { networkRelation } from './network-relation.ts';
import { type Conclusion, runsOf } from './rule.ts';
import { rules } from './rules.ts';

/**
 * Compares two checks of the same servers and concludes who may be the cause: which party is cleared, and which is left. `network`, where
 * the caller saw that it became another one, counts more than what the reports say. Pure; never throws on any two reports.
 */
export function compare(older: Report, newer: Report, network = networkRelation(older, newer)): Compared {
  const runs = runsOf(older, newer, network);
  const rule = rules.find(({ applies }) => applies(runs));
  if (!rule) throw new Error('the last row applies to any two checks');
  const conclusion = rule.conclude(runs);
  const isOther = runs.areTwoNetworks && rule.code !== 'not-comparable';
  return {
    older: runOf(older),
    newer: runOf(newer),
    network,
    findings: [judgementOf(rule.code, conclusion), ...(isOther ? [otherNetworkNote] : [])],
    cleared: [...(conclusion.cleared ?? [])],
    left: [...(conclusion.left ?? [])],
    // Of two services that have nothing in common there is nothing to tell apart, nor of servers that one check did not see.
    differences: runs.isSameSubject && runs.blind.length === 0 ? differencesIn(runs.pairs) : [],
  };
}

function runOf({ startedAt, verdict }: Report): Compared['older'] {
  return { startedAt, verdict: verdict.code, severity: verdict.severity };
}

function judgementOf(code: ComparisonJudgement['code'], conclusion: Conclusion): ComparisonJudgement {
  const { severity, confidence, headline, detail, advice = [], proof = [] } = conclusion;
  return {
    code,
    severity,
    confidence,
    evidence: proof.flatMap(({ older, newer }) => [`older:${older.id}`, `newer:${newer.id}`]).slice(0, 500),
    words: { headline, detail: [...detail], advice: [...advice] },
  };
}

const otherNetworkNote: ComparisonJudgement = judgementOf('network-changed', {
  severity: 'note',
  confidence: 'certain',
  headline: said('compare.network-changed.headline'),
  detail: [said('compare.network-changed.detail')],
});
