import { decoded, quotedPrintableBytes } from './bounce/decode.ts';

const tag =
  /<\/?(?:p|br|hr|b|i|u|em|strong|code|pre|tt|div|span|font|a|li|ul|ol|h[1-6]|t[drh]|table|tbody|html|body)(?:\s[^<>]{0,500})?\/?>/gi;
const entity =
  /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|[aou]uml|szlig|eacute|egrave|agrave));/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
};
/** A letter beyond ASCII in quoted-printable: two escapes or more, the first of them a leading byte of UTF-8. */
const quotedLetters = /=[c-f][0-9a-f](?:=[89ab][0-9a-f]){1,3}/gi;
const jsonLetter = /\\u([0-9a-f]{4})/gi;

// Letters and signs of the bytes 0x80 to 0xbf, which follow a leading one in UTF-8.
const western =
  '\\u0080-\\u009f\\u00a1-\\u00bf\\u0152-\\u017e\\u0192\\u02c6\\u02dc\\u2013-\\u203a\\u20ac\\u2122';
const cyrillic =
  '\\u0080-\\u00bf\\u0401-\\u040f\\u0451-\\u045f\\u0490\\u0491\\u2013-\\u203a\\u20ac\\u2116\\u2122';
/** UTF-8 that was read as Windows' Western or Cyrillic page: the letter of a leading byte with what follows it. */
const misread = [
  {
    page: 'windows-1252',
    letters: new RegExp(`[ÂÃ][${western}\\u00a0]|[ÄÅÐÑÎÏØÙ][${western}]|[âãäåæç][${western}\\u00a0]{2}`, 'g'),
  },
  { page: 'windows-1251', letters: new RegExp(`[РС][${cyrillic}]|[Вв][${cyrillic}]{2}`, 'g') },
] as const;

/**
 * A text as its program meant it, where what was copied is markup, the text of a JSON log, quoted-printable, or UTF-8 that somebody read in
 * the wrong charset. What is none of these stays as it is.
 */
export function legible(text: string): string {
  return withoutMarkup(text)
    .replace(jsonLetter, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replaceAll('\\/', '/')
    .replace(quotedLetters, (escapes) => decoded(quotedPrintableBytes(escapes), 'utf-8'))
    .replace(misread[0].letters, (letters) => readAgain(letters, misread[0].page))
    .replace(misread[1].letters, (letters) => readAgain(letters, misread[1].page));
}

function withoutMarkup(text: string): string {
  return text
    .replace(tag, ' ')
    .replace(entity, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

/** The letters as UTF-8, or unchanged where their bytes are none. */
function readAgain(letters: string, page: string): string {
  const bytes = [...letters].map((letter) => byteOf(letter, page));
  if (bytes.includes(undefined)) return letters;
  const read = new TextDecoder().decode(Uint8Array.from(bytes as number[]));
  return read.includes('\u{fffd}') ? letters : read;
}

const pages = new Map<string, ReadonlyMap<string, number>>();

function byteOf(letter: string, page: string): number | undefined {
  let byLetter = pages.get(page);
  if (!byLetter) {
    const upper = Uint8Array.from({ length: 128 }, (_none, index) => 128 + index);
    byLetter = new Map([...new TextDecoder(page).decode(upper)].map((one, index) => [one, 128 + index]));
    pages.set(page, byLetter);
  }
  return byLetter.get(letter);
}
