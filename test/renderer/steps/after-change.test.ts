import { expect, test } from 'vitest';
import { explainedForWindow } from '../../../electron/backend/explained.ts';
import { followsFrom, usedSince } from '../../../renderer/steps/after-change.ts';
import { blockedReport, downReport } from '../../support/sample-reports.ts';

const outgoing = blockedReport.recommendation?.outgoing;
if (!outgoing) throw new Error('the sample recommends nothing');
const { host, port, security } = outgoing;
const now = { host, port, security };
const follows = (text: string, report = blockedReport) => followsFrom(explainedForWindow(text), now, report);
const ofOutlook = (server: string, at: number) =>
  `Task 'x - Sending' reported error (0x800CCC0E): 'Outlook cannot connect to your outgoing (SMTP) e-mail server.' Server: ${server}, Port: ${at}, Secure(SSL): No`;

test('a message that names the settings from before shows that they are still in use', () => {
  expect(follows(ofOutlook(host, 25))).toBe('old');
});

test('a message that names the new settings, or a server of somebody else, shows nothing of the kind', () => {
  expect(follows(ofOutlook(host, port))).toBe('way');
  expect(follows(ofOutlook('mail.stranger.example', 25))).toBe('way');
});

test('a message that came back names servers that the program never used', () => {
  const bounce = `From: MAILER-DAEMON@${host}
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; ${host}

Final-Recipient: rfc822; you@example.org
Action: failed
Status: 4.4.1
Diagnostic-Code: smtp; connect to ${host}[192.0.2.1]:25: Connection timed out

--b--
`;
  expect(explainedForWindow(bounce).uses).toBeUndefined();
  expect(explainedForWindow(bounce).code, 'it is called by what it says').not.toMatch(
    /^From|Final-Recipient/,
  );
  expect(explainedForWindow(bounce).code).toMatch(/Connection timed out|4\.4\.1/);
});

test('a refused password says that the server is reached', () => {
  expect(follows('535 5.7.8 Authentication failed')).toBe('password');
});

test('that the server is out of reach is a contradiction only where the check reached it', () => {
  expect(follows('0x800CCC0E')).toBe('way');
  expect(follows('0x800CCC0E', downReport)).toBe('other');
});

test.each(['552 5.2.2 mailbox full', 'hello there'])('"%s" says no more than it says', (text) =>
  expect(follows(text)).toBe('other'),
);

test('the settings that are said to be in use are told only where they are the recommended ones', () => {
  expect(usedSince(now, blockedReport)).toEqual(now);
  expect(usedSince({ ...now, port: 25 }, blockedReport)).toBeNull();
  expect(usedSince(undefined, blockedReport)).toBeNull();
});
