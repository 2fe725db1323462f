import { inspect } from 'node:util';
import { plainText } from '../../../shared/parse/plain-text.ts';

const hidden = '(secret)';

/** Shorter passwords would be struck out of ordinary words. */
const leastStruck = 4;

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
    this.#text = text;
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
    return plainText(struck, maxChars);
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
