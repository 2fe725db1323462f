import { explain } from '../../../shared/explain/explain.ts';
import { headerFields } from '../../../shared/parse/imap-mailbox.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { say } from '../../../shared/text/index.ts';

/** What a notice about a message tells (RFC 3464 section 2.3.3), in its own words; `done` where it only confirms that it went on. */
export type Notice = { readonly action: 'failed' | 'delayed' | 'done'; readonly told: string };

/**
 * A notice that a server of mail wrote about a message, as its lines of the protocol. Only one that names a recipient it failed for, or
 * that is known to tell of a failure, is a bounce. Any other, of a delay or a quarantine, ends nothing: the message may still arrive.
 */
export function noticeIn(lines: readonly string[]): Notice {
  // The first line is the protocol's, the last its closing bracket.
  const { bounce, items } = explain(lines.slice(1, -1).join('\n'), say);
  const recipients = bounce?.recipients ?? [];
  const of = (wanted: string) => recipients.find(({ action }) => action === wanted);
  const recipient = of('failed') ?? of('delayed') ?? recipients[0];
  const [subject = ''] = headerFields(lines, 'subject');
  const told = plainText(recipient?.diagnostic ?? subject, 1000);
  const isKnownFailure =
    recipients.length === 0 && items[0] !== undefined && !items[0].causes.includes('not-a-send-failure');
  if (of('failed') || isKnownFailure) return { action: 'failed', told };
  return { action: of('delayed') || recipients.length === 0 ? 'delayed' : 'done', told };
}
