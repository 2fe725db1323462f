import { shownFolder } from './folder-name.ts';
import { plainText } from './plain-text.ts';
import { agreesWith, type ReplyGrammar } from './reply-grammar.ts';

/** The end of a command inside a mailbox: RFC 9051 section 7.1. `lines` are all lines before the tagged one, literals' among them. */
export type MailboxReply = {
  readonly status: 'OK' | 'NO' | 'BAD' | 'BYE';
  readonly text: string;
  readonly lines: readonly string[];
};

/** A piece of a bounce has short lines, and a large mailbox some thousand folders. */
const maxLines = 5000;

/**
 * The reply to the command with this tag, whose untagged lines may hold literals: what is no line of the protocol is a literal's. A tag
 * that nobody can guess keeps a message's text from ending the reply.
 */
export function mailboxReply(tag: string): ReplyGrammar<MailboxReply> {
  return {
    maxLines,
    canBegin: (text) => agreesWith(text, '* ') || agreesWith(text, `${tag} `),
    read(lines) {
      const last = lines.at(-1) ?? '';
      const bye = lines.length === 1 ? /^\* BYE(?: (.*))?$/i.exec(last) : null;
      if (bye) return { status: 'BYE', text: bye[1] ?? '', lines: [] };
      const match = /^(\S+) (OK|NO|BAD)(?: (.*))?$/i.exec(last);
      if (match?.[1] !== tag) return 'more';
      return {
        status: match[2]?.toUpperCase() as MailboxReply['status'],
        text: match[3] ?? '',
        lines: lines.slice(0, -1),
      };
    },
  };
}

/** The server's invitation to go on with an authentication exchange (RFC 9051 section 6.2.2), or its refusal. */
export function imapContinuation(
  tag: string,
): ReplyGrammar<{ readonly goOn: boolean; readonly text: string }> {
  return {
    canBegin: (text) => agreesWith(text, '+') || agreesWith(text, '* ') || agreesWith(text, `${tag} `),
    read(lines) {
      const last = lines.at(-1) ?? '';
      if (last.startsWith('+')) return { goOn: true, text: last.slice(1).trim() };
      if (last.startsWith('* ') && !/^\* BYE/i.test(last)) return 'more';
      return { goOn: false, text: last.replace(/^\S+ /, '') };
    },
  };
}

/** Unique ids in the answer to UID SEARCH, at most `most` of them: RFC 9051 section 7.3.4 (`* SEARCH`) and 7.3.4 (`* ESEARCH`). */
export function foundUids(lines: readonly string[], most: number): number[] {
  const numbers = lines
    .filter((line) => /^\* SEARCH(?: |$)/i.test(line))
    .flatMap((line) => line.slice('* SEARCH'.length).split(/\s+/))
    .filter((word) => /^\d{1,10}$/.test(word))
    .map(Number);
  return [...new Set(numbers)].slice(0, most);
}

/** The unique id that the next message will get, from the answer to EXAMINE: RFC 9051 section 7.1. 1 when it was not told. */
export function nextUid(lines: readonly string[]): number {
  const told = lines
    .map((line) => /\[UIDNEXT (\d{1,10})\]/i.exec(line)?.[1])
    .find((one) => one !== undefined);
  return told === undefined ? 1 : Number(told);
}

/** Names of folders that hold what a filter took for junk, where a server does not mark them: RFC 6154 has `\Junk`. */
const junkNames =
  /^(?:inbox[./])?(?:junk|spam|bulk|courrier ind|ind[ée]sirable|correo no deseado|unerw|ongewenst|posta indes|lixo|niechciane|спам|迷惑メール|垃圾|スパム)/i;

/** The folder for junk in the answer to LIST: the one marked so, else the one that is called so; null when there is none. */
export function junkFolder(lines: readonly string[]): string | null {
  const folders = lines.flatMap((line) => {
    const match = /^\* LIST \(([^)]*)\) (?:"[^"]*"|NIL) (?:"((?:[^"\\]|\\.)*)"|(\S+))\s*$/i.exec(line);
    if (!match) return [];
    const name = match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '';
    return [{ flags: (match[1] ?? '').toLowerCase().split(/\s+/), name }];
  });
  const selectable = folders.filter(({ flags }) => !flags.includes('\\noselect'));
  const marked = selectable.find(({ flags }) => flags.includes('\\junk'));
  return (marked ?? selectable.find(({ name }) => junkNames.test(shownFolder(name))))?.name ?? null;
}

/** A folder's name as a quoted string (RFC 9051 section 4.3); null when it cannot be one. */
export function quotedFolder(name: string): string | null {
  if (!/^[\x20-\x7e]{1,200}$/.test(name)) return null;
  return `"${name.replace(/["\\]/g, '\\$&')}"`;
}

/** Header fields of one message in the answer to FETCH, unfolded: RFC 5322 section 2.2.3. The last of several counts first. */
export function headerFields(lines: readonly string[], name: string): string[] {
  const unfolded: string[] = [];
  for (const line of lines) {
    if (/^\s/.test(line) && unfolded.length > 0) unfolded.push(`${unfolded.pop()} ${line.trim()}`);
    else unfolded.push(line);
  }
  const prefix = `${name.toLowerCase()}:`;
  return unfolded
    .filter((line) => line.toLowerCase().startsWith(prefix))
    .map((line) => plainText(line.slice(prefix.length).trim(), 1000));
}
