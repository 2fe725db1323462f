/** Longest text from a server that a report keeps, in UTF-16 units; the model's schema has the same bound. */
export const maxTextChars = 4096;

// Control characters (C0, DEL, C1), invisible and direction-changing ones, lone surrogates, private use, line separators.
const unshowable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;

/**
 * One line of text from outside, made harmless: a run of characters that a terminal or a screen would act on instead of
 * showing becomes one U+FFFD, tabs become spaces, and the rest is cut to `maxChars`. Always valid Unicode.
 */
export function plainText(text: string, maxChars: number = maxTextChars): string {
  // Cut before cleaning, so that a huge text costs nothing; a pair cut in half is a lone surrogate and is replaced.
  return text.slice(0, maxChars).replace(/\t/g, ' ').replace(unshowable, '\u{fffd}');
}

/** Several lines, each made harmless, joined by \n and cut to `maxChars` together. */
export function plainLines(lines: readonly string[], maxChars: number = maxTextChars): string {
  const joined = lines.map((line) => plainText(line, maxChars)).join('\n');
  return joined.length <= maxChars ? joined : joined.slice(0, maxChars).replace(/\p{Cs}$/u, '');
}

const maxListedChars = 512;
const maxListChars = 4096;

/**
 * What a report keeps of a list from outside: at most `maxCount` texts, of each 512 characters, of all together 4096. Honest lists
 * are a quarter of that; without a bound for all, ten endpoints of one hostile server make a report that is too large to be opened.
 */
export function keptTexts(texts: readonly string[], maxCount: number): string[] {
  const kept: string[] = [];
  let chars = 0;
  for (const text of texts.slice(0, maxCount)) {
    const short = plainText(text, maxListedChars);
    chars += short.length;
    if (chars > maxListChars) break;
    kept.push(short);
  }
  return kept;
}
