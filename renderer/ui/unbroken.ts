/** A headline in which no line ends within "port 25" or "E-Mail". */
export function unbroken(headline: string): string {
  return headline
    .replace(/(?<=\p{L}) (?=\p{N})/gu, '\u00a0')
    .replace(/(?<![\p{L}\p{N}.-])(\p{Lu})-(?=\p{Lu}\p{Ll})/gu, '$1\u2011');
}
