/** A headline whose numbers stay on the line of the word before them: "port 25", "step 3". */
export function unbroken(headline: string): string {
  return headline.replace(/(?<=\p{L}) (?=\p{N})/gu, '\u00a0');
}
