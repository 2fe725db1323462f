import { expect, test } from 'vitest';
import { explain } from '../../../../shared/explain/explain.ts';
import { type KindName, kindOf } from '../../../../shared/explain/kinds.ts';
import { english } from '../../../support/english.ts';
import { pastedLines } from './pasted-lines.ts';
import { publicReports, quotedReplies } from './public-bounces.ts';

/** A report by RFC 3464, as Postfix writes it for what has no status of its own. */
function reportOf(quoted: string): string {
  return `From: MAILER-DAEMON@relay.example (Mail Delivery System)
To: anna@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This is the mail system at host relay.example.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; ben@mx.example
Action: failed
Diagnostic-Code: smtp; ${quoted}

--b--
`;
}

test.each(quotedReplies)('%s', (quoted, reasons) => {
  const [recipient] = explain(reportOf(quoted), english).bounce?.recipients ?? [];
  expect(recipient?.address).toBe('ben@mx.example');
  expect(reasons.split('|')).toContain(recipient?.reason);
});

test.each(publicReports)('%s', (report, reasons, address) => {
  const [recipient] = explain(report, english).bounce?.recipients ?? [];
  expect(recipient?.address).toBe(address);
  expect(reasons.split('|')).toContain(recipient?.reason);
});

test.each(pastedLines)('%s', (line, reasons) => {
  const [item] = explain(line, english).items;
  const kind = item?.words?.key.replace('explain.kind.', '') as KindName;
  expect(reasons.split('|')).toContain(kindOf(kind).reason);
});
