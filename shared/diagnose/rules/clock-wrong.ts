import type { Observation } from '../../model/observation.ts';
import { clockLeap, clockOffset, offsetWords } from '../clock.ts';
import type { Rule } from '../rule.ts';

/**
 * Certificates of unrelated hosts lie outside their validity, and the web has another date than this computer; or this computer itself had
 * another when the check began.
 */
export const clockWrong: Rule = {
  code: 'clock-wrong',
  severity: 'problem',
  find(facts) {
    const seen = clockOffset(facts);
    const offset = seen ?? clockLeap(facts);
    if (!offset) return null;
    const outside = [...facts.own, ...facts.controls].filter(isOutsideValidity);
    const parties = new Set(
      outside.map((o) => (o.role === 'reference' ? `control ${o.operator ?? o.host}` : 'own')),
    );
    if (parties.size < 2) return null;
    return {
      confidence: seen ? 'certain' : 'likely',
      evidence: seen ? [...outside, seen.seenAt] : outside,
      ...(!seen && { detail: ['clock-wrong.detail.leapt'] as const }),
      values: offsetWords(offset.ms),
      advice: ['clock-wrong.advice.1', 'clock-wrong.advice.2'],
    };
  },
};

function isOutsideValidity(o: Observation): boolean {
  return o.tls?.problems.some((problem) => problem === 'expired' || problem === 'not-yet-valid') ?? false;
}
