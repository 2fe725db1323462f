import type { KindName } from './kinds.ts';
import { kindOfReplyCode } from './status.ts';

/**
 * What RFC 5321 section 4.2.3 has for each reply code. Libraries that split a reply (MailKit, SmtpClient, Indy) show these words alone,
 * and many servers send nothing else.
 */
const byWords: readonly (readonly [words: RegExp, code: number])[] = [
  [/\bsyntax error,? ?(?:in )?command (?:unrecogni[sz]ed|not recogni[sz]ed|line too long)?/i, 500],
  [/\bsyntax error in (?:parameters? or arguments?|parameters?|arguments?|the parameters?)\b/i, 501],
  [/\bcommand (?:is )?not implemented\b/i, 502],
  [/\bbad (?:command sequence|sequence of commands?)\b/i, 503],
  [/\bcommand parameter (?:is )?not implemented\b/i, 504],
  [/\bservice not available, closing (?:transmission )?channel\b/i, 421],
  [/\baction (?:not taken|aborted): (?:local )?error in processing\b/i, 451],
  [/\baction not taken: insufficient system storage\b/i, 452],
  [/\bserver unable to accommodate parameters\b/i, 455],
  [/\baction not taken: mailbox unavailable\b/i, 550],
  [/\buser not local; please try\b/i, 551],
  [/^\W{0,3}transaction failed\W{0,3}$/i, 554],
  [/\baction aborted: exceeded storage allocation\b/i, 552],
  [/\baction not taken: mailbox name (?:is )?not allowed\b/i, 553],
  [/\b(?:mail from|rcpt to)\S{0,3} parameters not recogni[sz]ed\b/i, 555],
];

/** The kind that a reply's standard words name where its code was left out; none for a text about files (FTP has some of them). */
export function kindOfStandardWords(text: string): KindName | undefined {
  if (/\bs?ftps?\b/i.test(text)) return undefined;
  const row = byWords.find(([words]) => isSentence(words.exec(text)));
  return row && kindOfReplyCode(row[1]);
}

/** As a server says it: between other words it is somebody's own sentence. */
function isSentence(match: RegExpExecArray | null): boolean {
  if (!match) return false;
  const before = match.input.slice(0, match.index).trimEnd();
  const after = match.input.slice(match.index + match[0].length).trimStart();
  return /(?:^|\W|\brequested(?: mail)?)$/i.test(before) && /^(?:$|[^\w\s]|<|\d)/.test(after);
}
