/** Why a text that a person typed could not be read. The text table has one sentence for each: `input.<fault>`. */
export type Fault =
  | 'empty'
  | 'invisible'
  | 'space'
  | 'host-character'
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
  | 'address-several'
  | 'address-ip'
  | 'port-number'
  | 'port-range'
  | 'port-missing'
  | 'ports-count'
  | 'security-missing'
  | 'security-auto'
  | 'current-host'
  | 'security-word';

/** What a grammar makes of a text: the value, or the fault and the piece of the text it is about, safe to show. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault; readonly found: string };

export function understood<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** `found` is cut to 60 characters and loses what a terminal or a screen would act on instead of showing. */
export function faulty(fault: Fault, found: string): { ok: false; fault: Fault; found: string } {
  const visible = [...found.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}')];
  const shown = visible.length > 60 ? `${visible.slice(0, 59).join('')}…` : visible.join('');
  return { ok: false, fault, found: shown };
}

/** Spaces and invisible marks at both ends come along when text is copied from a web page or a mail; nobody means them. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g, '');
}

/** Faults that no grammar here can make sense of: nothing at all, invisible characters, spaces. Null when there are none. */
export function roughFault(text: string): { ok: false; fault: Fault; found: string } | null {
  if (text === '') return faulty('empty', text);
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(text)) return faulty('invisible', text);
  if (/\s/u.test(text)) return faulty('space', text);
  return null;
}
