import { inspect } from 'node:util';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { withoutShownBlanks } from './shown-password.ts';

const hidden = '(secret)';

/** Shorter passwords would be struck out of ordinary words. */
const leastStruck = 4;

/** Shorter ones come about where the blanks between ordinary words are left out. */
const leastInPieces = 6;

/** The codes at the beginning of each line of a reply, with which a server breaks what it repeats (RFC 5321 section 4.2.1). */
const lineCodes = /(?:^|[\r\n]+)(?:[2-5]\d\d[ -])?(?:[245]\.\d{1,3}\.\d{1,3}[ \t])?/g;

/** Letters and visible signs alone, all small. */
function bareOf(text: string): string {
  return text
    .replace(lineCodes, '')
    .replace(/[\p{C}\p{Z}]/gu, '')
    .toLowerCase();
}

const namedSigns: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** How signs are written for HTML, as quoted-printable (RFC 2045 section 6.7) or in an address of the web, and behind a backslash. */
const unescapers: readonly ((text: string) => string)[] = [
  (text) =>
    text
      .replace(/&(amp|lt|gt|quot|apos);/gi, (_, name: string) => namedSigns[name.toLowerCase()] ?? '')
      .replace(/&#(?:x([0-9a-f]{1,5})|(\d{1,6}));/gi, (_, hex?: string, digits?: string) =>
        String.fromCharCode(hex === undefined ? Number(digits) : Number.parseInt(hex, 16)),
      ),
  (text) =>
    text
      .replace(/=\r?\n/g, '')
      .replace(/(?:[=%][0-9a-f]{2}|\\x[0-9a-f]{2})+/gi, (run) =>
        Buffer.from(run.replace(/[=%]|\\x/gi, ''), 'hex').toString('utf8'),
      ),
  (text) => text.replace(/\\(.)/g, '$1'),
];

/** The text, and as it reads where its signs were written so, once or one way inside another. */
function readingsOf(text: string): string[] {
  const once = unescapers.map((unescaped) => unescaped(text));
  return [text, ...once, ...once.flatMap((one) => unescapers.map((unescaped) => unescaped(one)))];
}

function codesBefore(text: string): string {
  return /^[2-5]\d\d[ -](?:[245]\.\d{1,3}\.\d{1,3} )?/.exec(text)?.[0].replace('-', ' ') ?? '';
}

/**
 * Whether a login can carry it, in UTF-8: RFC 4616 section 2 and RFC 9051 section 4.3 know no NUL, and nobody's password has a line break.
 */
export function canBePassword(password: Uint8Array): boolean {
  return !password.some((byte) => byte === 0x00 || byte === 0x0d || byte === 0x0a);
}

/**
 * A password in the memory of this process, for one act. Printing, logging, copying into JSON or inspecting it says nothing; only
 * `engine/send` opens it.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = withoutShownBlanks(text);
  }

  /** The password itself. Called at the moment it is sent, and the result is kept nowhere. */
  open(): string {
    return this.#text;
  }

  /** Sixteen lower-case letters, as Google, Apple, Yahoo and others make them, with or without blanks or hyphens between. */
  get looksLikeAppPassword(): boolean {
    return /^[a-z]{16}$/.test(this.#text.replace(/[ -]/g, ''));
  }

  /**
   * `text` with every form in which a login carries this password (plain, quoted for IMAP, base64 with or without the user name,
   * hexadecimal, percent encoded) struck out: a server may repeat in its reply what it was sent. The rest is made harmless and cut to
   * `maxChars`.
   */
  struckFrom(text: string, user: string, maxChars: number): string {
    const forms = this.#forms(user).filter((form) => form.length >= leastStruck);
    const struck = forms.reduce((rest, form) => rest.replaceAll(form, hidden), text);
    return plainText(this.#isIn(struck, user) ? `${codesBefore(struck)}${hidden}` : struck, maxChars);
  }

  /** Whether the password still stands there: in pieces, in other letters, or as pages and mails write their signs. */
  #isIn(text: string, user: string): boolean {
    const forms = this.#forms(user)
      .map(bareOf)
      .filter((form) => form.length >= leastInPieces);
    const texts = readingsOf(text).map(bareOf);
    return texts.some((one) => forms.some((form) => one.includes(form)));
  }

  #forms(user: string): string[] {
    const bytes = Buffer.from(this.#text, 'utf8');
    const plain = Buffer.from(`\0${user}\0${this.#text}`, 'utf8');
    const onBehalf = Buffer.from(`${user}\0${user}\0${this.#text}`, 'utf8');
    const base64 = [bytes, plain, onBehalf].flatMap((one) => [
      one.toString('base64'),
      one.toString('base64').replace(/=+$/, ''),
      one.toString('base64url'),
    ]);
    const texts = [
      this.#text,
      encodeURIComponent(this.#text),
      // As a quoted string of IMAP (RFC 9051 section 4.3), and of JSON.
      this.#text.replace(/["\\]/g, '\\$&'),
      JSON.stringify(this.#text).slice(1, -1),
      bytes.toString('hex'),
      bytes.toString('latin1'),
    ];
    // The longest first, so that no part of a longer form is left standing.
    return [...new Set([...base64, ...texts, bytes.toString('hex').toUpperCase()])].sort(
      (a, b) => b.length - a.length,
    );
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [Symbol.toPrimitive](): string {
    return hidden;
  }

  [inspect.custom](): string {
    return hidden;
  }
}
