/**
 * How one reply of a protocol reads, line by line. Lines come without their line end and already harmless
 * (`plain-text.ts`); how they were cut into packets plays no part.
 */
export type ReplyGrammar<R extends object> = {
  /** Whether a first line that has begun like this can still become a reply. */
  readonly canBegin: (text: string) => boolean;
  /** The reply, `more` while its last line has not come, `wrong` when these lines cannot be one. */
  readonly read: (lines: readonly string[]) => R | 'more' | 'wrong';
  /** Lines that one reply may have, where it is more than of other protocols' replies. */
  readonly maxLines?: number;
};

/** Whether `text` is the beginning of `start`, or begins with it, whatever the case. */
export function agreesWith(text: string, start: string): boolean {
  const [given, wanted] = [text.toUpperCase(), start.toUpperCase()];
  return given.startsWith(wanted) || wanted.startsWith(given);
}

/** What speaks, when it is not the protocol we came for: a web server or portal, or something else. */
export function foreignSpeaker(text: string): 'http-answer' | 'not-the-protocol' {
  return /^HTTP\/\d|^\s*<(?:!doctype|html|head|body)\b/i.test(text) ? 'http-answer' : 'not-the-protocol';
}
