import { expect, test } from 'vitest';
import { explain } from '../../../../shared/explain/explain.ts';
import { type KindName, kindOf } from '../../../../shared/explain/kinds.ts';
import { english } from '../../../support/english.ts';
import { dsn } from './held-out-bounces.ts';
import { tailLines, tailReplies, tailReports } from './tail-bounces.ts';

test.each(tailReplies)('%s', (quoted, reasons) => {
  const fields = `Final-Recipient: rfc822; ben@mx.example\nAction: failed\nDiagnostic-Code: smtp; ${quoted}`;
  const report = dsn('MAILER-DAEMON@relay.example', 'Undelivered Mail', 'The mail system', fields);
  const [recipient] = explain(report, english).bounce?.recipients ?? [];
  expect(recipient?.address).toBe('ben@mx.example');
  expect(reasons.split('|')).toContain(recipient?.reason);
});

test.each(tailLines)('%s', (line, reasons) => {
  const [item] = explain(line, english).items;
  const kind = item?.words?.key.replace('explain.kind.', '') as KindName;
  expect(reasons.split('|')).toContain(kindOf(kind).reason);
});

test.each(tailReports)('%s', (report, reasons, address) => {
  const { bounce } = explain(report, english);
  expect(bounce?.recipients[0]?.address).toBe(address);
  expect(reasons.split('|')).toContain(bounce?.recipients[0]?.reason);
});

test.each([
  'Syntax error in parameters or arguments',
  'MailKit.Net.Smtp.SmtpCommandException: Syntax error in parameters or arguments.',
])('what the standard has for 501 is known without it: %s', (text) => {
  expect(explain(text, english).items[0]?.words?.key).toBe('explain.kind.command-unknown');
});

test.each([
  'The connection to www.shop.example was lost while loading the page.',
  'The VPN connection with relay.vpn.example is broken',
  'Bad sequence of commands in this bash script',
  'FTP: Syntax error in parameters or arguments',
  'Recipe: lock the lid, open the valve and write down the time.',
  'Error opening input file holiday.avi: No such file or directory',
  'ffmpeg: Conversion failed!',
  'The user has not logged in since 2021 and will be removed from the forum.',
  'rsync: connection unexpectedly closed (0 bytes received so far) [sender]',
  "Several matches found for 'Smith' in the phone book",
  'The file is banned in this country.',
])('is no failure of mail: %s', (text) => {
  expect(explain(text, english).known).toBe(false);
});
