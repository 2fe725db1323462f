import type { Rule } from '../rule.ts';
import { about } from '../words.ts';

/** Servers that pause on purpose wait from 6 to 20 s; a greeting that came in less is merely leisurely. */
const slowMs = 5_000;

/** The greeting took long, but came. */
export const slowGreeting: Rule = {
  code: 'slow-greeting',
  severity: 'note',
  unless: ['offline', 'captive-portal'],
  find(facts) {
    const slow = facts.submission.filter(
      (o) => (o.timings.greeting ?? 0) > slowMs && o.greeting !== undefined,
    );
    const first = slow[0];
    if (!first) return null;
    // When every setting that works begins with a long wait, the wait is what an impatient program fails on.
    const isEverywhere = facts.good.length > 0 && facts.good.every((o) => slow.includes(o));
    return {
      confidence: 'certain',
      yields: !(isEverywhere && facts.current !== 'works'),
      evidence: slow,
      values: { ...about(first), seconds: Math.round((first.timings.greeting ?? 0) / 1000) },
      advice: ['slow-greeting.advice.1'],
    };
  },
};
