import { plainText } from '../../parse/plain-text.ts';
import { oneLine } from '../one-line.ts';
import { repliesIn } from '../reply.ts';
import { freeRecipients, reportPart } from './free-text.ts';
import { inWords, isFromMachine } from './in-words.ts';
import { type Headers, headerOf, isMessage, type Message, readMessage, split } from './mime.ts';
import { linesAbout, proseOf } from './prose.ts';
import { mailbox, type ReadBounce, type ReadRecipient } from './read.ts';
import { judged } from './reason.ts';
import { recipientGroups, recipientOf } from './rfc3464.ts';
import { sesRecipients } from './ses.ts';

const maxRecipients = 100;
const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];

/** Whether a text is a whole message, with or without a bounce in it. */
export { isMessage };

/** What a message that came back says of each recipient; null for a message that is no report of a delivery. */
export function readBounce(text: string): ReadBounce | null {
  return readLevel(text, maxLevels);
}

/** A bounce that is itself inside a message, forwarded or quoted whole, is read too; deeper ones are nobody's. */
const maxLevels = 2;

function readLevel(text: string, levels: number): ReadBounce | null {
  const message = readMessage(text);
  const found =
    complaint(message) ??
    deliveryStatus(message, text) ??
    notice(message) ??
    notification(message) ??
    autoReply(message) ??
    inWords(message);
  if (found?.format === 'rfc3464' || levels <= 1) return found;
  const inner = innerReport(message);
  return (inner === undefined ? null : readLevel(inner, levels - 1)) ?? found;
}

/** A report inside a message: a part of its own, or pasted from its first header on. */
function innerReport({ parts }: Message): string | undefined {
  const attached = parts.find(({ type, text }) => type === 'message/rfc822' && isReport(text));
  if (attached) return attached.text;
  const prose = parts.find(({ type }) => type.startsWith('text/'))?.text ?? '';
  const start = /^(?:>?From MAILER-DAEMON.{0,200}\n|Return-Path: ?<>\s{0,5}\n)/im.exec(prose);
  return start && start.index > 0 ? prose.slice(start.index) : undefined;
}

function isReport(text: string): boolean {
  return (
    isFromMachine(split(text.slice(0, 30_000).trimStart()).headers) ||
    /report-type/i.test(text.slice(0, 10_000))
  );
}

/** Amazon SES' notification for programs, sent by mail. */
function notification(message: Message): ReadBounce | null {
  const recipients = sesRecipients(message.parts[0]?.text ?? '');
  return recipients && { format: 'ses-json', recipients };
}

/** The fields of a delivery status pasted without the message around them. */
export function readStatusFields(text: string): ReadBounce | null {
  if (!/^[ \t]{0,20}final-recipient[ \t]{0,3}:/im.test(text)) return null;
  return ofGroups(recipientGroups(text), () => '');
}

/** What mail programs put before each line of a message that is answered or forwarded; a transcript has three marks. */
const quoteMarks = /^(?:>{1,2}(?!>)|(?:> ){1,5}>?) ?/gm;

/** The body of a bounce pasted without its headers. */
export function readReportText(text: string): ReadBounce {
  const nobody = { named: [], intended: [], others: new Set<string>(), subject: '' };
  const report = reportPart(text.replace(quoteMarks, ''));
  return { format: 'free-text', recipients: freeRecipients({ report, ...nobody }) };
}

/** A complaint about mail that arrived (RFC 5965): nothing failed. */
function complaint({ headers, parts }: Message): ReadBounce | null {
  const report = parts.find(({ type }) => type === 'message/feedback-report');
  const isReport = parts.some(
    ({ parameters }) => parameters.get('report-type')?.toLowerCase() === 'feedback-report',
  );
  const isHotmail = /^\s*complaint about message from /i.test(headerOf(headers, 'subject'));
  if (!report && !isReport && !isHotmail) return null;
  const fields = split(report?.text.trimStart() ?? '').headers;
  const named = ['original-rcpt-to', 'removal-recipient', 'final-recipient'].flatMap(
    (name) => fields.get(name) ?? [],
  );
  const inside = parts.filter(
    ({ type }) => type.startsWith('message/rfc822') || type.startsWith('text/rfc822'),
  );
  const intended =
    named.length > 0 ? named : inside.flatMap(({ text }) => split(text.trimStart()).headers.get('to') ?? []);
  const addresses = [...new Set(intended.flatMap((value) => value.match(mailbox) ?? []))].slice(
    0,
    maxRecipients,
  );
  return { format: 'rfc5965', recipients: (addresses.length > 0 ? addresses : ['']).map(notFailed) };
}

function notFailed(address: string): ReadRecipient {
  return {
    address: plainText(address, 320),
    action: 'delivered',
    kind: 'not-a-failure',
    reason: 'not-a-failure',
  };
}

function deliveryStatus(message: Message, text: string): ReadBounce | null {
  const prose = reportPart(proseOf(message));
  const status = message.parts.filter(({ type }) => statusTypes.includes(type));
  const own = ofGroups(
    status.flatMap((part) => recipientGroups(part.text)),
    (address) => linesAbout(prose, address),
  );
  if (own) return own;
  // Servers that write the fields into the text, and boundaries that were broken on the way.
  const isReport = /report-type\s{0,3}=\s{0,3}"?delivery-status/i.test(text.slice(0, 20_000));
  return readStatusFields(reportPart(isReport && status.length === 0 ? bodyOf(text) : prose));
}

function bodyOf(text: string): string {
  return split(text).body;
}

function ofGroups(groups: readonly Headers[], prose: (address: string) => string): ReadBounce | null {
  if (groups.length === 0) return null;
  return {
    format: 'rfc3464',
    recipients: groups.slice(0, maxRecipients).map((fields) => recipientOf(fields, prose)),
  };
}

/** A receipt that was read or deleted (RFC 8098): nothing failed, unless a filter refused it in this form (RFC 5429 section 2.1.2). */
function notice(message: Message): ReadBounce | null {
  const { headers, parts } = message;
  const report = parts.find(({ type }) => type === 'message/disposition-notification');
  if (!report) return null;
  const fields = split(report.text.trimStart()).headers;
  const address = (fields.get('final-recipient')?.[0] ?? '').match(mailbox)?.[0] ?? '';
  const disposition = fields.get('disposition')?.[0] ?? '';
  const isRefused =
    /deleted/i.test(disposition) &&
    /\breject/i.test(`${headerOf(headers, 'auto-submitted')} ${headerOf(headers, 'subject')}`);
  if (!isRefused) return { format: 'rfc8098', recipients: [notFailed(address)] };
  const diagnostic = oneLine(reportPart(proseOf(message)));
  const refused = judged({ said: [diagnostic], isDelayed: false });
  return {
    format: 'rfc8098',
    recipients: [
      {
        address: plainText(address, 320),
        action: 'failed',
        ...refused,
        diagnostic: plainText(diagnostic, 1000),
      },
    ],
  };
}

/** Somebody's answering machine (RFC 3834): the message arrived. */
function autoReply(message: Message): ReadBounce | null {
  const { headers } = message;
  const auto = headerOf(headers, 'auto-submitted').toLowerCase();
  const isAuto =
    auto.startsWith('auto-replied') ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    /^auto_reply/i.test(headerOf(headers, 'precedence'));
  const isAbsent =
    /\b(?:out of (?:the )?office|auto(?:matic)? ?-?re(?:ply|sponse)|vacation|abwesen\w*|absence|absent|fuera de la oficina|afwezig\w*)\b/i;
  if (isServers(message, isAuto) || !(isAuto || (auto !== '' && isAbsent.test(headerOf(headers, 'subject')))))
    return null;
  const address = headerOf(headers, 'from').match(mailbox)?.[0] ?? '';
  return { format: 'auto-reply', recipients: [notFailed(address)] };
}

/**
 * Whether a mail server wrote it. A postmaster's answer that shows neither a failed address nor a reply is an answering machine's: servers
 * say what was refused.
 */
function isServers(message: Message, isAuto: boolean): boolean {
  const { headers } = message;
  if (!isFromMachine(headers)) return false;
  const isPostmaster = /^<?postmaster@[^\s<>]{1,300}>?$/i.test(headerOf(headers, 'from'));
  const told = repliesIn(oneLine(reportPart(proseOf(message))), true);
  return !isAuto || !isPostmaster || headers.has('x-failed-recipients') || told.length > 0;
}
