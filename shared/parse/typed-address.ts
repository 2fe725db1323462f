import { faulty, type Parsed } from './fault.ts';
import { type MailAddress, parseMailAddress } from './mail-address.ts';
import { asTyped, bare, type Rewrite, rewritten } from './typed-text.ts';

/** An address as people write it to hide it from programs, `anna (at) example dot org`, in the six languages and a few more. */
const hidden: readonly Rewrite[] = [
  [
    /\s*(?:[([{<]\s*(?:at|ät|à|a|arroba|arobase|chez|klammeraffe|chiocciola|małpa|apenstaartje|zavináč|kukac|собака|골뱅이|アット(?:マーク)?)\s*[)\]}>]|(?<=\S)\s(?:at|ät|arroba|arobase|chiocciola|małpa|apenstaartje|zavináč|kukac|собака|골뱅이|アットマーク)\s(?=\S)|_at_|アットマーク)\s*/i,
    '@',
  ],
];
const hiddenDots: readonly Rewrite[] = [
  [
    /\s*(?:[([{<]\s*(?:dot|punkt|point|punto|ponto|kropka|punt|tečka|pont|точка|ドット|点)\s*[)\]}>]|(?<=\S)\s(?:dot|punkt|point|punto|ponto|kropka|punt|tečka|pont|точка|ドット)\s(?=\S)|_dot_|ドット)\s*/gi,
    '.',
  ],
];

/** Where one entry of a list or a table ends and the next begins. */
const cellEnd = /[\t\n;|]+|,\s+/;
/** A link to the address, as programs copy it beside what they show: `you@example.org <mailto:you@example.org>`, and in Markdown. */
const linked = /(?<=\S\s*)([<(])mailto:(?=[^\s@]+@)/gi;
/** A name and, behind it, an address with a part of that name: `Anna Huber anna@example.org`. */
const nameBefore = /^((?:\p{L}[\p{L}\p{M}.'’-]*\s+){1,4})(\S+)@(\S+)$/u;
/** Something with a sign in the middle, and nothing in it that stands between addresses. */
const addressLike = /[^\s<>()"“”„«»,;|[\]]+@[^\s<>()"“”„«»,;|[\]@]+/g;

/** `text` with @ and dots where words stand for them; as it is where that makes no address of it. */
export function unhidden(text: string): string {
  const dotted = rewritten(text, hiddenDots);
  const signed = dotted.includes('@') ? dotted : rewritten(dotted, hidden);
  return /^\S*@\S*$/.test(bare(signed)) || !/\s/.test(bare(dotted)) ? signed : text;
}

/**
 * Reads the one mail address in what was typed or pasted: alone, with a name or a label, as a link, in a row of a table. Of several none is
 * chosen: the fault names them.
 */
export function typedAddress(input: string): Parsed<MailAddress> {
  const text = unhidden(asTyped(input));
  const core = bare(text);
  const link = /^mailto:/i.test(core) ? unlinked(core) : text.replace(linked, '$1');
  // A comma instead of the last dot, with or without a blank, ends no entry: the dot is offered.
  const joined = asOneAddress(link).replace(/(@[^\s.,;@]+),\s*(\p{L}{2,6})$/u, '$1,$2');
  const [, left, right] = /^([^\s@]+@[^\s.,;@]+);\s*(\p{L}{2,6})$/u.exec(bare(joined)) ?? [];
  if (left !== undefined) return faulty('address-semicolon', `${left}.${right}`);
  const entries = joined
    .split(cellEnd)
    .filter((cell) => cell.includes('@'))
    .flatMap(entriesOf);
  const several = [...new Map(entries.map((entry) => [entry.toLowerCase(), entry])).values()];
  if (several.length > 1) return faulty('address-several', several.join(', '));
  return parseMailAddress(several[0] ?? bare(joined));
}

/**
 * An address alone, without a port, a word of encryption or a slash behind it, and without the blank that keyboards of phones put behind a dot. Where
 * the domain has another dot, that one may end a sentence.
 */
function asOneAddress(text: string): string {
  const alone = bare(text);
  const address = alone
    .replace(/^(\S+@[^\s.@]+)(?:\s+\.\s*|\.\s+)(\p{L}{2,24})$/u, '$1.$2')
    .replace(/^(\S+@[^\s@:/\\[\]]+)(?::\d{1,5})?(?:[/\\](?:none|plain|starttls|tls|ssl)?)?$/i, '$1');
  return address === alone ? text : address;
}

/** The address of a cell without what is beside it; several where blanks or words stand between them. */
function entriesOf(cell: string): string[] {
  const [, named] = /^[^<>=:[\]{}]{0,80}<([^<>]*@[^<>]*)>(?:\s*\([^()]*\))?$/.exec(bare(cell)) ?? [];
  if (named !== undefined) return [bare(named)];
  const text = bare(cell).replace(/\s+\([^()@]*\)$/, '');
  const found = [...text.matchAll(addressLike)].map(([one]) => bare(one));
  if (found.length > 1) return found;
  return [unquoted(tight(nameless(text)))];
}

/** Without a name before it. Where the address has nothing of that name, the blank may be a slip within the address. */
function nameless(text: string): string {
  const [, name = '', local = '', domain = ''] = nameBefore.exec(text) ?? [];
  const isOwn = name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.length > 2 && local.toLowerCase().includes(word));
  return isOwn ? `${local}@${domain}` : text;
}

/** Blanks around the sign come from writing by ear. */
function tight(text: string): string {
  return /^\S+\s*@\s*\S+$/.test(text) ? text.replace(/\s+/g, '') : text;
}

/** Quotes around the part before the @ change nothing where it needs none (RFC 5321 section 4.1.2). */
function unquoted(text: string): string {
  return text.replace(/^"([\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+)"(?=@)/u, '$1');
}

/** What a link is to: without the subject and the rest (RFC 6068), and its signs decoded. */
function unlinked(link: string): string {
  const to = link.replace(/^mailto:(?:\/\/)?/i, '').replace(/\?.*$/s, '');
  try {
    return decodeURIComponent(to);
  } catch {
    return to; // a percent sign that stands for itself
  }
}
