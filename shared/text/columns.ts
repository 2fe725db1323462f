import stringWidth from 'string-width';

/**
 * Text whose every character takes one column: Latin letters with the signs and quotation marks of European languages, and none of the soft
 * hyphen, which takes none.
 */
const oneEach = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/** Signs that string-width does not count but fails at where they stand alone, such as Arabic ones before a number. */
const failing = /(?!\p{Default_Ignorable_Code_Point})\p{Cf}/gu;

/** How many columns of a terminal or of a page in one width a text takes: letters of Chinese and Japanese take two, marks upon a letter none. */
export function columnsOf(text: string): number {
  return oneEach.test(text) ? text.length : stringWidth(text.replace(failing, ''));
}

/** The text with blanks behind it, so that it takes so many columns; as it is where it takes more. */
export function padTo(columns: number, text: string): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** As much of the text as fits into so many columns, with blanks behind it up to that width. */
export function fitInto(columns: number, text: string): string {
  let fitting = '';
  let width = 0;
  for (const letter of text) {
    width += columnsOf(letter);
    if (width > columns) break;
    fitting += letter;
  }
  return padTo(columns, fitting);
}
