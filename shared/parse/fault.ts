/** Why a text that a person typed could not be read. The text table has one sentence for each: `input.<fault>`. */
export type Fault =
  | 'empty'
  | 'invisible'
  | 'space'
  | 'host-character'
  | 'host-comma'
  | 'host-dash'
  | 'host-dots'
  | 'host-label-length'
  | 'host-length'
  | 'host-number'
  | 'host-ipv6'
  | 'web-address'
  | 'scheme'
  | 'address-name'
  | 'address-domain'
  | 'address-at-signs'
  | 'address-character'
  | 'address-length'
  | 'address-whole-length'
  | 'address-comma'
  | 'address-semicolon'
  | 'address-several'
  | 'address-ip'
  | 'login-name'
  | 'port-number'
  | 'port-range'
  | 'port-missing'
  | 'ports-count'
  | 'security-missing'
  | 'security-auto'
  | 'current-host'
  | 'security-word';

export type Faulty = {
  readonly ok: false;
  readonly fault: Fault;
  /** The piece of the text that the fault is about, safe to show. */
  readonly found: string;
  /** The character that is wrong, where it is one: itself, or `U+202E` where it could not be seen. Else empty. */
  readonly character: string;
};

/** What a grammar makes of a text: the value, or what is wrong with it. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Faulty;

export function understood<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** `found` is cut to 60 characters and loses what a terminal or a screen would act on instead of showing. */
export function faulty(fault: Fault, found: string, character = ''): Faulty {
  const visible = [...found.replace(unseen, '\u{fffd}')];
  const shown = visible.length > 60 ? `${visible.slice(0, 59).join('')}…` : visible.join('');
  return { ok: false, fault, found: shown, character: named(character) };
}

const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isSeen = character === '' || !/[\p{C}\p{Z}\p{M}]/u.test(character);
  return isSeen ? character : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Spaces and invisible marks at both ends come along when text is copied from a web page or a mail; nobody means them. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g, '');
}

/** Faults that no grammar here can make sense of: nothing at all, invisible characters, spaces. Null when there are none. */
export function roughFault(text: string): Faulty | null {
  if (text === '') return faulty('empty', text);
  const [invisible] = text.match(unseen) ?? [];
  if (invisible !== undefined) return faulty('invisible', text, invisible);
  if (/\s/u.test(text)) return faulty('space', text);
  return null;
}
