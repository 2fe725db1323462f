/**
 * Words in which no line ends within "port 25", "E-Mail", "e-mail", "K-9" or "Wi-Fi". Names of hosts, addresses and options stay as they
 * are, since people copy them.
 */
export function unbroken(words: string): string {
  return words
    .replace(/(?<=\p{L}) (?=\p{N})/gu, '\u00a0')
    .replace(shortHead, (word) => word.replace('-', '\u2011'));
}

/** One letter before a hyphen, or "Wi-Fi", at the beginning of a word that is no part of a name, an address or an option. */
const shortHead =
  /(?<![\p{L}\p{N}.@/_-])(?:\p{L}-(?:\p{L}\p{Ll}|\p{N})|Wi-Fi)(?![\p{L}\p{N}-]*[.@/_]+[\p{L}\p{N}])/gu;
