import { type Found, firstBy, foundOf } from './found.ts';
import type { KindName } from './kinds.ts';
import { kindAtSender, kindOfLetter, kindsOfRecipient } from './refused-command.ts';
import type { FoundReply } from './reply.ts';
import { loginRules, providerRules } from './rules/accounts.ts';
import { looseDeliveryRules, withoutLinks } from './rules/delivery-loose.ts';
import { plainDeliveryRules } from './rules/delivery-plain.ts';
import { encryptionRules } from './rules/encryption.ts';
import { kindOfReplyCode, kindOfStatus } from './status.ts';

/** How a reply weighs beside what a program says: its words more than its numbers. */
const weight = { provider: 90, plain: 78, status: 62, loose: 60, code: 50 } as const;

/** Statuses that servers give for want of a better one; words, and then the reply code, are asked first. */
const vague: ReadonlySet<KindName> = new Set<KindName>([
  'policy',
  'refused-somehow',
  'server-broken',
  'remote-down',
  'recipient-filter',
  'recipient-refused',
  'recipient-disabled',
  'command-unknown',
  'command-order',
]);

/**
 * What a server's reply means: by words that only its provider uses, by plain words of any server, by a telling status, by words that
 * hint, and by its numbers, in this order. Without a reply code the text is what a server says to people.
 */
export function kindOfReply(reply: FoundReply): Found | undefined {
  const { replyCode, enhancedStatus, text } = reply;
  if (isPositive(reply)) return undefined;
  const numbers = {
    ...(replyCode !== undefined && { replyCode }),
    ...(enhancedStatus !== undefined && { enhancedStatus }),
    code: [replyCode, enhancedStatus].filter((part) => part !== undefined).join(' '),
  };
  const byWords = laterIfAsked(reply, firstBy(providerRules, text, weight.provider) ?? ofPlainWords(reply));
  // That a server was not reached is said better by the error of the network, where one stands beside it.
  const isDistant = byWords?.kind === 'gave-up' || byWords?.kind === 'remote-down';
  if (byWords) return { ...byWords, ...numbers, ...(isDistant && { weight: weight.loose }) };

  const status = enhancedStatus === undefined ? undefined : kindOfStatus(enhancedStatus);
  const matched = text.slice(0, 80);
  if (status !== undefined && !vague.has(status))
    return laterIfAsked(reply, foundOf(status, matched, weight.status, numbers));
  const loose = isLogin(reply) ? undefined : firstBy(looseDeliveryRules, withoutLinks(text), weight.loose);
  if (loose && loose.kind !== 'refused-somehow') return laterIfAsked(reply, { ...loose, ...numbers });

  const code = replyCode === undefined ? undefined : kindOfReplyCode(replyCode);
  // A vague status beside a reply to a login says less than the reply code.
  const kind = (isLogin(reply) ? code : undefined) ?? status ?? loose?.kind ?? kindOfLetter(text) ?? code;
  const refused = reply.isGreeting && (kind === undefined || vague.has(kind)) ? 'block-listed' : kind;
  return laterIfAsked(
    reply,
    refused && foundOf(refused, matched, weight.code, { ...numbers, certainty: 'possible' }),
  );
}

/** Rules that a server may have for a time: a first message of a stranger, an address that it is about to look up. */
const maybeLater: ReadonlySet<KindName> = new Set<KindName>([
  'policy',
  'refused-somehow',
  'recipient-unknown',
  'recipient-host',
  'recipient-refused',
  'content',
  'spam',
]);

/** RFC 5321 section 4.2.1: 4yz asks to be tried again. What waiting does not change stays as it is. */
function laterIfAsked<F extends Found | undefined>({ replyCode, enhancedStatus = '' }: FoundReply, found: F) {
  const isTemporary =
    replyCode === undefined ? enhancedStatus.startsWith('4.') : replyCode >= 400 && replyCode < 500;
  return found && isTemporary && maybeLater.has(found.kind) ? { ...found, retry: 'later' as const } : found;
}

/** RFC 5321 section 4.2.1: 2yz is "done", whatever words stand beside it. */
function isPositive({ replyCode, enhancedStatus = '' }: FoundReply): boolean {
  return replyCode === undefined ? enhancedStatus.startsWith('2.') : replyCode < 300;
}

function isLogin({ replyCode, enhancedStatus, text }: FoundReply): boolean {
  // Some have the code of a method that is not offered for a mailbox that is not.
  if (replyCode === 504 && /\b(?:mailbox|recipient|rcpt)\b/i.test(text)) return false;
  if (/^(?:454|53\d|50[34])$/.test(String(replyCode ?? ''))) return true;
  if (!/\.7\.(?:8|9|1[01])$/.test(enhancedStatus ?? '')) return false;
  // Yahoo has the status of a login for a message it does not want.
  return (
    !/^55\d$/.test(String(replyCode ?? '')) || /auth|log ?in|credential|password|encrypt|tls/i.test(text)
  );
}

/** Replies to a login are read as such; in all others, words such as "account disabled" are about the recipient. */
function ofPlainWords(reply: FoundReply): Found | undefined {
  const own = reply.text.replace(ofStandard, '');
  return (own === reply.text ? undefined : byPlainWords({ ...reply, text: own })) ?? byPlainWords(reply);
}

/** What RFC 5321 section 4.2.3 has for every reply of that code: a line that the server's own words follow. */
const ofStandard =
  /requested (?:mail )?action (?:not taken|aborted): ?(?:mailbox unavailable|mailbox name not allowed|insufficient system storage|exceeded storage allocation|(?:local )?error in processing)|mailbox name (?:invalid or )?not allowed/gi;

function byPlainWords(reply: FoundReply): Found | undefined {
  const login = firstBy(loginRules, reply.text, weight.plain);
  // Postfix has the code of a login for what is not passed on without one.
  if (reply.replyCode === 454 && /\brelay/i.test(reply.text))
    return firstBy(plainDeliveryRules, reply.text, weight.plain);
  if (isLogin(reply)) return login ?? firstBy(encryptionRules, reply.text, weight.plain);
  const delivery = firstBy(plainDeliveryRules, reply.text, weight.plain);
  // Whose address it is says more than that it was refused.
  if (delivery?.kind === 'sender-refused' && login?.kind === 'sender-not-yours') return login;
  const atSender = delivery && kindsOfRecipient.has(delivery.kind) && kindAtSender(reply.text);
  if (atSender) return foundOf(atSender, delivery.matched, weight.plain);
  return delivery ?? firstBy(encryptionRules, reply.text, weight.plain) ?? login;
}
