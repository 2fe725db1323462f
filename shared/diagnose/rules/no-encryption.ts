import { portsOf } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { provingSigns, startTlsAsks } from '../starttls.ts';
import { about, portList, settingAdvice } from '../words.ts';

/** The only way in is without encryption: a login could be read on the way. */
export const noEncryption: Rule = {
  code: 'no-encryption',
  severity: 'problem',
  unless: ['offline', 'captive-portal', 'starttls-stripped', 'port-25-intercepted'],
  find(facts) {
    const isEncrypted = facts.submission.some((o) => o.tls !== undefined || o.timings.tls !== undefined);
    const asks = startTlsAsks(facts);
    const plain = facts.submission.filter((o) => o.security === 'none' && o.outcome === 'ok');
    const lacking = asks.flatMap((ask) => ask.lacking);
    const first = lacking[0];
    if (isEncrypted || !first || asks.some(({ masked }) => masked.length > 0)) return null;
    // It is known to encrypt, so that it does not now has another reason.
    if (asks.some(({ endpoint }) => provingSigns(facts, endpoint).length > 0)) return null;
    return {
      confidence: asks.some((ask) => ask.lacking.length >= 3) ? 'certain' : 'likely',
      evidence: [...lacking, ...plain],
      values: { ...about(first), ports: portList(portsOf(lacking)) },
      advice: [...settingAdvice(facts, []), 'no-encryption.advice.ask', 'no-encryption.advice.password'],
    };
  },
};
