import MailComposer from 'nodemailer/lib/mail-composer';
import type { Message } from './submission.ts';

export type TestMessage = Message & {
  /** With its angle brackets, as it stands in the header. RFC 5322 section 3.6.4. */
  readonly messageId: string;
};

export type TestMessageWish = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
};

/**
 * The message that proves the way: plain text that says what it is, with every header that a receiving server expects of a program. RFC
 * 5322 section 3.6.
 */
export async function testMessage({
  from,
  to,
  subject,
  text,
  atMs,
  random,
}: TestMessageWish): Promise<TestMessage> {
  const messageId = `<postway-test.${atMs.toString(36)}.${token(random)}@${from.slice(from.lastIndexOf('@') + 1)}>`;
  const composed = new MailComposer({
    from,
    to,
    subject,
    text,
    messageId,
    date: new Date(atMs),
    // Nobody's holiday answer or list software needs to act on it: RFC 3834 section 5.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { from, to, messageId, raw: await composed.compile().build() };
}

/** Sixteen letters and digits that nobody else's message has. */
function token(random: () => number): string {
  return Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join('');
}
