import { keptTexts } from './plain-text.ts';
import { agreesWith, type ReplyGrammar } from './reply-grammar.ts';

/** The first line of an IMAP server: RFC 9051 section 7.1. */
export type ImapGreeting = {
  readonly status: 'OK' | 'PREAUTH' | 'BYE';
  /** What follows `* `, for a person to read. */
  readonly text: string;
  /** The response code in brackets, its first word in upper case: `UNAVAILABLE`. */
  readonly responseCode?: string;
};

/** A tagged reply with the untagged lines before it. An untagged BYE ends it too: the server is about to hang up. */
export type ImapReply = {
  readonly status: 'OK' | 'NO' | 'BAD' | 'BYE';
  readonly text: string;
  readonly responseCode?: string;
  /** Untagged lines without their `* `. */
  readonly untagged: readonly string[];
};

export const imapGreeting: ReplyGrammar<ImapGreeting> = {
  canBegin: (text) => agreesWith(text, '* '),
  read(lines) {
    const match = /^\* (OK|PREAUTH|BYE)(?: (.*))?$/i.exec(lines[0] ?? '');
    if (!match?.[1]) return 'wrong';
    const status = match[1].toUpperCase() as ImapGreeting['status'];
    return { status, text: (lines[0] ?? '').slice(2), ...responseCodeOf(match[2] ?? '') };
  },
};

/**
 * The reply to the command with this tag. None of the commands a probe sends is answered with a literal (RFC 9051 section
 * 9: capability-data and resp-text have none), so a line is always a line.
 */
export function imapReply(tag: string): ReplyGrammar<ImapReply> {
  return {
    canBegin: (text) => agreesWith(text, '* ') || agreesWith(text, `${tag} `) || agreesWith(text, '+ '),
    read(lines) {
      const last = lines.at(-1) ?? '';
      const untagged = lines.filter((line) => line.startsWith('* ')).map((line) => line.slice(2));
      const bye = /^\* BYE(?: (.*))?$/i.exec(last);
      if (bye) return { status: 'BYE', text: bye[1] ?? '', ...responseCodeOf(bye[1] ?? ''), untagged };
      if (last.startsWith('* ') || last.startsWith('+')) return 'more';
      const match = /^(\S+) (OK|NO|BAD)(?: (.*))?$/i.exec(last);
      if (!match?.[2] || match[1]?.toUpperCase() !== tag.toUpperCase()) return 'wrong';
      const status = match[2].toUpperCase() as ImapReply['status'];
      return { status, text: match[3] ?? '', ...responseCodeOf(match[3] ?? ''), untagged };
    },
  };
}

function responseCodeOf(text: string): { responseCode?: string } {
  const code = /^\[([^\s\]]+)/.exec(text)?.[1];
  return code === undefined ? {} : { responseCode: code.toUpperCase() };
}

export type ImapOffers = {
  /** In upper case, each once: `IMAP4REV1`, `STARTTLS`, `AUTH=PLAIN`. */
  readonly capabilities: readonly string[];
  /** Mechanisms of AUTH=, and `LOGIN` (the command) unless LOGINDISABLED forbids it: RFC 9051 section 6.2.3. */
  readonly auth: readonly string[];
  readonly hasStartTls: boolean;
};

/** Reads the answer to CAPABILITY: RFC 9051 section 7.2.2. All of it counts, and what `keptTexts` keeps is told. */
export function imapOffers(reply: ImapReply): ImapOffers {
  return offersIn(
    reply.untagged
      .filter((line) => /^CAPABILITY /i.test(line))
      .map((line) => line.slice('CAPABILITY '.length)),
  );
}

/** The same from a greeting that lists them, which spares the question: RFC 9051 section 7.1. Null when this one does not. */
export function imapOffersOfGreeting({ text }: ImapGreeting): ImapOffers | null {
  const listed = /^OK \[CAPABILITY ([^\]]*)\]/i.exec(text)?.[1];
  return listed === undefined ? null : offersIn([listed]);
}

function offersIn(lists: readonly string[]): ImapOffers {
  const listed = lists.flatMap((line) => line.toUpperCase().split(/\s+/)).filter((word) => word !== '');
  const capabilities = [...new Set(listed)];
  const mechanisms = capabilities
    .filter((word) => word.startsWith('AUTH='))
    .map((word) => word.slice('AUTH='.length));
  const loginCommand = capabilities.includes('LOGINDISABLED') ? [] : ['LOGIN'];
  return {
    capabilities: keptTexts(capabilities, 200),
    auth: keptTexts([...new Set([...mechanisms, ...loginCommand])], 50),
    hasStartTls: capabilities.includes('STARTTLS'),
  };
}
