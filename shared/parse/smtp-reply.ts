import { keptTexts, plainText } from './plain-text.ts';
import type { ReplyGrammar } from './reply-grammar.ts';

/** An SMTP reply: the code, the enhanced status code (RFC 3463) when the first line carries one, the text of each line. */
export type SmtpReply = {
  readonly code: number;
  readonly enhanced?: string;
  readonly lines: readonly string[];
};

/**
 * RFC 5321 section 4.2.1: three digits, then `-` for "more follows" or a space (or nothing) for the last line. All lines
 * of one reply carry the same code.
 */
export const smtpReply: ReplyGrammar<SmtpReply> = {
  canBegin: (text) => /^\d{0,3}$|^\d{3}[ -]/.test(text),
  read(lines) {
    const last = parseLine(lines.at(-1) ?? '');
    const first = parseLine(lines[0] ?? '');
    if (!last || !first || last.code !== first.code) return 'wrong';
    if (!last.isLast) return 'more';
    const texts = lines.map((line) => line.slice(4));
    const enhanced = /^([245])\.\d{1,3}\.\d{1,3}(?=\s|$)/.exec(texts[0] ?? '');
    const fits = enhanced?.[1] === last.code.slice(0, 1);
    return {
      code: Number(last.code),
      ...(enhanced && fits ? { enhanced: enhanced[0] } : {}),
      lines: texts,
    };
  },
};

function parseLine(line: string): { readonly code: string; readonly isLast: boolean } | null {
  const match = /^(\d{3})(?:([ -])|$)/.exec(line);
  return match?.[1] === undefined ? null : { code: match[1], isLast: match[2] !== '-' };
}

/** What an EHLO reply offers: RFC 5321 section 4.1.1.1. */
export type SmtpOffers = {
  readonly serverName: string;
  /** One entry a line, keyword in upper case first. */
  readonly capabilities: readonly string[];
  /** Login mechanisms in upper case, each once (RFC 4954; also the old `AUTH=LOGIN`). */
  readonly auth: readonly string[];
  readonly hasStartTls: boolean;
};

/** Reads a positive EHLO reply; a HELO reply has no offers. All of it counts, and what `keptTexts` keeps is told. */
export function smtpOffers(reply: SmtpReply): SmtpOffers {
  const capabilities = reply.lines
    .slice(1)
    .map((line) => line.trim().replace(/^\S+/, (keyword) => keyword.toUpperCase()))
    .filter((line) => line !== '');
  const auth = capabilities
    .filter((line) => /^AUTH[ =]/.test(line))
    .flatMap((line) => line.slice(5).toUpperCase().split(/\s+/))
    .filter((mechanism) => mechanism !== '');
  return {
    serverName: plainText(reply.lines[0]?.trim().split(/\s/)[0] ?? '', 255),
    capabilities: keptTexts(capabilities, 200),
    auth: keptTexts([...new Set(auth)], 50),
    hasStartTls: capabilities.some((line) => line.split(/\s/)[0] === 'STARTTLS'),
  };
}

/**
 * Whether something on the way has written over the offer: firewalls replace keywords they do not know by X
 * (`250-XXXXXXXA` where STARTTLS stood) and the whole greeting by stars. Stars around the words of a greeting are a server's own ornament.
 */
export function isMasked(greeting: readonly string[], capabilities: readonly string[]): boolean {
  const isStarred =
    greeting.every((line) => /^[*\d\s.]*$/.test(line)) && (greeting.join('').match(/\*/g)?.length ?? 0) >= 8;
  return isStarred || capabilities.some((line) => /^X{6,}[A-Z]?(?:\s|$)/.test(line));
}
