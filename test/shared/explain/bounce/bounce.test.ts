import { describe, expect, test } from 'vitest';
import { explain } from '../../../../shared/explain/explain.ts';
import type { BounceReason } from '../../../../shared/model/explanation.ts';
import { english } from '../../../support/english.ts';
import { corpusFolder, messageOf, messagesIn, rowsOf } from '../corpus.ts';

/** The corpus' reasons in the contract's words, as its README gives them. */
const reasons: Readonly<Record<string, BounceReason>> = Object.fromEntries(
  (
    [
      ['user-unknown', 'userunknown filtered'],
      ['mailbox-full', 'mailboxfull'],
      ['mailbox-disabled', 'suspend hasmoved'],
      ['host-unknown', 'hostunknown notaccept'],
      ['relay-denied', 'norelaying'],
      ['sender-blocked', 'blocked badreputation requireptr rejected'],
      ['sender-authentication', 'authfailure'],
      ['spam', 'spamdetected'],
      ['virus', 'virusdetected'],
      ['policy', 'policyviolation securityerror notcompliantrfc contenterror syntaxerror'],
      ['too-big', 'mesgtoobig'],
      ['rate-limited', 'toomanyconn speeding exceedlimit systemfull'],
      ['network', 'networkerror'],
      ['expired', 'expired'],
      ['server-error', 'systemerror mailererror'],
      ['not-a-failure', 'delivered vacation feedback'],
      ['unknown', 'onhold undefined'],
    ] as const
  ).flatMap(([ours, theirs]) => theirs.split(' ').map((reason) => [reason, ours])),
);
const bounceOf = (text: string) => explain(text, english).bounce;

describe('the corpus of bounces', () => {
  const rows = rowsOf('bounces/expected.tsv');
  if (rows.length === 0) {
    test('is read', ({ skip }) => skip(`needs the bounces in ${corpusFolder}`));
    return;
  }
  const files = [...new Set(rows.map(([file = '']) => file))];
  const read = new Map(files.map((file) => [file, bounceOf(messageOf(`bounces/${file}`))?.recipients ?? []]));

  test('is read: at least 95 of 100 recipients have the right reason', () => {
    const right = rows.filter(
      ([file = '', nth, , , reason = '']) => read.get(file)?.[Number(nth) - 1]?.reason === reasons[reason],
    );
    expect(right.length / rows.length).toBeGreaterThanOrEqual(0.95);
  });

  test('is read: as many recipients as there are, in at least 98 of 100', () => {
    const count = (file: string) => rows.filter(([name]) => name === file).length;
    const right = files.filter((file) => read.get(file)?.length === count(file));
    expect(right.length / files.length).toBeGreaterThanOrEqual(0.98);
  });

  test('is read: status and reply code as the mail gives them, in at least 94 of 100', () => {
    const own = rows.filter(([, , status = '']) => status !== '' && !/\.0\.9\d\d$/.test(status));
    const right = own.filter(
      ([file = '', nth, status]) => read.get(file)?.[Number(nth) - 1]?.status === status,
    );
    expect(right.length / own.length).toBeGreaterThanOrEqual(0.94);
    const withCode = rows.filter(([, , , code]) => code !== '');
    const same = withCode.filter(
      ([file = '', nth, , code]) => String(read.get(file)?.[Number(nth) - 1]?.replyCode) === code,
    );
    expect(same.length / withCode.length).toBeGreaterThanOrEqual(0.94);
  });

  test.each(messagesIn('not-bounces'))('%s is none, or no failure', (file) => {
    const recipients = bounceOf(messageOf(`not-bounces/${file}`))?.recipients ?? [];
    expect(recipients.filter(({ reason }) => reason !== 'not-a-failure')).toEqual([]);
  });
});

const report = (fields: string, words = 'Your message could not be delivered.') => `Return-Path: <>
From: MAILER-DAEMON@mx.example.net
To: you@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

${words}

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

${fields}

--b
Content-Type: message/rfc822

From: you@example.org
Subject: mailbox full of spam and viruses
To: one@example.com

The quota is exceeded, user unknown.
--b--
`;

test('each recipient of a delivery status has its own action, status, code and reason', () => {
  const bounce = bounceOf(
    report(`Final-Recipient: rfc822; one@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <one@example.com>... User unknown

Final-Recipient: rfc822; two@example.com
Action: delayed
Status: 4.4.1
Diagnostic-Code: smtp; connect to mx.example.com: Connection timed out

Original-Recipient: rfc822; three@example.com
Final-Recipient: rfc822; THREE@example.com
Action: relayed
Status: 2.1.9

Final-Recipient: rfc822; four@example.com
Action: failed (no more attempts)
Status: 5.2.2 (mailbox full)`),
  );
  expect(bounce).toEqual({
    format: 'rfc3464',
    recipients: [
      {
        address: 'one@example.com',
        action: 'failed',
        status: '5.1.1',
        replyCode: 550,
        reason: 'user-unknown',
        diagnostic: '550 5.1.1 <one@example.com>... User unknown',
      },
      {
        address: 'two@example.com',
        action: 'delayed',
        status: '4.4.1',
        reason: 'network',
        diagnostic: 'connect to mx.example.com: Connection timed out',
      },
      { address: 'THREE@example.com', action: 'relayed', status: '2.1.9', reason: 'not-a-failure' },
      { address: 'four@example.com', action: 'failed', status: '5.2.2', reason: 'mailbox-full' },
    ],
  });
});

test.each([
  ['4.4.1', 'X-Postfix; connect to mx.example.com[192.0.2.1]:25: Connection timed out', 'network'],
  ['4.4.7', 'smtp; delivery temporarily suspended: connection timed out', 'expired'],
  ['4.2.2', 'smtp; 452 4.2.2 Mailbox full', 'mailbox-full'],
  ['4.7.0', 'smtp; 451 4.7.0 Timeout - closing connection', expect.any(String)],
])(
  'a notice of delay with %s says that the server keeps trying, and never that it gave up',
  (status, said, reason) => {
    const { items, bounce } = explain(
      report(
        `Final-Recipient: rfc822; two@example.com\nAction: delayed\nStatus: ${status}\nDiagnostic-Code: ${said}`,
      ),
      english,
    );
    expect(items[0]?.words.key).toBe('explain.kind.still-trying');
    expect(items[0]?.causes[0]).toBe('not-a-send-failure');
    expect(items.map(({ words }) => words.key)).not.toContain('explain.kind.gave-up');
    expect(items.every(({ retry }) => retry === 'never')).toBe(true);
    expect(bounce?.recipients).toMatchObject([{ action: 'delayed', reason }]);
  },
);

test('where one recipient failed and another waits, the failure comes first', () => {
  const { items } = explain(
    report(
      'Final-Recipient: rfc822; two@example.com\nAction: delayed\nStatus: 4.4.1\n\nFinal-Recipient: rfc822; one@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown',
    ),
    english,
  );
  expect(items.map(({ words, retry }) => [words.key, retry])).toEqual([
    ['explain.kind.recipient-unknown', 'after-change'],
    ['explain.kind.still-trying', 'never'],
  ]);
});

test('the person’s own words in the returned message are no evidence', () => {
  const bounce = bounceOf(report('Final-Recipient: rfc822; one@example.com\nAction: failed\nStatus: 5.0.0'));
  expect(bounce?.recipients).toEqual([
    {
      address: 'one@example.com',
      action: 'failed',
      status: '5.0.0',
      reason: expect.not.stringMatching(/mailbox-full|spam|virus|user-unknown/),
    },
  ]);
});

const freeText = (body: string, subject = 'failure notice') =>
  `From: MAILER-DAEMON@mail.example.net\nTo: you@example.org\nSubject: ${subject}\nDate: Thu, 1 Jan 2026 00:00:00 +0000\n\n${body}`;

test.each([
  [
    'qmail',
    '<one@example.com>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 no such user here\nGiving up on 192.0.2.1.\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <you@example.org>\n',
    'user-unknown',
  ],
  [
    'Exim',
    'The following address(es) failed:\n\n  one@example.com\n    SMTP error from remote mail server after MAIL FROM:<you@example.org>:\n    host mx.example.com [192.0.2.1]: 554 no\n\n------ This is a copy of the message ------\n',
    'sender-blocked',
  ],
  [
    'Sendmail',
    '   ----- The following addresses had permanent fatal errors -----\n<one@example.com>\n\n   ----- Transcript of session follows -----\n... while talking to mx.example.com.:\n>>> DATA\n<<< 552 5.3.4 Message size exceeds fixed limit\n',
    'too-big',
  ],
  [
    'in German',
    'Ihre Nachricht konnte nicht zugestellt werden:\n\none@example.com\nDas Postfach des Empfängers ist voll.\n',
    'mailbox-full',
  ],
  ['in Japanese', 'one@example.com\n宛先不明のため配信できませんでした。\n', 'user-unknown'],
])('a bounce without a status, %s', (_name, body, reason) => {
  expect(bounceOf(freeText(body))).toMatchObject({
    format: 'free-text',
    recipients: [{ address: 'one@example.com', action: 'failed', reason }],
  });
});

test('an answering machine, a complaint and a receipt are no failures', () => {
  const away =
    'From: friend@example.com\nTo: you@example.org\nSubject: Out of office\nDate: now\nAuto-Submitted: auto-replied\n\nBack on Monday.';
  expect(bounceOf(away)).toEqual({
    format: 'auto-reply',
    recipients: [{ address: 'friend@example.com', action: 'delivered', reason: 'not-a-failure' }],
  });
  const complaint = `From: fbl@example.net\nTo: abuse@example.org\nSubject: report\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: <one@example.com>\nOriginal-Rcpt-To: <two@example.com>\n\n--b--\n`;
  expect(bounceOf(complaint)?.recipients.map(({ address, reason }) => [address, reason])).toEqual([
    ['one@example.com', 'not-a-failure'],
    ['two@example.com', 'not-a-failure'],
  ]);
});

test('Amazon SES’ notification is read', () => {
  const json = JSON.stringify({
    notificationType: 'Bounce',
    bounce: {
      bouncedRecipients: [
        {
          emailAddress: 'one@example.com',
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'smtp; 550 5.1.1 user unknown',
        },
      ],
    },
  });
  expect(bounceOf(freeText(json, 'Notification'))?.recipients).toMatchObject([
    { address: 'one@example.com', status: '5.1.1', replyCode: 550, reason: 'user-unknown' },
  ]);
});

test('only the fields, or only the report, are enough', () => {
  expect(
    bounceOf('Final-Recipient: rfc822; one@example.com\nAction: failed\nStatus: 5.2.1')?.recipients,
  ).toMatchObject([{ address: 'one@example.com', reason: 'mailbox-disabled' }]);
  const pasted =
    'This is the mail system at host mx.example.net.\n\n<one@example.com>: host mx.example.com[192.0.2.1] said: 550 5.7.26 no SPF\n';
  expect(bounceOf(pasted)?.recipients).toMatchObject([
    { address: 'one@example.com', reason: 'sender-authentication' },
  ]);
});

test('a letter about mail problems is no bounce', () => {
  const letter =
    'From: friend@example.com\nTo: you@example.org\nSubject: your mailbox\nDate: now\n\nI get 550 user unknown when I write to you, and spam.';
  expect(explain(letter, english)).toEqual({ schema: 'postway-explanation/1', known: false, items: [] });
});

test('hostile nesting and endless headers end', () => {
  const nested = Array.from(
    { length: 200 },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
  ).join('');
  const before = performance.now();
  bounceOf(`From: MAILER-DAEMON\nTo: a@b\nSubject: failure notice\n${nested}`);
  bounceOf(`From: MAILER-DAEMON\nTo: a@b\nSubject: failure notice\n${'X-A: b\n c\n'.repeat(100_000)}`);
  bounceOf(report(`Final-Recipient: rfc822; a@example.com\nAction: failed\n\n`.repeat(10_000)));
  expect(performance.now() - before).toBeLessThan(3000);
});
