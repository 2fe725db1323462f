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
export function judgeRefusedMessage(facts: ActFacts, { causes }: ActContext): MessageJudgement {
  const { stage, replyCode = 0, reply = '' } = facts;
  if (refusalOf(facts, causes[0]) !== undefined) return { code: 'message-refused', confidence: 'certain' };
  const isForGood = replyCode >= 500;
  if (stage === 'mail' && /suspended|\b(?:account|user) (?:is )?(?:locked|blocked|disabled)/i.test(reply))
    return { code: 'account-locked', confidence: 'likely' };
  if (/rate limit|too many (?:e-?mails|messages)/i.test(reply))
    return { code: 'rate-limit', confidence: 'likely' };
  const [first] = causes;
  const code = first && named[first];
  // Until RCPT nobody has named a recipient, and a refusal for the moment leaves the sender as it is.
  const isTooEarly =
    stage === 'mail' && (code === 'recipient-wrong' || (code === 'sender-rejected' && !isForGood));
  if (code && !isTooEarly) return { code, confidence: causes.length > 1 ? 'likely' : 'certain' };
  if (stage === 'mail' && isForGood && first !== 'message-too-large')
    return { code: 'sender-rejected', confidence: 'likely' };
  if (stage === 'rcpt' && isForGood && first === undefined)
    return { code: 'recipient-wrong', confidence: 'possible' };
  return { code: 'message-refused', confidence: 'certain' };
}

/** Refusals that are about neither the message nor its addresses: each has words of its own. */
type Refusal = 'own-full' | 'full' | 'computer' | 'forgot';

export function refusalOf(
  { stage, replyCode, reply = '' }: ActFacts,
  first: Cause | undefined,
): Refusal | undefined {
  const isFull = /\b[45]\.2\.2\b|\bquota\b|mailbox (?:is )?full/i.test(reply);
  if (
    stage === 'mail' &&
    (first === 'own-quota' || first === 'recipient-quota' || isFull) &&
    !/sending (?:quota|limit)/i.test(reply)
  )
    return 'own-full';
  if (first === 'recipient-quota') return 'full';
  if (stage === 'mail' && replyCode === 530) return 'forgot';
  if (/client host\b.{0,80}\b(?:blocked|rejected)\b/i.test(reply)) return 'computer';
  return first === 'client-blocklisted' || first === 'client-refused' ? 'computer' : undefined;
}

/**
 * What the receiving server found wrong with the sender's domain (RFC 8601), by method: `spf=fail`. Passing and neutral results are left
 * out. A domain that passes DMARC is in order, whichever of the others it did without (RFC 7489 section 3); a signature that fails beside
 * a good one counts for nothing (RFC 6376 section 6.1). What is
 * missing (`none`) is told only where nothing passed, or DMARC failed for want of it.
 */
export function failedChecks(authenticationResults: string): string[] {
  // Comments (RFC 8601 section 2.2) are for people, and may hold anything.
  const stated = authenticationResults.replace(/\([^()]{0,1000}\)/g, ' ');
  const results = [...stated.matchAll(/(?<![\w.-])(spf|dkim|dmarc)\s{0,5}=\s{0,5}([a-z]+)/gi)].map(
    ([, method = '', result = '']) => [method.toLowerCase(), result.toLowerCase()] as const,
  );
  const passed = new Set(results.filter(([, result]) => result === 'pass').map(([method]) => method));
  if (passed.has('dmarc')) return [];
  const isDmarcFailed = results.some(([method, result]) => method === 'dmarc' && result === 'fail');
  const counted = ['fail', 'softfail', 'permerror', ...(passed.size === 0 || isDmarcFailed ? ['none'] : [])];
  const failed = results.filter(([method, result]) => !passed.has(method) && counted.includes(result));
  return [...new Set(failed.map(([method, result]) => `${method}=${result}`))];
}
