import { plainText } from '../../parse/plain-text.ts';
import { oneLine } from '../one-line.ts';
import { repliesIn } from '../reply.ts';
import { freeRecipients, reportPart } from './free-text.ts';
import { type Headers, headerOf, isMessage, type Message, type Part, readMessage, split } from './mime.ts';
import type { ReadBounce, ReadRecipient } from './read.ts';
import { recipientGroups, recipientOf } from './rfc3464.ts';
import { sesRecipients } from './ses.ts';

const maxRecipients = 100;
const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];
const mailbox = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,253}[a-z0-9])?/gi;

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

/** The body of a bounce pasted without its headers. */
export function readReportText(text: string): ReadBounce {
  const nobody = { named: [], intended: [], others: new Set<string>(), subject: '' };
  return { format: 'free-text', recipients: freeRecipients({ report: reportPart(text), ...nobody }) };
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
    (address) => aboutRecipient(prose, address),
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

/** A receipt that was read or deleted (RFC 8098): nothing failed. */
function notice({ parts }: Message): ReadBounce | null {
  const report = parts.find(({ type }) => type === 'message/disposition-notification');
  if (!report) return null;
  const fields = split(report.text.trimStart()).headers;
  const address = (fields.get('final-recipient')?.[0] ?? '').match(mailbox)?.[0] ?? '';
  return { format: 'rfc8098', recipients: [notFailed(address)] };
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

const machine =
  /\b(?:mailer-?daemon|postmaster|mail ?delivery|delivery ?(?:sub|system)|mdaemon|mailadmin|mail ?system|mail_?robot)\b|^<>$/i;
const saysReturned =
  /(?:undeliver\w*|undelivered|delivery (?:status|failure|failed|problem|error|report|notification|has failed|incomplete|unsuccessful)|returned (?:mail|to sender)|return(?:ing)? message to sender|mail (?:delivery )?(?:failed|failure|error|system error)|failure notice|non[- ]?(?:delivery|remis\w*)|message (?:could not|not|delivery)|not? delivered|(?:couldn't|could not|cannot) be delivered|unable to deliver|failure delivery|transcript of session|failed (?:mail|delivery)|unzustellbar|nicht zugestellt|échec|notification d'état|rejected mail|bounce|mail could not)|メールエラー|配信不能|送信できません|エラー通知|недоставл|не доставлено|退信/i;

function isFromMachine(headers: Headers): boolean {
  return machine.test(headerOf(headers, 'from')) || machine.test(headerOf(headers, 'sender'));
}

/** A bounce that no standard governs, recognised by who writes it and what it says. */
function inWords(message: Message): ReadBounce | null {
  const { headers, parts } = message;
  const subject = headerOf(headers, 'subject');
  const prose = proseOf(message);
  const report = reportPart(prose);
  const failed = (headers.get('x-failed-recipients') ?? []).flatMap((value) => value.match(mailbox) ?? []);
  const hasNoSender = /^<\s*>$/.test(headers.get('return-path')?.[0] ?? '');
  const signs = [
    isFromMachine(headers),
    saysReturned.test(subject),
    failed.length > 0,
    hasNoSender,
    saysReturned.test(report.slice(0, 4000)),
  ];
  if (signs.filter((sign) => sign).length < 2) return null;

  const inside = returnedHeaders(parts, prose);
  const sender = [...(headers.get('to') ?? []), ...(inside.get('from') ?? [])];
  const reporter = [...(headers.get('from') ?? []), ...(headers.get('reply-to') ?? [])];
  const addresses = (values: readonly string[]) =>
    values.flatMap((value) => value.toLowerCase().match(mailbox) ?? []);
  const recipients = freeRecipients({
    report,
    named: [...new Set(failed.map((address) => address.toLowerCase()))],
    intended: addresses(inside.get('to') ?? []),
    others: new Set([...addresses(sender), ...addresses(reporter)]),
    subject,
  });
  return { format: 'free-text', recipients };
}

/** The headers of the message that came back, as a part of its own or behind the report. */
function returnedHeaders(parts: readonly Part[], prose: string): Headers {
  const inside = parts.find(({ type }) => /^(?:message\/rfc822|text\/rfc822|message\/global)/.test(type));
  if (inside) return split(inside.text.trimStart()).headers;
  const rest = prose.slice(reportPart(prose).length);
  const start =
    /^(?:received|return-path|from|to|message-id|date|subject|mime-version|dkim-signature):/im.exec(rest);
  return start ? split(rest.slice(start.index)).headers : new Map();
}

/** What is written for people: the first texts, of HTML only its words. */
function proseOf({ parts }: Message): string {
  const plain = parts.filter(({ type }) => type === 'text/plain' || type === 'text');
  if (plain.some(({ text }) => text.trim() !== ''))
    return unquoted(
      plain
        .slice(0, 2)
        .map(({ text }) => text)
        .join('\n'),
    );
  const rich = parts.find(({ type }) => type === 'text/html');
  return (rich?.text ?? '')
    .slice(0, 100_000)
    .replace(/<(?:style|script)[^>]{0,300}>[^<]{0,20000}/gi, ' ')
    .replace(/<(?:br|p|div|tr|li|h\d)\b[^>]{0,300}>/gi, '\n')
    .replace(/<[^>]{0,1000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** A bounce that somebody forwarded as a quotation, without the marks of one. */
function unquoted(text: string): string {
  const lines = text.split('\n');
  const quoted = lines.filter((line) => line.startsWith('>')).length;
  return quoted > lines.length / 2 ? lines.map((line) => line.replace(/^>{1,5} ?/, '')).join('\n') : text;
}

/** The lines of the report that are about one recipient; all of it where it names none. */
function aboutRecipient(prose: string, address: string): string {
  const lines = prose.split('\n');
  const start =
    address === '' ? -1 : lines.findIndex((line) => line.toLowerCase().includes(address.toLowerCase()));
  if (start === -1) return prose;
  const next = lines.findIndex(
    (line, index) =>
      index > start && /^\s*</.test(line) && !line.toLowerCase().includes(address.toLowerCase()),
  );
  return lines.slice(start, next === -1 ? lines.length : next).join('\n');
}
