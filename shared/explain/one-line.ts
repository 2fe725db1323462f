import { legible } from './legible.ts';
import { withLettersAgain } from './misread.ts';

/** An error stands at the beginning or at the end of what is pasted; what lies between is not searched. */
const searched = { head: 24_000, tail: 8_000 } as const;

/** qmail's log has an underscore for each blank of what the server said. */
const ofQmail =
  /\b(?:delivery \d+: (?:failure|deferral|success): |remote_host_said:|sorry,_|connected_to_|giving_up_on_|user_and_password_|\S{1,255}_(?:does_not_like|failed_after)_)\S*/gi;

/** What nobody sees, and copying brings along: soft hyphens, zero-width signs, marks of direction. */
const unseen = /[\p{Default_Ignorable_Code_Point}]/gu;

/** A text on one line with single blanks and straight quotation marks, so that a pattern need not care how it was broken. */
export function oneLine(text: string): string {
  const cut =
    text.length <= searched.head + searched.tail
      ? text
      : `${text.slice(0, searched.head)}\n${text.slice(-searched.tail)}`;
  const line = legible(cut)
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    // Letters and digits in full width, ligatures and the like; after the marks above, of which it would make accents.
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/[‐‑‒–]/g, '-')
    .replaceAll('…', '...')
    .replace(ofQmail, (line) => line.replaceAll('_', ' '))
    .replace(/\s+/g, ' ')
    .trim();
  return withLettersAgain(line);
}
