import { heading, plain } from './held-out-bounces.ts';
import type { QuotedReply } from './public-bounces.ts';

/**
 * Kinds of words that small and old servers have for why they took nothing, by what was not read rightly at first sight in five lots of public
 * bounces: 106 of 111, 52 of 56, 47 of 60, 45 of 69 and 32 of 53 were.
 */
export const tailReplies: readonly QuotedReply[] = [
  ['552 Account <ben@mx.example> does not have enough room', 'mailbox-full'],
  ['inbox_quota_reached', 'mailbox-full'],
  ['450 ben@mx.example unavailable: mailbox is temporarily disabled', 'mailbox-disabled'],
  ['550 invalid recipient. ben@mx.example is unavailable: account is suspended', 'mailbox-disabled'],
  ["550 recipient hasn't logged in for 90 days", 'mailbox-disabled'],
  ['mailbox was never accessed', 'mailbox-disabled'],
  ['550 inactive at this site', 'mailbox-disabled'],
  ['550 they are not accepting messages', 'mailbox-disabled'],
  ['554 RCPT <ben@mx.example> doesnt exist', 'user-unknown'],
  ['550 550 Address unknown (state 3)', 'user-unknown'],
  ['Recipient name Ben (ben@mx.example) is ambiguous', 'user-unknown'],
  ['550 <ben@mx.example>: address is not set up to receive mail', 'user-unknown'],
  [
    '550-We could not hand mail over to ben@mx.example. The account 550-or domain may not exist, or it is blacklisted, or 550 lacks entries in DNS.',
    'host-unknown',
  ],
  ['mx.example has a bad MX entry: an address where a name is due', 'host-unknown'],
  ['The domain does not have any MX', 'host-unknown'],
  ['mx.example is not set up to receive mail', 'host-unknown'],
  ['451 deferred, unresolvable RFC5321 sender domain', 'sender-blocked'],
  ['501 5.1.8 Domain must exist', 'sender-blocked'],
  ['550 5.1.1 <anna@example.org>: unauthorised sender', 'sender-blocked'],
  [
    '550-Sender verification failed when checking <anna@example.org> 550 Response: 550 User unknown',
    'sender-blocked',
  ],
  ['550 No access for this host', 'sender-blocked'],
  ['mail refused: denied, based on client 192.0.2.7', 'sender-blocked'],
  ['Envelope IP was banned', 'sender-blocked'],
  ['450 denial of connections for an unknown time', 'sender-blocked'],
  ['550 5.7.1 client mail.a.example [192.0.2.7] of a reserved top-level domain', 'sender-blocked'],
  ['192.0.2.7 does not have a valid reverse record', 'sender-blocked'],
  ['451 192.0.2.7 is not yet known here, please try later', 'sender-blocked'],
  ['550 spam or virus found (12)', 'spam'],
  ['attachment was banned', 'policy'],
  ['Message rejected: body conversion failed', 'policy'],
  ["we don't accept messages of Content-Type text/html (#5.2.3)", 'policy'],
  ['Please check your mail first (POP before SMTP)', 'relay-denied'],
  ['forwarding count exceeds 20', 'network'],
  ['Connected to 192.0.2.7 but the connection died', 'network'],
  ['MX lookup failed for now', 'network'],
  ['could not connect and hand it over to 192.0.2.7', 'network'],
  ['SSL handshake failed: timed out', 'network'],
  ['tried connecting three times', 'network'],
  ['unable to properly connect to the next server', 'network'],
  ['remote server no longer answering', 'network'],
  ['550 /home/ben/.forward: line 2: denied', 'server-error'],
  ['Unable to lock the mailbox file', 'server-error'],
  ['error writing output', 'server-error'],
  ['Command time limit reached', 'server-error'],
  ['421 unable to process this connection now', 'server-error'],
];

/** Lines of mailers alone, as people paste them. */
export const tailLines: readonly (readonly [line: string, reasons: string])[] = [
  ['open timeout on /var/home/ben/.forward', 'server-error'],
  ['connection with mx2.c.example. is broken', 'network'],
  ['The conversation with mail.c.example was aborted', 'network'],
  [
    'Remote host mx.c.example [192.0.2.9] closed connection in response to MAIL FROM:<anna@example.org>',
    'network',
  ],
  ['malformed SMTP reply from mx.c.example in response to end of data', 'network'],
  ['timeout waiting for input from mx.c.example. during client EHLO', 'expired'],
  ['SMTP timeout while connected to mx.c.example [192.0.2.9] after RCPT TO', 'expired'],
  ['MX list for c.example. points back to mx.d.example', 'network'],
  ['554 too many hops 30 (25 max)', 'network'],
  ['User not local; please try <ben@c.example>', 'relay-denied'],
  [
    'host mx.c.example[192.0.2.9] refused to talk to me: 554 5.7.1 Mail not taken - See https://security.c.example/policy',
    'sender-blocked',
  ],
  [
    'host mx.c.example[192.0.2.9] said: 549 suspected account (in reply to end of DATA command)',
    'policy|sender-blocked|unknown',
  ],
  ['573 bulk mail source, not taken', 'spam'],
  ['450 wrong rDNS', 'sender-blocked|server-error|rate-limited'],
  ['stat=Deferred: 421-4.7.0 [192.0.2.7 12] We have seen an unusual rate', 'sender-blocked'],
  ['550 A valid MX record is needed for the sending domain', 'sender-blocked'],
  ['System.Net: Requested action not taken: mailbox unavailable.', 'user-unknown'],
];

/** Whole ones, whose lines name more addresses than the one that failed, and that one. */
export const tailReports: readonly (readonly [report: string, reasons: string, address: string])[] = [
  [
    plain(
      'MAILER-DAEMON@relay.example (Mail Delivery System)',
      'Undelivered Mail Returned to Sender',
      'This is the mail system at host relay.example.\n\n                   The mail system\n\n<ben@mx.example>: host mx.example[192.0.2.9] said: 550 5.1.1\n    <anna@example.org>: unauthorized sender (in reply to RCPT TO command)\n',
    ),
    'sender-blocked',
    'ben@mx.example',
  ],
  [
    plain(
      'Mail Delivery System <Mailer-Daemon@relay.example>',
      'Mail delivery failed: returning message to sender',
      'A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ben@mx.example\n    host mx.example [192.0.2.9]\n    SMTP error from remote mail server after RCPT TO:<ben@mx.example>:\n    451-192.0.2.7 is not yet allowed to deliver mail from\n    451-<anna@example.org> to <ben@mx.example>.\n    451 Please try later.\n',
    ),
    'sender-blocked',
    'ben@mx.example',
  ],
  [
    '2026-03-10 15:35:55 1WSTOA-0000xz-JF == ben@mx.example R=dnslookup T=remote_smtp defer (-44): SMTP error from remote mail server after RCPT TO:<ben@mx.example>: host mx.example [192.0.2.9]: 451-192.0.2.7 is not yet allowed to deliver mail from\n451-<anna@example.org> to <ben@mx.example>.\n451 Please try later.',
    'sender-blocked',
    'ben@mx.example',
  ],
  [
    `${heading('MAILER-DAEMON@relay.example (Mail Delivery System)', 'Undelivered Mail Returned to Sender')}\nThis is the mail system at host relay.example.\n\n<ben@mx.example> (expanded from <all@example.org>): host mx.example[192.0.2.9]\n    said: 550 5.1.1 User unknown (in reply to RCPT TO command)\n\n<eva@mx.example>: mail for mx.example loops back to myself\n`,
    'user-unknown',
    'ben@mx.example',
  ],
];
