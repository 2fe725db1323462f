import { aboutSending } from './rules/sentences.ts';
import { isReplyCode, kindOfStatus } from './status.ts';

/** A reply of an SMTP server as it stands somewhere in a text. */
export type FoundReply = {
  readonly replyCode?: number;
  readonly enhancedStatus?: string;
  /** It came in place of a greeting: who is refused is the computer, and nothing else was known yet. */
  readonly isGreeting?: boolean;
  /** The reply from its code on, bounded. */
  readonly text: string;
};

/** A reply is cut to this many characters; real ones say why in less. */
const maxReplyChars = 500;
const maxReplies = 8;

const codeAndStatus = /(?<![\d.,:/-])([245]\d\d)(?:[ ,:;#(-]|b?['"]){1,6}([245]\.\d{1,3}\.\d{1,3})(?![\d.])/g;
const labelled =
  /(?:(?<![a-z])(?:server ?(?:antwort|fehler|error|response|reply)|e?smtp|error|code|reply|response|responsecode|said|says|responded|returned|status|err|fehler\w{0,8}|antwort\w{0,8}|meldung|erreur|réponse|errore|risposta|código|respuesta|resposta|kod|antwoord)|エラー|ошибка)(?: (?:is|was|code|number|nr|no|from server))?\.?[ :=#('"[-]{1,4}([245]\d\d)(?![\d.:])/gi;
const tuple = /\( ?([245]\d\d) ?, ?b?['"]/g;
const leading =
  /(?:^|[\n>:|]|<<<|\\n|-----|said|message) ?([245]\d\d)[ -](?=(?:\d{1,3} |[1-9]\.\d{1,3}\.\d{1,3} )?[\p{L}<"'[(#*:/])/gu;
const lone = /^\s*\(?#?([245]\d\d)\)?\s*$/;
const loneStatus = /(?<![\d.])(?<!version |release |v)([45]\.[1-7]\.\d{1,3})(?![\d.]|\w)/gi;

/** Words that only mail has; a number in front of other words is a number. */
const mailWords =
  /\b(?:mail\w*|e-?mail\w*|smtp|esmtp|recipients?|senders?|relay\w*|rcpt|mx|r?dns|ptr|spf|dkim|dmarc|auth\w*|login|credentials?|password|user|address|domain|helo|ehlo|tls|starttls|spam|messages?|delivery|quota|command|syntax|transaction|blocked|denied|reject\w*|refused|temporar\w*|unavailable|connections?|service|rate ?-?limit\w*|throttl\w*|ip|rbl|dnsbl|virus\w*|black\w*|white\w*|gr[ae]y\w*|quota|attachments?|looping|hops|\.forward|helo\w*|try (?:again|another|later)|protocol (?:error|violation))\b|destinat[aá]ri|destinatair|empfänger|absender|expéditeur|remitente|buz[óo]n|casella|caixa (?:postal|de)|postfach|bo[iî]te|mot de passe|contraseñ|senha|passwor|kennwort|utent|usuári|usuario|парол|почт|получател|отправител|パスワード|メール|ログイン|認証|宛先|送信|密码|密碼|邮件|郵件|登录|<[^<>@\s]{1,64}@[^<>\s]{1,255}>|收件|비밀번호|메일|로그인/i;
const webWords =
  /\b(?:https?(?!:\/\/)|internal server error|bad gateway|gateway time-?out|not found|web ?server|nginx|apache|api)\b/i;

/**
 * Every reply in the text by the grammar of RFC 5321 and RFC 3463, wherever it stands: in a log, an exception, an object that was printed.
 * `isMail`: the text is known to be a server's, so that every number of the right form is a reply.
 */
export function repliesIn(text: string, isMail = false): FoundReply[] {
  const found = new Map<number, FoundReply>();
  const add = (index: number, code: string | undefined, status?: string): void => {
    const replyCode = code === undefined ? undefined : Number(code);
    if (found.size >= maxReplies || isCovered(found, index, replyCode, status)) return;
    found.set(index, {
      ...(replyCode !== undefined && { replyCode }),
      ...(status !== undefined && { enhancedStatus: status }),
      ...(/refused to talk to me: ?$/i.test(text.slice(0, index).slice(-30)) && { isGreeting: true }),
      text: joined(text.slice(index, index + maxReplyChars)),
    });
  };

  for (const match of text.matchAll(codeAndStatus)) add(match.index, match[1], match[2]);
  const isWeb = !isMail && webWords.test(text) && !/\b(?:smtp|e?mail)\b/i.test(text);
  for (const match of text.matchAll(tuple)) addKnown(match, match.index);
  for (const match of text.matchAll(leading)) {
    if (isMail || mailWords.test(text.slice(match.index, match.index + maxReplyChars)))
      addKnown(match, match.index);
  }
  for (const match of text.matchAll(labelled)) addKnown(match, match.index + match[0].length - 3);
  const alone = lone.exec(text)?.[1];
  if (alone !== undefined && isReplyCode(Number(alone))) add(0, alone);
  for (const match of text.matchAll(loneStatus)) {
    const status = match[1] ?? '';
    if (kindOfStatus(status) !== undefined && (isMail || isToldAsStatus(text, match.index, status))) {
      add(match.index, undefined, status);
    }
  }
  return [...found].sort(([one], [other]) => one - other).map(([, reply]) => reply);

  function addKnown(match: RegExpExecArray, index: number): void {
    const code = Number(match[1]);
    // No web server answers with a number above these.
    if (isReplyCode(code) && !(isWeb && code < 512)) add(index, match[1]);
  }
}

/** A reply of several lines (RFC 5321 section 4.2.1) begins each with its code, which then stands between its words. */
function joined(reply: string): string {
  const [first = '', code = ''] = /^\D{0,12}([245]\d\d)-(?:[245]\.\d{1,3}\.\d{1,3} )?/.exec(reply) ?? [];
  if (code === '') return reply;
  const later = new RegExp(`(?<= )${code}[- ](?:[245]\\.\\d{1,3}\\.\\d{1,3} )?`, 'g');
  return first + reply.slice(first.length).replace(later, '');
}

/** The same reply is often shown twice, with and without its status. */
function isCovered(
  found: ReadonlyMap<number, FoundReply>,
  index: number,
  code: number | undefined,
  status: string | undefined,
): boolean {
  return [...found].some(
    ([at, reply]) =>
      (reply.replyCode === code && (status === undefined || reply.enhancedStatus === status)) ||
      (code === undefined && reply.enhancedStatus === status) ||
      (code === undefined && Math.abs(at - index) < 12),
  );
}

/** A status alone looks like the number of a version: something has to say that it is one. */
function isToldAsStatus(text: string, index: number, status: string): boolean {
  if (text.trim() === status || text.trim() === `#${status}`) return true;
  const before = text.slice(Math.max(0, index - 24), index);
  if (
    /(?:status|code|error|dsn|smtp|said|reply|response|was|bounced?|ndr|deferred|fehler)\W{0,6}$|[#([=]$/i.test(
      before,
    )
  )
    return true;
  if (/: ["']?$/.test(before) && aboutSending.test(text)) return true;
  return /\b(?:smtp|e?mail(?:box)?|recipient|sender|authentication|delivery|mailer)\b/i.test(
    text.slice(index, index + 120),
  );
}
