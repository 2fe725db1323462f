import { wrapText } from '../text/wrap.ts';

/** Sentences as comment lines of a settings file, each line beginning with the format's `mark`. They hold no values of the user's. */
export function comment(mark: string, ...sentences: readonly string[]): string {
  return sentences
    .flatMap((sentence) => wrapText(sentence, 76 - mark.length))
    .map((line) => `${mark} ${line}`)
    .join('\n');
}
