import { explain } from '../../../shared/explain/explain.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import { say } from '../../../shared/text/index.ts';

/** What a notice about a message tells (RFC 3464 section 2.3.3), and why: `done` where it only confirms that it went on. */
export type Notice = { readonly action: 'failed' | 'delayed' | 'done'; readonly reason: string };

/**
 * A notice that a server of mail wrote about a message, as its lines of the protocol. One recipient that it failed for makes it a bounce;
 * one that is still tried makes it a delay. A notice that cannot be read is a bounce: servers seldom write for another reason.
 */
export function noticeIn(lines: readonly string[]): Notice {
  // The first line is the protocol's, the last its closing bracket.
  const recipients = explain(lines.slice(1, -1).join('\n'), say).bounce?.recipients ?? [];
  const failed = recipients.find(({ action }) => action === 'failed');
  const delayed = recipients.find(({ action }) => action === 'delayed');
  const told = failed ?? delayed ?? recipients[0];
  const reason = plainText(told?.diagnostic ?? told?.reason ?? 'unknown', 1000);
  if (failed || recipients.length === 0) return { action: 'failed', reason };
  return { action: delayed ? 'delayed' : 'done', reason };
}
