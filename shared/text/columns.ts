import stringWidth from 'string-width';

/** How many columns of a terminal or of a page in one width a text takes: letters of Chinese and Japanese take two, marks upon a letter none. */
export function columnsOf(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
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
