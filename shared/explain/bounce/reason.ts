import type { BounceReason } from '../../model/explanation.ts';
import { firstBy } from '../found.ts';
import { type KindName, kindOf } from '../kinds.ts';
import { kindAtSender, kindLater, kindsOfRecipient } from '../refused-command.ts';
import { type FoundReply, repliesIn } from '../reply.ts';
import { providerRules } from '../rules/accounts.ts';
import { looseDeliveryRules, withoutLinks } from '../rules/delivery-loose.ts';
import { plainDeliveryRules } from '../rules/delivery-plain.ts';
import { kindOfNotice } from '../rules/notices.ts';
import { kindOfReplyCode, kindOfStatus } from '../status.ts';

/** What is known of one recipient before it is judged. */
export type Told = {
  /** The status that stands in a field of its own. */
  readonly status?: string;
  /** What was said, the nearest to the failure first: the refusing server's words, then those of the one that reports it. */
  readonly said: readonly string[];
  /** What a notice is called; it often repeats what the message was called, and only plain words of it count. */
  readonly title?: string;
  readonly isDelayed: boolean;
};

export type Judged = {
  readonly kind: KindName;
  readonly reason: BounceReason;
  readonly status?: string;
  readonly replyCode?: number;
};
type Numbers = Pick<Judged, 'status' | 'replyCode'>;

/** Why it came back, with the numbers that say so. */
export function judged({ status, said, title = '', isDelayed }: Told): Judged {
  const texts = said.filter((text) => text.trim() !== '').map(withBlanks);
  const reply = firstOf(texts, failureIn);
  const better = reply?.enhancedStatus ?? status;
  const numbers = {
    ...(better !== undefined && { status: better }),
    ...(reply?.replyCode !== undefined && { replyCode: reply.replyCode }),
  };
  // qmail's status stands behind the words that belong to it.
  const nearest = reply && /\p{L}{2}/u.test(reply.text) ? [reply.text, ...texts] : texts;
  const told =
    isDelayed && !reply
      ? (firstOf(nearest, plainKind) ?? 'still-trying')
      : (kindFrom(nearest, numbers) ?? plainKind(title));
  // Who tells of a delay has not given up (RFC 3464 section 2.3.3), whatever words stand in it.
  const kind = isDelayed && told === 'gave-up' ? 'still-trying' : told;
  // A system that is full (RFC 3463, X.3.1) takes no more for now, whoever asks.
  const isFull = kind === 'server-busy' && better?.endsWith('.3.1') === true;
  const isUnreached = kind === 'still-trying' && better?.endsWith('.4.1') === true;
  const reason = isFull ? 'rate-limited' : isUnreached ? 'network' : (reasonOf(kind) ?? 'unknown');
  return { kind: kind ?? 'came-back', reason, ...numbers };
}

/** Some servers have underscores between the words of what they say. */
function withBlanks(text: string): string {
  return text.replace(/(?<![\w.@/-])[a-z\d]{2,20}(?:_[a-z\d]{1,20}){2,20}(?![\w@/-]|\.[a-z\d])/gi, (words) =>
    words.replaceAll('_', ' '),
  );
}

/** The first reply that says no: transcripts show what went well too. */
function failureIn(text: string): FoundReply | undefined {
  const replies = repliesIn(text, true).filter(
    ({ replyCode, enhancedStatus }) => (replyCode ?? 400) >= 400 && !enhancedStatus?.startsWith('2'),
  );
  return replies.find(({ replyCode }) => replyCode !== undefined) ?? replies[0];
}

/**
 * By plain words of the nearest text, a telling status, the command that was refused, hints in the nearest text; then by the words of
 * what is further away, and what is left of the numbers.
 */
function kindFrom(texts: readonly string[], { status, replyCode }: Numbers): KindName | undefined {
  const [nearest = '', ...others] = texts;
  const ofStatus = status === undefined ? undefined : kindOfStatus(status);
  const ofCode = replyCode === undefined ? undefined : kindOfReplyCode(replyCode);
  const isOutright =
    ofStatus !== undefined && (outright.has(ofStatus) || /\.(?:4\.31\d|6\.\d{1,2})$/.test(status ?? ''));
  if (isOutright) return ofStatus;
  const plain = plainKind(nearest);
  if (plain !== undefined)
    return kindsOfRecipient.has(plain) ? (firstOf(texts, kindAtSender) ?? plain) : plain;
  return (
    (ofStatus !== undefined && !weak.has(ofStatus) ? withReason(ofStatus) : undefined) ??
    firstOf(texts, kindAtSender) ??
    looseKind(nearest) ??
    firstOf(others, plainKind) ??
    firstOf(others, looseKind) ??
    firstOf(texts, kindLater) ??
    withReason(ofStatus) ??
    withReason(ofCode) ??
    firstOf(texts, kindOfNotice)
  );
}

/** Statuses that only say what they mean. */
const outright: ReadonlySet<KindName> = new Set<KindName>([
  'recipient-moved',
  'no-reverse-name',
  'not-authenticated',
]);

/** Statuses that leave the word to what was said. */
const weak: ReadonlySet<KindName> = new Set<KindName>([
  'policy',
  'refused-somehow',
  'server-broken',
  'remote-down',
  'recipient-filter',
  'recipient-refused',
  'command-unknown',
  'command-order',
]);

function reasonOf(kind: KindName | undefined): BounceReason | undefined {
  return kind && kindOf(kind).reason;
}

/** Kinds of a login have no place in a bounce. */
function withReason(kind: KindName | undefined): KindName | undefined {
  return reasonOf(kind) === undefined ? undefined : kind;
}

function plainKind(text: string): KindName | undefined {
  return (
    withReason(firstBy(providerRules, text, 0)?.kind) ??
    withReason(firstBy(plainDeliveryRules, text, 0)?.kind)
  );
}

function looseKind(text: string): KindName | undefined {
  return withReason(firstBy(looseDeliveryRules, withoutLinks(text), 0)?.kind);
}

function firstOf<T>(texts: readonly string[], find: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}
