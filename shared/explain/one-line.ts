/** An error stands at the beginning or at the end of what is pasted; what lies between is not searched. */
const searched = { head: 24_000, tail: 8_000 } as const;

/** qmail's log has an underscore for each blank of what the server said. */
const ofQmail = /\bdelivery \d+: (?:failure|deferral|success): \S+/g;

/** A text on one line with single blanks and straight quotation marks, so that a pattern need not care how it was broken. */
export function oneLine(text: string): string {
  const cut =
    text.length <= searched.head + searched.tail
      ? text
      : `${text.slice(0, searched.head)}\n${text.slice(-searched.tail)}`;
  return cut
    .normalize('NFC')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–]/g, '-')
    .replaceAll('…', '...')
    .replace(ofQmail, (line) => line.replaceAll('_', ' '))
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
}
