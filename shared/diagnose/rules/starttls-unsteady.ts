import type { Rule } from '../rule.ts';
import { startTlsAsks } from '../starttls.ts';
import { about } from '../words.ts';

/** The server offers STARTTLS on some asks and not on others; big providers do. */
export const startTlsUnsteady: Rule = {
  code: 'starttls-unsteady',
  severity: 'note',
  find(facts) {
    const unsteady = startTlsAsks(facts).filter(({ offered }) => offered.length > 0);
    const first = unsteady[0];
    if (!first) return null;
    return {
      confidence: 'certain',
      evidence: unsteady.flatMap(({ lacking, offered }) => [...lacking, ...offered]),
      values: about(first.lacking[0]),
      advice: ['starttls-unsteady.advice.1'],
    };
  },
};
