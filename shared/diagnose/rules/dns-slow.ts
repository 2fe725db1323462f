import type { Observation } from '../../model/observation.ts';
import type { Rule } from '../rule.ts';
import { about } from '../words.ts';

/** Mail programs begin to look stuck when a name takes longer than this, in ms; some ask only one more time. */
const slowMs = 1_500;

/** Names are found, but late. */
export const dnsSlow: Rule = {
  code: 'dns-slow',
  severity: 'note',
  unless: ['offline', 'captive-portal', 'dns-unreachable'],
  find(facts) {
    const isAnswered = (o: Observation): boolean => o.address !== null || o.error?.code === 'no-name';
    const slow = facts.all.filter((o) => isAnswered(o) && (o.timings.dns ?? 0) > slowMs);
    const first = slow[0];
    // One slow name is its own domain's; two hosts were looked up through the same name server.
    if (!first || new Set(slow.map((o) => o.host)).size < 2) return null;
    const seconds = Math.round(Math.max(...slow.map((o) => o.timings.dns ?? 0)) / 1000);
    return {
      confidence: 'certain',
      evidence: slow,
      values: { ...about(first), seconds },
      advice: ['dns-slow.advice.router', 'dns-slow.advice.server'],
    };
  },
};
