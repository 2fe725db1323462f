import { oneLine } from '../one-line.ts';
import { saysStillTrying, saysUndelivered } from '../rules/returned.ts';
import { freeRecipients, reportPart } from './free-text.ts';
import { type Headers, headerOf, type Message, type Part, split } from './mime.ts';
import { proseOf } from './prose.ts';
import { mailbox, type ReadBounce } from './read.ts';

const machine =
  /(?:\b|_)(?:mailer-?daemon|postmaster|mail ?delivery|delivery ?(?:sub|system)|mdaemon|mailadmin|mail ?system|mail_?robot|mail[_ ]?service|system ?administrator|mail ?server)\b|^<>$/i;
const saysReturned =
  /(?:undeliver\w*|undelivered|delivery (?:status|failure|failed|problem|error|report|notification|has failed|incomplete|unsuccessful)|returned (?:mail|to sender)|return(?:ing)? message to sender|mail (?:delivery )?(?:failed|failure|error|system error)|failure notice|non[- ]?(?:delivery|remis\w*)|message (?:could not|not|delivery)|not? delivered|(?:couldn't|could not|cannot) be delivered|unable to deliver|failure delivery|transcript of session|failed (?:mail|delivery)|unzustellbar|nicht zugestellt|échec|notification d'état|rejected mail|bounce|mail could not|error during delivery|delivery warning|not (?:yet )?been delivered|(?:has|have) been (?:returned|postponed|delayed)|(?:could not|not able to|wasn.t able to) deliver|user unknown|no such user|not a valid user)|メールエラー|配信不能|送信できません|エラー通知|недоставл|не доставлено|退信/i;

/** Whether it comes from a program of a mail server, by the name it has for itself. */
export function isFromMachine(headers: Headers): boolean {
  return machine.test(headerOf(headers, 'from')) || machine.test(headerOf(headers, 'sender'));
}

/** Its type says that it is a report, whatever became of the fields that belong to one. */
function isCalledReport({ parts }: Message): boolean {
  return parts.some(({ parameters }) => parameters.get('report-type')?.toLowerCase() === 'delivery-status');
}

/** A bounce that no standard governs, recognised by who writes it and what it says. */
export function inWords(message: Message): ReadBounce | null {
  const { headers, parts } = message;
  const subject = headerOf(headers, 'subject');
  const prose = proseOf(message);
  const report = reportPart(prose);
  const failed = (headers.get('x-failed-recipients') ?? []).flatMap((value) => value.match(mailbox) ?? []);
  const hasNoSender = /^<\s*>$/.test(headers.get('return-path')?.[0] ?? '');
  const start = oneLine(report.slice(0, 4000));
  const signs = [
    isFromMachine(headers),
    saysReturned.test(subject),
    failed.length > 0,
    hasNoSender,
    isCalledReport(message),
    saysReturned.test(start) || saysUndelivered(start) || saysStillTrying(start),
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
