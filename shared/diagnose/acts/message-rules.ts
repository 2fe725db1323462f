import type { ActCode, ActFacts } from '../../model/act.ts';
import type { Cause } from '../../model/explanation.ts';
import type { Confidence } from '../../model/finding.ts';
import type { ActContext } from './context.ts';

export type MessageJudgement = { readonly code: ActCode; readonly confidence: Confidence };

/** Causes that a reply to MAIL, RCPT or DATA names, and the finding for each. */
const named: Partial<Record<Cause, ActCode>> = {
  'relay-denied': 'relay-denied',
  'auth-needed': 'relay-denied',
  'sender-rejected': 'sender-rejected',
  'recipient-wrong': 'recipient-wrong',
  'rate-limit': 'rate-limit',
  'too-many-connections': 'rate-limit',
  'account-locked': 'account-locked',
  'smtp-auth-off': 'smtp-auth-off',
};

/** Why the server did not take the message: by what its reply means, else by the command that it refused (RFC 5321 section 3.3). */
export function judgeRefusedMessage(
  { stage, replyCode = 0 }: ActFacts,
  { causes }: ActContext,
): MessageJudgement {
  const [first] = causes;
  const code = first && named[first];
  if (code) return { code, confidence: causes.length > 1 ? 'likely' : 'certain' };
  const isForGood = replyCode >= 500;
  if (stage === 'mail' && isForGood) return { code: 'sender-rejected', confidence: 'likely' };
  if (stage === 'rcpt' && isForGood && first === undefined)
    return { code: 'recipient-wrong', confidence: 'possible' };
  return { code: 'message-refused', confidence: 'certain' };
}

/** What the receiving server found wrong with the sender's domain (RFC 8601), by method: `spf=fail`. Passing and neutral results are left out. */
export function failedChecks(authenticationResults: string): string[] {
  const results = [...authenticationResults.matchAll(/\b(spf|dkim|dmarc)=([a-z]+)/gi)];
  const failed = results
    .map(([, method = '', result = '']) => [method.toLowerCase(), result.toLowerCase()] as const)
    .filter(([, result]) => ['fail', 'softfail', 'permerror', 'none'].includes(result));
  return [...new Set(failed.map(([method, result]) => `${method}=${result}`))];
}
