import { keptTexts } from './plain-text.ts';
import { agreesWith, type ReplyGrammar } from './reply-grammar.ts';

/** A POP3 reply: RFC 1939 section 3. `lines` is what follows the status line of a multi-line reply. */
export type Pop3Reply = {
  readonly isOk: boolean;
  readonly text: string;
  /** The response code of RFC 2449 section 8 in upper case: `SYS/TEMP`, `IN-USE`. */
  readonly responseCode?: string;
  readonly lines: readonly string[];
};

const canBegin = (text: string) => agreesWith(text, '+OK') || agreesWith(text, '-ERR');

/** A reply of one line, such as the greeting. */
export const pop3Reply: ReplyGrammar<Pop3Reply> = { canBegin, read: (lines) => statusLine(lines[0]) };

/** A reply that, when positive, goes on until a line with a single dot (RFC 1939 section 3, RFC 2449 section 5). */
export const pop3List: ReplyGrammar<Pop3Reply> = {
  canBegin,
  read(lines) {
    const status = statusLine(lines[0]);
    if (status === 'wrong' || !status.isOk) return status;
    if (lines.at(-1) !== '.') return 'more';
    return {
      ...status,
      lines: lines.slice(1, -1).map((line) => (line.startsWith('.') ? line.slice(1) : line)),
    };
  },
};

function statusLine(line = ''): Pop3Reply | 'wrong' {
  const match = /^(\+OK|-ERR)(?:\s+(.*))?$/i.exec(line);
  if (!match?.[1]) return 'wrong';
  const text = match[2] ?? '';
  const code = /^\[([^\s\]]+)\]/.exec(text)?.[1];
  return {
    isOk: match[1].startsWith('+'),
    text,
    ...(code === undefined ? {} : { responseCode: code.toUpperCase() }),
    lines: [],
  };
}

export type Pop3Offers = {
  /** One entry a line, keyword in upper case first: `STLS`, `SASL PLAIN LOGIN`. */
  readonly capabilities: readonly string[];
  /** Mechanisms of SASL, `USER` for USER and PASS, `APOP` when the greeting carried a timestamp. */
  readonly auth: readonly string[];
  readonly hasStls: boolean;
};

/** Reads the answer to CAPA (RFC 2449 section 5) beside the greeting's text. All of it counts, and what `keptTexts` keeps is told. */
export function pop3Offers(reply: Pop3Reply, greetingText: string): Pop3Offers {
  const capabilities = reply.lines
    .map((line) => line.trim().replace(/^\S+/, (keyword) => keyword.toUpperCase()))
    .filter((line) => line !== '');
  const sasl = capabilities
    .filter((line) => line.startsWith('SASL '))
    .flatMap((line) => line.slice('SASL '.length).toUpperCase().split(/\s+/))
    .filter((mechanism) => mechanism !== '');
  const user = capabilities.includes('USER') ? ['USER'] : [];
  // RFC 1939 section 7: the timestamp, in the form of a Message-ID, is how a server says that it knows APOP.
  const apop = /<[^<>\s]+@[^<>\s]+>/.test(greetingText) ? ['APOP'] : [];
  return {
    capabilities: keptTexts(capabilities, 200),
    auth: keptTexts([...new Set([...sasl, ...user, ...apop])], 50),
    hasStls: capabilities.includes('STLS'),
  };
}
