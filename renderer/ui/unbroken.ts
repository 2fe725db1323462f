/** Words in which no line ends within "port 25", "E-Mail" or "e-mail". */
export function unbroken(headline: string): string {
  return headline
    .replace(/(?<=\p{L}) (?=\p{N})/gu, '\u00a0')
    .replace(/(?<![\p{L}\p{N}.-])(\p{L})-(?=\p{L}\p{Ll})/gu, '$1\u2011');
}
