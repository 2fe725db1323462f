/**
 * The part before the sign is between quotation marks, or in letters of any script (RFC 6531). Those of scripts that put no blanks between
 * words are not taken together with others: before `you@example.org` they are the sentence.
 */
const letters = '\\p{L}\\p{M}\\p{N}';
const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー';
const signs = "\\w.!#$%&'*+/=?^`{|}~-";
const local = `(?:"[^"@\\n]{1,64}"|(?:(?![${unspaced}])[${letters}${signs}]){1,64}|[${unspaced}\\p{N}._-]{1,64})`;
const domain = '[\\p{L}\\d](?:[\\p{L}\\p{M}\\d.-]{0,253}[\\p{L}\\p{M}\\d])?';
const address = new RegExp(`${local}(?:@|%40)${domain}`, 'giu');
/** In a web address the local part ends where a part of that address does. */
const webAddress = /https?:\/\/[^\s"'<>]{1,2000}/giu;
const addressInWeb = new RegExp(`[${letters}\\w.!$'*+%-]{1,64}(?:@|%40)${domain}`, 'giu');

/** A text with these words where a mail address stands. */
export function withoutMailAddresses(text: string, standIn: string): string {
  return text
    .replace(webAddress, (found) => found.replace(addressInWeb, () => standIn))
    .replace(address, () => standIn);
}
