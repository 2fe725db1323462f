import type { Cause, Retry } from '../model/explanation.ts';
import type { Stage } from '../model/observation.ts';
import { type KindName, kindOf } from './kinds.ts';
import { neededOf } from './needles.ts';
import type { Rule } from './rule.ts';

/** Something recognised in a text, before it is put into words. */
export type Found = {
  readonly kind: KindName;
  readonly matched: string;
  readonly program?: string;
  readonly code?: string;
  readonly causes: readonly Cause[];
  readonly retry: Retry;
  readonly stage?: Stage;
  readonly certainty: 'certain' | 'likely' | 'possible';
  readonly replyCode?: number;
  readonly enhancedStatus?: string;
  readonly isFrame?: true;
  /** How telling it is beside others in the same text: the greatest comes first. */
  readonly weight: number;
};

/** A finding of that kind; what `more` gives overrules what the kind says. */
export function foundOf(
  kind: KindName,
  matched: string,
  weight: number,
  more: Partial<Omit<Found, 'kind' | 'matched' | 'weight'>> = {},
): Found {
  const { causes, retry, stage } = kindOf(kind);
  return { kind, matched, weight, causes, retry, certainty: 'likely', ...(stage && { stage }), ...more };
}

/** What the rules recognise in the text, each rule at most once. */
export function foundBy(rules: readonly Rule[], text: string, weight: number): Found[] {
  return rules.flatMap((rule) => {
    const match = neededOf(rule.when, text)?.exec(text);
    return match ? [foundByRule(rule, match[0], weight)] : [];
  });
}

/** The first rule that recognises the text. */
export function firstBy(rules: readonly Rule[], text: string, weight: number): Found | undefined {
  for (const rule of rules) {
    const match = neededOf(rule.when, text)?.exec(text);
    if (match) return foundByRule(rule, match[0], weight);
  }
  return undefined;
}

function foundByRule(rule: Rule, matched: string, weight: number): Found {
  const { kind, when: _when, ...more } = rule;
  return foundOf(kind, matched, weight, more);
}
