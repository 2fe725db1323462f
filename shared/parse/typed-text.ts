/** A pattern, and what is put in its place. */
export type Rewrite = readonly [what: RegExp, by: string | ((found: string) => string)];

/** Longer texts are no address and no server; they are left as they are, and refused for their length. */
const mostChars = 2000;

/** Signs that an input method, a word processor, a page or a PDF puts in the place of those that are meant. */
const signs: readonly Rewrite[] = [
  [/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n'],
  // Without a width, where a line may break or runs the usual way. What turns the order of letters round is left, to be refused.
  [
    /\u00ad|\u034f|\u061c|\u180e|[\u200b\u200e\u200f\u202a\u202c\u2060-\u2064\u2066\u2068\u2069\ufeff]|[\ufe00-\ufe0f]/g,
    '',
  ],
  // Joiners belong to some scripts; beside a Latin letter they are waste.
  [/(?<=[\0-\x7f]|^)[\u200c\u200d]+|[\u200c\u200d]+(?=[\0-\x7f]|$)/g, ''],
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  // Full-width forms of ASCII, and ligatures.
  [/[\uff01-\uff5e\ufb00-\ufb06\ufe6b\ufe52]/g, (found) => found.normalize('NFKC')],
  [/[。．｡․]/g, '.'],
  [/[\u2010-\u2013\u2212\ufe63]/g, '-'],
  [/(?<=\p{L})[\u2018\u2019\u02bc\u2032](?=\p{L})/gu, "'"],
];

/** Addresses that programs have defused so that nobody clicks on them. */
const defused: readonly Rewrite[] = [
  [/^(h)(?:xx|\*\*)(ps?)(?=[:[])/i, (found) => found.replace(/xx|\*\*/i, 'tt')],
  [/\[(:|:\/\/)\]/g, (found) => found.slice(1, -1)],
  [/\s?[[({]\.[\])}]\s?/g, '.'],
  [/\s?[[({]@[\])}]\s?/g, '@'],
  // Out of a page's source, or of a web address.
  [/&(?:#64|#x40|commat);/gi, '@'],
  [/&(?:#46|#x2e|period);/gi, '.'],
  [/^([^\s@:/]{1,64})%40(?=[^\s@:/]+\.[^\s@:/]+$)/, (found) => found.replace(/%40$/, '@')],
];

/** What stands around a name or an address that is cited. */
const pairs: readonly (readonly [before: string, after: string])[] = [
  '"" \'\' “” „“ „” ”” «» »« ‹› ›‹ ‘’ ‚‘ ‚’ ’’ 「」 『』 《》 〈〉 【】 <> () [] {}'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
].flat();

/** `E-Mail:`, `Serveur SMTP :`, `送信サーバー：`; without a blank behind it only where no password could stand before the colon. */
const label =
  /^(?:\p{L}[\p{L}\p{M} ()/'-]{0,48}?\s?[:=]\s+(?=.*\p{L})|(?:e-?mail|mail|courriel|correo|adresse?|address|endereço|smtp(?:[ -]?(?:server|host))?|host(?:name)?|(?:mail)?server|serveur|servidor|mx|imap|pop3?|メール(?:アドレス)?|(?:smtp|送信)?サーバー?|from|to|von|de|an|para)\s?[:=](?!\/)(?=.*\p{L}))/isu;

/** Applies each row in turn. */
export function rewritten(text: string, rows: readonly Rewrite[]): string {
  return rows.reduce(
    (rest, [what, by]) => (typeof by === 'string' ? rest.replace(what, by) : rest.replace(what, by)),
    text,
  );
}

/**
 * A text as it was typed or pasted, with the signs that were meant: one kind of line end, ordinary blanks and dashes, ASCII for its full-width
 * forms, nothing without a width, and nothing defused. Only for what a person gave; what a server or a page names is read as it stands.
 */
export function asTyped(input: string): string {
  if (input.length > mostChars) return input;
  return rewritten(input.normalize('NFC'), [...signs, ...defused]).trim();
}

/** Without labels, quotation marks, brackets and marks of a list or a sentence around it; line ends and tabs inside stay. */
export function bare(text: string): string {
  let rest = text.trim();
  for (let round = 0; round < 6; round += 1) {
    const before = rest;
    rest = rest
      .replace(/^(?:[-–—•·*>]+\s+|[,;]+)/, '')
      .replace(/[\s,;!?…、，；！？]+$/, '')
      .replace(/(?<=[^.])\.{1,3}$/, '')
      .replace(label, '');
    rest = withoutPair(rest.trim());
    if (rest === before) break;
  }
  return rest;
}

function withoutPair(text: string): string {
  const [, , marked] = /^([*_`]{1,3})(.+)\1$/s.exec(text) ?? [];
  if (marked !== undefined) return marked.trim();
  const pair = pairs.find(
    ([before, after]) => text.length > 1 && text.startsWith(before) && text.endsWith(after),
  );
  if (pair === undefined) return text;
  const inside = text.slice(1, -1);
  // `"Anna" <anna@example.org>` has a pair at either end, and neither is around the whole.
  return inside.includes(pair[0]) || inside.includes(pair[1]) ? text : inside.trim();
}
