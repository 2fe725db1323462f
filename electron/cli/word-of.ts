/** The one of these words that was typed, in whatever case. */
export function wordOf<T extends string>(typed: string, words: readonly T[]): T | undefined {
  const small = typed.toLowerCase();
  return words.find((word) => word.toLowerCase() === small);
}
