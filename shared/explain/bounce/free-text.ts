import { plainText } from '../../parse/plain-text.ts';
import { oneLine } from '../one-line.ts';
import { any } from '../phrases.ts';
import { saysStillTrying } from '../rules/returned.ts';
import type { ReadRecipient } from './read.ts';
import { judged } from './reason.ts';

const maxRecipients = 100;
const maxLines = 400;
const mailbox = /<?([\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\d](?:[\p{L}\d.-]{0,253}[\p{L}\d])?)>?/gu;

/** Where the message that came back begins; what follows is the person's own text and says nothing about the failure. */
const returned = any(
  'this is a copy of (?:the|your) (?:message|mail)|below (?:this line )?is (?:a )?(?:copy|the)|is a copy of the (?:original )?(?:message|mail)',
  '^[ >*=-]{0,10}your (?:undelivered )?(?:message|mail)(?: (?:follows|headers?|text|is attached|body)|[ ]?[:.*=-])[ :.*=-]{0,80}$',
  '^[ >*=-]{0,10}(?:(?:begin|start of) )?(?:original|returned|undelivered|unsent|the) (?:undelivered )?(?:message|mail)(?: (?:follows|headers?|text|is attached|body))?[ :.*=-]{0,80}$',
  '^[ >*=-]{0,10}(?:message|mail) (?:header|text|contents?|body)s?(?: follows?)?[ :.*=-]{0,80}$',
  '(?:header|text|body|first \\d{1,4} (?:lines|bytes))s? of (?:the|your) (?:original |returned |undelivered )?(?:message|mail)',
  '^-{3,} ?.{0,60}(?:original|copy|returned|unsent|header|undelivered).{0,60}-{2,}',
  '^(?:received: ?(?:from|by|\\()|return-path: ?<|dkim-signature:|x-mailer:|mime-version: ?1)',
);

/** What the reporting server says, up to where the returned message begins. */
export function reportPart(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n', maxLines * 5);
  const end = lines.findIndex((line, index) => index > 0 && returned.test(line.trim()));
  return lines.slice(0, end === -1 ? maxLines : Math.min(end, maxLines)).join('\n');
}

export type FreeText = {
  readonly report: string;
  /** Addresses that the headers name as failed. */
  readonly named: readonly string[];
  /** Whom the returned message was for. */
  readonly intended: readonly string[];
  /** Addresses that are none of the recipients: the sender, the reporting server. */
  readonly others: ReadonlySet<string>;
  readonly subject: string;
};

/** qmail adds this to every reason it had for trying so long; the reason stands before it. */
const qmailTrailer = /i'm not going to try again; this message has been in the queue too long\.?/i;

/** Which address was written to before a server made another of it, as Exim, Postfix and sendmail say. */
const cameFrom = /\((?:ultimately )?(?:generated|expanded|forwarded) from .{0,320}?\)/gi;

/** A line of a notice that names its sender, as programs quote it in their languages: whom it is "to" then wrote what came back. */
const ofHead =
  /^\s*(?:>>>|<<<)? ?(?:mail from|from|to|reply-to|return-path|message-id|subject|von|betreff|de|objet|asunto|assunto|da|oggetto|van|onderwerp|od|temat|от|от кого|тема|差出人|件名)\s?[:：]/i;
const toInHead = /^\s*(?:cc|an|à|a|para|aan|do|кому|宛先)\s?[:：]/i;
const fromInHead = /^\s*(?:von|de|da|van|od|от|от кого|差出人)\s?[:：]/i;

/** Whether a line belongs to a head that is quoted: of some languages the word for "to" stands before failed recipients as well. */
function isOfHead(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (ofHead.test(line)) return true;
  const near = lines.slice(Math.max(0, index - 4), index + 5);
  return toInHead.test(line) && near.some((one) => fromInHead.test(one));
}

/** Programs that write such notices, and get none. */
const machines = /^(?:mailer-daemon|postmaster|double-bounce)@/;

/** The recipients of a bounce that is only told in words, each with its reason. */
export function freeRecipients({ report, named, intended, others, subject }: FreeText): ReadRecipient[] {
  const lines = report.split('\n');
  const starts = new Map<string, number>();
  lines.forEach((line, index) => {
    if (isOfHead(lines, index)) return;
    if (isContinued(lines, index)) return;
    for (const match of line.replace(cameFrom, '').matchAll(mailbox)) {
      const address = (match[1] ?? '').toLowerCase();
      if (machines.test(address)) continue;
      if (!others.has(address) && !starts.has(address) && starts.size < maxRecipients)
        starts.set(address, index);
    }
  });
  const told = [...starts.keys()];
  const chosen = told.length > 0 && named.length === 0 ? ownLines(lines, starts) : told;
  const addresses = named.length > 0 ? named : chosen.length > 0 ? chosen : intended.slice(0, 1);
  const isDelayed =
    saysStillTrying(oneLine(report)) ||
    /\b(?:delay(?:ed)?|warning|still (?:trying|undelivered)|will (?:be retried|keep trying|continue))\b/i.test(
      subject,
    );
  const preamble = oneLine(lines.slice(0, Math.min(...starts.values(), lines.length)).join('\n'));
  return (addresses.length > 0 ? addresses : ['']).slice(0, maxRecipients).map((address) => {
    const own = oneLine(blockOf(lines, starts, address)).replace(qmailTrailer, '');
    // Why it failed for all of them may stand before the list of them.
    const rest = addresses.length > 1 ? preamble : oneLine(report);
    const said = judged({ said: [own, rest], title: subject, isDelayed });
    return {
      address: plainText(address, 320),
      action: isDelayed ? 'delayed' : 'failed',
      ...said,
      ...(own !== '' && { diagnostic: plainText(own.slice(0, 500), 500) }),
    } as const;
  });
}

/** A further line of a reply, and one that Postfix broke: an address that it begins with is one that the server spoke of. */
function isContinued(lines: readonly string[], index: number): boolean {
  const [line = '', before = ''] = [lines[index], lines[index - 1]];
  const code = /^\s*(?:<<< ?)?([245]\d\d)[- ]/.exec(line)?.[1];
  if (code !== undefined && before.includes(`${code}-`)) return true;
  if (!/^\s{2,}\S/.test(line) || before.trim() === '') return false;
  const start = lines.slice(Math.max(0, index - 10), index).findLast((one) => /^\S/.test(one)) ?? '';
  return /^<\S{1,320}>(?: \(expanded from .{1,320}\))?: \S/.test(start);
}

/** What stands before an address in a list of recipients: nothing, a mark, a word for it, or a reply code. */
const beforeRecipient =
  /^(?:[<*"'([•-]|(?:original |final |failed )?(?:to|recipient|recipient address|address|user)s?:|\d{1,3}\.|[45]\d\d[ -])?\s{0,3}["'<]?$/;

/** Addresses that stand at the beginning of a line are the list of recipients; where there are such, those inside sentences are not. */
function ownLines(lines: readonly string[], starts: ReadonlyMap<string, number>): string[] {
  const all = [...starts.keys()];
  const leading = all.filter((address) => {
    const line = lines[starts.get(address) ?? 0]?.trim().toLowerCase() ?? '';
    return beforeRecipient.test(line.slice(0, line.indexOf(address)));
  });
  if (leading.length > 0) return leading;
  const last = all.filter((address) =>
    /:\s{0,5}<?\S{3,320}>?\W{0,3}$/.test(lines[starts.get(address) ?? 0] ?? ''),
  );
  return last.length > 0 ? last : all.slice(0, 1);
}

/** The lines about one recipient: from the one that names it to the one that names the next. */
function blockOf(lines: readonly string[], starts: ReadonlyMap<string, number>, address: string): string {
  const start = starts.get(address) ?? 0;
  const later = [...starts.values()].filter((index) => index > start).sort((one, other) => one - other)[0];
  return lines.slice(start, later ?? lines.length).join('\n');
}
