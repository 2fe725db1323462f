import type { Rule } from '../rule.ts';
import { alertedOver } from '../tls-alerts.ts';

/** The computer that answers does not know the name by which it was called: TLS alert 112, `unrecognized_name`. */
export const nameNotServed: Rule = {
  code: 'name-not-served',
  severity: 'problem',
  unless: ['offline', 'captive-portal'],
  find: (facts) =>
    alertedOver(facts, 'name', ['name-not-served.advice.spelling', 'name-not-served.advice.ask']),
};
