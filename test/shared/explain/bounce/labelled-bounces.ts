const heading = (from: string, subject: string, extra = '') =>
  `Return-Path: <>\nFrom: ${from}\nTo: anna@example.org\nSubject: ${subject}\nDate: Tue, 10 Mar 2026 10:11:12 +0100\nMessage-ID: <x1@mail.example.org>\n${extra}`;
const plain = (from: string, subject: string, body: string) =>
  `${heading(from, subject, 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n')}\n${body}\n`;
const dsn = (
  from: string,
  subject: string,
  body: string,
  recipient: string,
  reporting = 'dns; mail.example.org',
) =>
  `${heading(from, subject, 'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="B1"\n')}
--B1
Content-Type: text/plain; charset=utf-8

${body}

--B1
Content-Type: message/delivery-status

Reporting-MTA: ${reporting}
Arrival-Date: Tue, 10 Mar 2026 10:11:10 +0100

${recipient}

--B1
Content-Type: message/rfc822

From: anna@example.org
To: ben@example.net
Subject: Rechnung, unknown user, mailbox full

Hallo
--B1--
`;
const rcpt = (action: string, status: string, diag: string, mta = 'dns; mx.example.net') =>
  `Final-Recipient: rfc822; ben@example.net\nAction: ${action}\nStatus: ${status}\n${mta ? `Remote-MTA: ${mta}\n` : ''}${diag ? `Diagnostic-Code: ${diag}` : ''}`;
const PF = 'MAILER-DAEMON@mail.example.org (Mail Delivery System)';
/** A report with the words of the refusing server; without a telling status where none is given. */
const r = (said: string, status = '5.0.0', action = 'failed') =>
  dsn(
    PF,
    'Undelivered Mail Returned to Sender',
    'Your message could not be delivered.',
    rcpt(action, status, `smtp; ${said}`, ''),
  );
const exim = (why: string) =>
  plain(
    'Mail Delivery System <Mailer-Daemon@srv.example.org>',
    'Mail delivery failed: returning message to sender',
    `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ben@example.net\n${why}\n\n------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <anna@example.org>\nSubject: hello\n\nspam virus quota`,
  );
const qm = (why: string) =>
  plain(
    'MAILER-DAEMON@mail.example.org',
    'failure notice',
    `Hi. This is the qmail-send program at mail.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ben@example.net>:\n${why}\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <anna@example.org>\nSubject: hello`,
  );
/** A name to show, the whole message, and the reasons that may be given, `|` between. */
export type LabelledBounce = readonly [name: string, message: string, reasons: string];

/** Bounces of real kinds of servers, labelled before anybody looked at what the rules make of them: 87 of these 91 were right at first. */
export const labelledBounces: readonly LabelledBounce[] = [
  // Gmail, Google
  [
    'gmail de not found',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      '** Adresse nicht gefunden **\n\nIhre Nachricht wurde nicht an ben@example.net zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.\n\nDie Antwort des Remote-Servers:\n550 5.1.1 The email account that you tried to reach does not exist.',
    ),
    'user-unknown',
  ],
  [
    'gmail es full',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      '** Bandeja de entrada del destinatario llena **\n\nEl mensaje no se ha entregado a ben@example.net porque su bandeja de entrada está llena o recibe demasiado correo en este momento.',
    ),
    'mailbox-full',
  ],
  [
    'gmail blocked',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      '** Message blocked **\n\nYour message to ben@example.net has been blocked. See technical details below for more information.\n\nThe response was:\n\nMessage rejected. See https://support.google.com/mail/answer/69585 for more information.',
    ),
    'spam|policy|sender-blocked|unknown',
  ],
  [
    'gmail delay',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Delay)',
      "** Delivery incomplete **\n\nThere was a temporary problem delivering your message to ben@example.net. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.\n\nThe response was:\n\nThe recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720 [mx.example.net 203.0.113.9: timed out]",
    ),
    'expired|network',
  ],
  [
    'gmail dns',
    r(
      "DNS Error: DNS type 'mx' lookup of exmaple.net responded with code NXDOMAIN Domain name not found: exmaple.net",
      '5.1.2',
    ),
    'host-unknown',
  ],
  [
    'gmail arc dmarc',
    r(
      "550-5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy. Please contact the administrator",
      '5.7.26',
    ),
    'sender-authentication',
  ],
  [
    'gmail attachment',
    r(
      '552-5.7.0 This message was blocked because its content presents a potential security issue. Please visit https://support.google.com/mail/?p=BlockedMessage',
      '5.7.0',
    ),
    'policy|virus',
  ],
  [
    'gmail receiving rate',
    r(
      '450-4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
      '4.2.1',
    ),
    'rate-limited',
  ],
  [
    'gmail disabled',
    r(
      '550-5.2.1 The email account that you tried to reach is inactive. For more information, go to https://support.google.com/mail/?p=DisabledUser',
      '5.2.1',
    ),
    'mailbox-disabled',
  ],
  [
    'gmail ip',
    r(
      '550-5.7.1 [198.51.100.4 12] Our system has detected that this message is likely unsolicited mail.',
      '5.7.1',
    ),
    'spam|sender-blocked',
  ],
  // Microsoft
  [
    'outlook de not found',
    dsn(
      'Microsoft Outlook <postmaster@example.org>',
      'Unzustellbar: Rechnung',
      'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nben@example.net\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden. Überprüfen Sie die E-Mail-Adresse des Empfängers.',
      rcpt(
        'failed',
        '5.1.10',
        'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      ),
    ),
    'user-unknown',
  ],
  [
    'm365 fr full',
    dsn(
      'Microsoft Outlook <postmaster@example.fr>',
      'Non remis : Facture',
      'La boîte aux lettres du destinataire est pleine et ne peut pas accepter de messages pour le moment.',
      rcpt(
        'failed',
        '5.2.2',
        'smtp;550 5.2.2 STOREDRV.Deliver; mailbox full. The following information should help identify the cause of this issue: "MapiExceptionShutoffQuotaExceeded"',
      ),
    ),
    'mailbox-full',
  ],
  [
    'm365 restricted',
    r(
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
      '5.7.133',
    ),
    'policy|sender-blocked|relay-denied',
  ],
  [
    'm365 moderation',
    r('550 5.7.124 RESOLVER.RST.SenderNotInAllowList; sender not in allowed-senders list', '5.7.124'),
    'sender-blocked|policy',
  ],
  [
    'm365 expired',
    r('550 5.4.300 Message expired -> 421 4.4.1 Connection timed out', '5.4.300'),
    'expired|network',
  ],
  ['m365 loop', r('554 5.4.14 Hop count exceeded - possible mail loop ATTR34', '5.4.14'), 'network'],
  [
    'm365 connector',
    r('550 5.7.367 Remote server returned not permitted to relay -> 550 5.7.1 Unable to relay', '5.7.367'),
    'relay-denied',
  ],
  [
    'm365 spam',
    r(
      '550 5.7.350 Remote server returned message detected as spam -> 554 5.7.1 Spam message rejected',
      '5.7.350',
    ),
    'spam',
  ],
  [
    'm365 spf',
    r(
      '550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.23 SPF fail',
      '5.7.23',
    ),
    'sender-authentication',
  ],
  [
    'm365 5.4.1',
    r(
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [DB5EUR03FT012.eop-EUR03.prod.protection.outlook.com]',
      '5.4.1',
    ),
    'user-unknown|policy',
  ],
  [
    'hotmail block',
    r(
      "550 5.7.1 Unfortunately, messages from [198.51.100.4] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140).",
      '5.7.1',
    ),
    'sender-blocked',
  ],
  [
    'm365 size',
    r('550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient', '5.2.3'),
    'too-big',
  ],
  [
    'exchange delay',
    dsn(
      'postmaster@example.org',
      'Zustellung verzögert: Angebot',
      'Diese Nachricht wurde noch nicht übermittelt. Es wird weiterhin versucht, die Nachricht zu übermitteln.',
      rcpt('delayed', '4.4.7', 'smtp;400 4.4.7 Message delayed'),
    ),
    'expired',
  ],
  [
    'm365 no longer accepting',
    r('550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).', '5.5.0'),
    'user-unknown|mailbox-disabled',
  ],
  [
    'm365 throttled',
    r('452 4.5.3 Too many recipients (AS780090) [DB3.prod.protection.outlook.com]', '4.5.3'),
    'rate-limited',
  ],
  [
    'm365 tenant limit',
    r('550 5.7.705 Access denied, tenant has exceeded threshold', '5.7.705'),
    'rate-limited|sender-blocked',
  ],
  // Yahoo, AOL, iCloud
  [
    'yahoo no account',
    r(
      "554 delivery error: dd This user doesn't have a yahoo.com account (ben@example.net) [0] - mta4001.mail.bf1.yahoo.com",
      '5.0.0',
    ),
    'user-unknown',
  ],
  [
    'yahoo sorry',
    r(
      '554 delivery error: dd Sorry, your message to ben@example.net cannot be delivered. This mailbox is disabled (554.30).',
      '5.0.0',
    ),
    'mailbox-disabled',
  ],
  [
    'yahoo spam content',
    r(
      '554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes',
      '5.7.9',
    ),
    'policy|spam',
  ],
  [
    'yahoo dmarc',
    r(
      '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
      '5.7.9',
    ),
    'policy|sender-authentication',
  ],
  [
    'yahoo deferred',
    r(
      '421 4.7.0 [TSS04] Messages from 198.51.100.4 temporarily deferred due to unexpected volume or user complaints',
      '4.7.0',
      'delayed',
    ),
    'sender-blocked|rate-limited',
  ],
  [
    'icloud local policy',
    r(
      '554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
      '5.7.1',
    ),
    'policy|spam',
  ],
  ['icloud quota', r('552 5.2.2 <ben@example.net>: user is over quota', '5.2.2'), 'mailbox-full'],
  ['icloud unknown', r('550 5.1.1 <ben@example.net>: user does not exist', '5.1.1'), 'user-unknown'],
  [
    'icloud hm08',
    r('554 5.7.1 [HM08] Message rejected due to local policy.', '5.7.1'),
    'policy|spam|sender-blocked',
  ],
  // German providers
  [
    'gmx sending limits',
    r(
      '450 Requested mail action not taken: mailbox unavailable. Sending quota exceeded for this sender',
      '4.0.0',
    ),
    'rate-limited',
  ],
  [
    'gmx mailbox',
    r(
      '550 Requested action not taken: mailbox unavailable For explanation visit https://postmaster.gmx.net/en/error-messages?ip=198.51.100.4&c=hi',
      '5.0.0',
    ),
    'user-unknown',
  ],
  [
    'webde dnsbl',
    r(
      '554 web.de (mxweb009) Nemesis ESMTP Service not available No SMTP service IP address is black listed. For explanation visit https://postmaster.web.de/',
      '5.0.0',
    ),
    'sender-blocked',
  ],
  [
    'webde policy',
    r(
      '554 Transaction failed Reject due to policy restrictions. For explanation visit https://postmaster.web.de/en/case?c=r0601',
      '5.0.0',
    ),
    'policy',
  ],
  [
    'tonline full',
    r('552 5.2.2 <ben@example.net> Das Postfach des Empfängers ist voll / Mailbox full', '5.2.2'),
    'mailbox-full',
  ],
  [
    'tonline unknown',
    r(
      '550-5.7.1 A RBL hit (T-Online) tobr@rx.t-online.de / 550 Benutzer hat keinen T-Online-Account',
      '5.7.1',
    ),
    'sender-blocked|user-unknown',
  ],
  [
    'freenet german plain',
    plain(
      'Mail Delivery System <MAILER-DAEMON@mout.freenet.example>',
      'Ihre E-Mail konnte nicht zugestellt werden',
      'Sehr geehrter Kunde,\n\nIhre Nachricht konnte nicht zugestellt werden an:\n\n<ben@example.net>\n\nGrund: Der Empfänger ist unbekannt (550 5.1.1 unknown recipient)\n',
    ),
    'user-unknown',
  ],
  [
    'ionos kundenserver',
    plain(
      'Mail Delivery System <mailer-daemon@kundenserver.de>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of\nits recipients. This is a permanent error.\n\nThe following address failed:\n\nben@example.net:\nSMTP error from remote server for RCPT TO command, host: mx00.example.net (203.0.113.9) reason: 550-Requested action not taken: mailbox unavailable\n550 For explanation visit https://postmaster.1und1.de/\n\n--- The header of the original message is following. ---\n\nReceived: from x',
    ),
    'user-unknown',
  ],
  // French
  [
    'orange full',
    r('552 5.2.2 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]', '5.2.2'),
    'mailbox-full',
  ],
  ['orange spam', r('550 5.7.1 Mail rejete. Mail rejected. OFR_506 [506]', '5.7.1'), 'spam'],
  [
    'orange blocklist',
    r(
      '421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_102',
      '4.0.0',
    ),
    'rate-limited',
  ],
  [
    'free greylist',
    r(
      '451 too many errors detected from your IP (198.51.100.4), please visit http://postmaster.free.fr/',
      '4.0.0',
    ),
    'rate-limited|sender-blocked',
  ],
  [
    'free unknown',
    r('550 5.1.1 <ben@example.net>: Recipient address rejected: invalid user', '5.1.1'),
    'user-unknown',
  ],
  [
    'sfr full french plain',
    plain(
      'Mail Delivery System <MAILER-DAEMON@sfr.example>',
      'Message non distribué / Undelivered Mail Returned to Sender',
      "Votre message n'a pas pu être remis au destinataire suivant :\n\n<ben@example.net>: la boîte aux lettres du destinataire est pleine (quota dépassé)\n",
    ),
    'mailbox-full',
  ],
  [
    'laposte',
    r(
      '550 5.5.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN006_401',
      '5.5.0',
    ),
    'sender-blocked|policy|server-error',
  ],
  // Filters
  [
    'mimecast recipient',
    r('550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [abc.uk12]', '5.0.0'),
    'user-unknown',
  ],
  [
    'mimecast antispoof',
    r(
      '550 Rejected by header based Anti-Spoofing policy: anna@example.org - https://community.mimecast.com/docs/DOC-1369#550',
      '5.0.0',
    ),
    'policy|sender-authentication|sender-blocked',
  ],
  [
    'mimecast greylist',
    r(
      '451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451',
      '4.0.0',
      'failed',
    ),
    'sender-blocked|server-error',
  ],
  ['proofpoint pps', r('550 5.7.0 Local Policy Violation', '5.7.0'), 'policy'],
  [
    'proofpoint essentials',
    r(
      '550 5.1.1 <ben@example.net>: Recipient address rejected: Undeliverable address: proofpoint essentials',
      '5.1.1',
    ),
    'user-unknown',
  ],
  [
    'proofpoint spamdef',
    r(
      '554 5.7.1 The message from (<anna@example.org>) with the subject of (Rechnung) matches a profile the Internet community may consider spam (High). Please revise your message before resending.',
      '5.7.1',
    ),
    'spam',
  ],
  [
    'barracuda intent',
    r('550 permanent failure for one or more recipients (ben@example.net:blocked)', '5.0.0'),
    'policy|sender-blocked|spam',
  ],
  [
    'barracuda 5.7.350',
    r('550 5.7.1 Message rejected by Barracuda Email Security Service: no PTR', '5.7.1'),
    'sender-blocked',
  ],
  [
    'spamhaus html',
    r(
      '550 5.7.1 Service unavailable, Client host [198.51.100.4] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/198.51.100.4 (AS3130)',
      '5.7.1',
    ),
    'sender-blocked',
  ],
  [
    'uceprotect',
    r(
      '554 5.7.1 Your ISP AS64500 is UCEPROTECT-Level3 listed because of a spamscore of 120. See: http://www.uceprotect.net/rblcheck.php?ipr=198.51.100.4',
      '5.7.1',
    ),
    'sender-blocked',
  ],
  [
    'postgrey',
    r(
      '450 4.2.0 <ben@example.net>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.net.html',
      '4.2.0',
      'delayed',
    ),
    'sender-blocked',
  ],
  ['rspamd', r('554 5.7.1 Gtube pattern', '5.7.1'), 'spam|policy'],
  [
    'rspamd greylist',
    r('451 4.7.1 Try again later (rspamd greylisting)', '4.7.1', 'delayed'),
    'sender-blocked',
  ],
  ['rspamd virus', r('554 5.7.1 clamav: virus found: "Eicar-Signature"', '5.7.1'), 'virus'],
  ['sophos', r('550 5.7.1 Message contains a forbidden attachment: invoice.docm', '5.7.1'), 'policy|virus'],
  [
    'cisco ironport',
    r(
      "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
      '5.0.0',
    ),
    'sender-blocked',
  ],
  // Senders
  [
    'ses suppression',
    r(
      '550 5.1.1 Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
      '5.1.1',
    ),
    'user-unknown',
  ],
  [
    'sendgrid',
    r('550 Unauthenticated senders not allowed', '5.0.0'),
    'policy|sender-blocked|relay-denied|sender-authentication',
  ],
  [
    'mailgun old',
    r('605 Not delivering to previously bounced address', '5.0.0'),
    'user-unknown|policy|unknown',
  ],
  // qmail, exim
  ['qmail quota', qm('The users mailfolder is over the allowed quota (size). (#5.2.2)'), 'mailbox-full'],
  [
    'qmail rcpthosts',
    qm(
      "203.0.113.4 does not like recipient.\nRemote host said: 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)\nGiving up on 203.0.113.4.",
    ),
    'relay-denied',
  ],
  ['qmail loop', qm('This message is looping: it already has my Delivered-To line. (#5.4.6)'), 'network'],
  ['exim unrouteable', exim('    Unrouteable address'), 'user-unknown|host-unknown'],
  ['exim quota', exim('    mailbox is full: retry timeout exceeded'), 'mailbox-full|expired'],
  [
    'exim max defers cpanel',
    exim(
      '    Domain example.org has exceeded the max emails per hour (305/300 (101%)) allowed.  Message discarded.',
    ),
    'rate-limited',
  ],
  [
    'exim lowest mx',
    exim('    lowest numbered MX record points to local host'),
    'network|server-error|host-unknown',
  ],
  [
    'exim sender verify',
    exim(
      '    host mx.example.net [203.0.113.9]\n    SMTP error from remote mail server after RCPT TO:<ben@example.net>:\n    550-Verification failed for <anna@example.org>\n    550-No Such User Here\n    550 Sender verify failed',
    ),
    'sender-blocked',
  ],
  [
    'opensmtpd',
    plain(
      'Mailer Daemon <MAILER-DAEMON@mail.example.org>',
      'Delivery status notification: failed',
      'Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\n    An error has occurred while attempting to deliver a message for\n    the following list of recipients:\n\nben@example.net: 550 5.1.1 <ben@example.net>: Recipient address rejected: User unknown\n\n    Below is a copy of the original message:\n',
    ),
    'user-unknown',
  ],
  // Japan, Brazil
  ['docomo unknown', r('550 Unknown user ben@example.net', '5.0.0'), 'user-unknown'],
  [
    'ezweb',
    plain(
      'Postmaster@ezweb.example',
      'Mail System Error - Returned Mail',
      'Each of the following recipients was rejected by a remote mail server.\nThe reasons given by the server are included to help you determine why each recipient was rejected.\n\n    Recipient: <ben@example.net>\n    Reason:    <ben@example.net>... User unknown',
    ),
    'user-unknown',
  ],
  [
    'softbank filter',
    r('550 5.2.0 Mail rejected: recipient refuses mail from this domain (spam filter setting)', '5.2.0'),
    'policy|sender-blocked|spam',
  ],
  [
    'jp plain full',
    plain(
      'Mail Delivery Subsystem <MAILER-DAEMON@mail.example.jp>',
      '配信エラー通知',
      '以下の宛先にメールを配信できませんでした。\n\n<ben@example.net>\n\n理由: メールボックスの容量が超過しています。\n',
    ),
    'mailbox-full',
  ],
  [
    'jp plain unknown',
    plain(
      'MAILER-DAEMON@mail.example.jp',
      'Undelivered Mail Returned to Sender',
      'あなたのメールは次の宛先に配送できませんでした。\n\n<ben@example.net>: 宛先のアドレスが存在しません\n',
    ),
    'user-unknown',
  ],
  [
    'locaweb',
    r('550 5.1.1 <ben@example.net>: Recipient address rejected: Caixa postal inexistente', '5.1.1'),
    'user-unknown',
  ],
  [
    'uol',
    r(
      '550 <ben@example.net>: Recipient address rejected: MAILBOX NOT FOUND - Usuario nao existe no UOL',
      '5.0.0',
    ),
    'user-unknown',
  ],
  ['terra full', r('552 Caixa postal do destinatario esta cheia (quota excedida)', '5.0.0'), 'mailbox-full'],
  ['bol spam', r('554 5.7.1 Mensagem rejeitada: conteudo identificado como SPAM', '5.7.1'), 'spam'],
  ['libero', r('550 5.1.1 utente sconosciuto <ben@example.net>', '5.1.1'), 'user-unknown'],
  [
    'zoho policy',
    r('550 5.7.1 Email cannot be delivered. Reason: Email detected as Spam by spam filters', '5.7.1'),
    'spam',
  ],
  [
    'mailru',
    r(
      '550 Message was not accepted -- invalid mailbox. Local mailbox ben@example.net is unavailable: account is disabled',
      '5.0.0',
    ),
    'mailbox-disabled|user-unknown',
  ],
  ['yandex', r('550 5.7.1 No such user!', '5.7.1'), 'user-unknown'],
];
