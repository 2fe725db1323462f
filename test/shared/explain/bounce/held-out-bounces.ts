/** A name to show, the whole message, and the reasons that may be given; `-` for a message that is no bounce. */
export type HeldOutBounce = readonly [name: string, message: string, ...reasons: readonly string[]];

export const heading = (from: string, subject: string, extra = '') =>
  `Return-Path: <>\nFrom: ${from}\nTo: anna@example.org\nSubject: ${subject}\nDate: Tue, 10 Mar 2026 10:11:12 +0100\nMessage-ID: <x1@mail.example.org>\n${extra}`;

/** A plain message. */
export const plain = (from: string, subject: string, body: string) =>
  `${heading(from, subject, 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n')}\n${body}\n`;

/** A report of RFC 3464. */
export const dsn = (
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
export const rcpt = (action: string, status: string, diag: string, mta = 'dns; mx.example.net') =>
  `Final-Recipient: rfc822; ben@example.net\nAction: ${action}\nStatus: ${status}\n${mta ? `Remote-MTA: ${mta}\n` : ''}${diag ? `Diagnostic-Code: ${diag}` : ''}`;
const saidTo = (said: string) =>
  `This is the mail system at host mail.example.org.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n<ben@example.net>: ${said}`;
const PF = 'MAILER-DAEMON@mail.example.org (Mail Delivery System)';
const exim = (why: string) =>
  `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ben@example.net\n${why}\n\n------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <anna@example.org>\nSubject: hello\n\nspam virus quota`;
const EX = 'Mail Delivery System <Mailer-Daemon@srv.example.org>';
const qm = (why: string) =>
  `Hi. This is the qmail-send program at mail.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ben@example.net>:\n${why}\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <anna@example.org>\nSubject: hello`;
const QM = 'MAILER-DAEMON@mail.example.org';

/** A report of which only what the other server said matters; without a telling status where none is given. */
export const report = (said: string, status = '5.0.0') =>
  dsn(
    PF,
    'Undelivered Mail Returned to Sender',
    'Your message could not be delivered.',
    rcpt('failed', status, said, ''),
  );

/**
 * Bounces in the styles of real servers, written down before anybody looked at what the rules make of them: of the first seventy 94 in 100
 * were read rightly when they were first tried, of the second forty 98. What fell through has been mended since.
 */
export const heldOutBounces: readonly HeldOutBounce[] = [
  // Postfix
  [
    'postfix user unknown',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo(
        'host mx.example.net[203.0.113.9] said: 550 5.1.1 <ben@example.net>: Recipient address rejected: User unknown in relay recipient table (in reply to RCPT TO command)',
      ),
      rcpt(
        'failed',
        '5.1.1',
        'smtp; 550 5.1.1 <ben@example.net>: Recipient address rejected: User unknown in relay recipient table',
      ),
    ),
    'user-unknown',
  ],
  [
    'postfix full',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo(
        'host mx.example.net said: 452 4.2.2 <ben@example.net> Mailbox is full / Blocks limit exceeded / Inode limit exceeded',
      ),
      rcpt(
        'failed',
        '4.2.2',
        'smtp; 452 4.2.2 <ben@example.net> Mailbox is full / Blocks limit exceeded / Inode limit exceeded',
      ),
    ),
    'mailbox-full',
  ],
  [
    'postfix relay',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host mx.example.net said: 554 5.7.1 <ben@example.net>: Relay access denied'),
      rcpt('failed', '5.7.1', 'smtp; 554 5.7.1 <ben@example.net>: Relay access denied'),
    ),
    'relay-denied',
  ],
  [
    'postfix host not found',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('Host or domain name not found. Name service error for name=exmaple.net type=A: Host not found'),
      rcpt(
        'failed',
        '5.4.4',
        'X-Postfix; Host or domain name not found. Name service error for name=exmaple.net type=A: Host not found',
        '',
      ),
    ),
    'host-unknown',
  ],
  [
    'postfix expired',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('connect to mx.example.net[203.0.113.9]:25: Connection timed out'),
      rcpt(
        'failed',
        '4.4.1',
        'X-Postfix; connect to mx.example.net[203.0.113.9]:25: Connection timed out',
        '',
      ),
    ),
    'network',
    'expired',
  ],
  [
    'postfix delayed',
    dsn(
      PF,
      'Delayed Mail (still being retried)',
      '# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n\nYour message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 day(s) old.\n\n<ben@example.net>: connect to mx.example.net[203.0.113.9]:25: Connection refused',
      rcpt(
        'delayed',
        '4.4.1',
        'X-Postfix; connect to mx.example.net[203.0.113.9]:25: Connection refused',
        '',
      ),
    ),
    'network',
    'expired',
    'not-a-failure',
  ],
  [
    'postfix too big',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('message size 31457280 exceeds size limit 26214400 of server mx.example.net[203.0.113.9]'),
      rcpt(
        'failed',
        '5.3.4',
        'X-Postfix; message size 31457280 exceeds size limit 26214400 of server mx.example.net[203.0.113.9]',
      ),
    ),
    'too-big',
  ],
  [
    'postfix loop',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('mail for example.net loops back to myself'),
      rcpt('failed', '5.4.6', 'X-Postfix; mail for example.net loops back to myself', ''),
    ),
    'network',
    'server-error',
    'policy',
    'host-unknown',
  ],
  [
    'postfix rbl',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo(
        'host mx.example.net said: 554 5.7.1 Service unavailable; Client host [198.51.100.4] blocked using bl.spamcop.net',
      ),
      rcpt(
        'failed',
        '5.7.1',
        'smtp; 554 5.7.1 Service unavailable; Client host [198.51.100.4] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?198.51.100.4',
      ),
    ),
    'sender-blocked',
  ],
  [
    'postfix dmarc',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host mx.example.net said: 550 5.7.1 rejected by DMARC policy for example.org'),
      rcpt('failed', '5.7.1', 'smtp; 550 5.7.1 rejected by DMARC policy for example.org'),
    ),
    'sender-authentication',
  ],
  [
    'postfix spamassassin',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host mx.example.net said: 550 5.7.1 Message scored as spam (score=14.2, required=7)'),
      rcpt('failed', '5.7.1', 'smtp; 550 5.7.1 Message scored as spam (score=14.2, required=7)'),
    ),
    'spam',
  ],
  [
    'postfix clamav',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host mx.example.net said: 554 5.7.1 Infected: Win.Test.EICAR_HDB-1 FOUND'),
      rcpt('failed', '5.7.1', 'smtp; 554 5.7.1 Infected: Win.Test.EICAR_HDB-1 FOUND'),
    ),
    'virus',
  ],
  // Exim
  [
    'exim unknown',
    plain(
      EX,
      'Mail delivery failed: returning message to sender',
      exim(
        '    host mx.example.net [203.0.113.9]\n    SMTP error from remote mail server after RCPT TO:<ben@example.net>:\n    550 No such user here',
      ),
    ),
    'user-unknown',
  ],
  [
    'exim unroutable',
    plain(EX, 'Mail delivery failed: returning message to sender', exim('    Unrouteable address')),
    'host-unknown',
    'user-unknown',
  ],
  [
    'exim spf',
    plain(
      EX,
      'Mail delivery failed: returning message to sender',
      exim(
        '    host mx.example.net [203.0.113.9]\n    SMTP error from remote mail server after MAIL FROM:<anna@example.org>:\n    550 SPF check failed: 198.51.100.4 is not allowed to send mail from example.org',
      ),
    ),
    'sender-authentication',
  ],
  [
    'exim retry',
    plain(
      EX,
      'Mail delivery failed: returning message to sender',
      exim('    host mx.example.net [203.0.113.9]\n    Connection timed out: retry timeout exceeded'),
    ),
    'network',
    'expired',
  ],
  [
    'exim warning',
    plain(
      EX,
      'Warning: message 1tsABC-0001ab-2C delayed 24 hours',
      'This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on srv.example.org.\n\nThe message identifier is:     1tsABC-0001ab-2C\n\nThe address to which the message has not yet been delivered is:\n\n  ben@example.net\n    host mx.example.net [203.0.113.9]\n    SMTP error from remote mail server after RCPT TO:<ben@example.net>:\n    451 4.7.1 Greylisting in action, please come back later\n\nNo action is required on your part. Delivery attempts will continue for\nsome time',
    ),
    'sender-blocked',
    'expired',
    'not-a-failure',
  ],
  [
    'exim frequency',
    plain(
      EX,
      'Mail delivery failed: returning message to sender',
      exim(
        '    Domain example.org has exceeded the max emails per hour (250/250 (100%)) allowed. Message discarded.',
      ),
    ),
    'rate-limited',
  ],
  // qmail
  [
    'qmail no mailbox',
    plain(QM, 'failure notice', qm('Sorry, no mailbox here by that name. (#5.1.1)')),
    'user-unknown',
  ],
  [
    'qmail host',
    plain(QM, 'failure notice', qm("Sorry, I couldn't find any host named exmaple.net. (#5.1.2)")),
    'host-unknown',
  ],
  [
    'qmail remote said',
    plain(
      QM,
      'failure notice',
      qm(
        '203.0.113.9 does not like recipient.\nRemote host said: 550 5.2.1 The email account that you tried to reach is disabled.\nGiving up on 203.0.113.9.',
      ),
    ),
    'mailbox-disabled',
  ],
  [
    'qmail queue',
    plain(
      QM,
      'failure notice',
      qm(
        "203.0.113.9 failed after I sent the message.\nI'm not going to try again; this message has been in the queue too long.",
      ),
    ),
    'expired',
  ],
  [
    'qmail quota',
    plain(QM, 'failure notice', qm('The user ben is over quota: message rejected. (#5.2.2)')),
    'mailbox-full',
  ],
  [
    'qmail sender',
    plain(
      QM,
      'failure notice',
      qm(
        'Connected to 203.0.113.9 but sender was rejected.\nRemote host said: 553 5.1.8 Domain of sender address anna@exampel.org does not exist',
      ),
    ),
    'sender-blocked',
  ],
  // Exchange, Microsoft 365
  [
    'm365 not found',
    dsn(
      'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>',
      'Undeliverable: Invoice',
      "Your message to ben@example.net couldn't be delivered.\n\nben wasn't found at example.net.",
      rcpt(
        'failed',
        '5.1.10',
        'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ben@example.net not found by SMTP address lookup',
        '',
      ),
    ),
    'user-unknown',
  ],
  [
    'm365 de text',
    plain(
      'postmaster@example.net',
      'Unzustellbar: Rechnung',
      "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nben@example.net (ben@example.net)\nDas Postfach des Empfängers ist voll und kann zurzeit keine Nachrichten annehmen. Versuchen Sie, die Nachricht später erneut zu senden.\n\nDiagnoseinformationen für Administratoren:\n\nGenerierender Server: AM0PR01MB1234.eurprd01.prod.exchangelabs.com\n\nben@example.net\nRemote Server returned '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded'",
    ),
    'mailbox-full',
  ],
  [
    'm365 fr text',
    plain(
      'postmaster@example.net',
      'Non remis : Facture',
      "Échec de la remise pour les destinataires ou groupes suivants :\n\nben@example.net\nVotre message n’a pas pu être remis car l’adresse est restreinte.\n\nInformations de diagnostic pour les administrateurs :\n\nServeur de génération : PR0P264MB1234.FRAP264.PROD.OUTLOOK.COM\n\nben@example.net\nRemote Server returned '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed'",
    ),
    'policy',
    'sender-authentication',
    'sender-blocked',
  ],
  [
    'm365 banned',
    dsn(
      'postmaster@outlook.example',
      'Undeliverable: Hi',
      'Delivery has failed to these recipients or groups:',
      rcpt(
        'failed',
        '5.7.606',
        'smtp;550 5.7.606 Access denied, banned sending IP [198.51.100.4]. To request removal from this list please visit https://sender.office.com/',
        '',
      ),
    ),
    'sender-blocked',
  ],
  [
    'm365 outbound spam',
    dsn(
      'postmaster@example.org',
      'Undeliverable: Hi',
      "Your message couldn't be delivered because you weren't recognized as a valid sender.",
      rcpt('failed', '5.1.8', 'smtp;550 5.1.8 Access denied, bad outbound sender AS(42004)', ''),
    ),
    'sender-blocked',
    'policy',
    'spam',
    'rate-limited',
  ],
  [
    'm365 expired',
    dsn(
      'postmaster@example.org',
      'Undeliverable: Hi',
      'Delivery has failed',
      rcpt(
        'failed',
        '4.4.7',
        'smtp;550 4.4.7 QUEUE.Expired; message expired in 1 day because mx.example.net did not respond',
        '',
      ),
    ),
    'expired',
  ],
  [
    'exchange2003',
    plain(
      'System Administrator <postmaster@example.org>',
      'Undeliverable: Angebot',
      'Your message did not reach some or all of the intended recipients.\n\n      Subject:  Angebot\n      Sent:     10.03.2026 10:11\n\nThe following recipient(s) could not be reached:\n\n      ben@example.net on 10.03.2026 10:12\n            The e-mail account does not exist at the organization this message was sent to.  Check the e-mail address, or contact the recipient directly to find out the correct address.\n            <mail.example.org #5.1.1>',
    ),
    'user-unknown',
  ],
  [
    'exchange size',
    dsn(
      'postmaster@example.net',
      'Undeliverable: photos',
      'This message is larger than the current system limit',
      rcpt(
        'failed',
        '5.3.4',
        'smtp;550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route',
        '',
      ),
    ),
    'too-big',
  ],
  // Gmail
  [
    'gmail not found',
    dsn(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      "** Address not found **\n\nYour message wasn't delivered to ben@example.net because the domain example.net couldn't be found.",
      rcpt(
        'failed',
        '5.1.2',
        "smtp; DNS Error: DNS type 'mx' lookup of example.net responded with code NXDOMAIN",
        '',
      ),
      'dns; googlemail.com',
    ),
    'host-unknown',
  ],
  [
    'gmail blocked',
    dsn(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      '** Message blocked **\n\nYour message to ben@example.net has been blocked.',
      rcpt(
        'failed',
        '5.7.1',
        'smtp; 550-5.7.1 [198.51.100.4] Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked.',
        'dns; gmail-smtp-in.l.google.com',
      ),
      'dns; googlemail.com',
    ),
    'spam',
  ],
  [
    'gmail de text',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      "** Adresse nicht gefunden **\n\nIhre Nachricht wurde nicht an ben@example.net zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.\n\nDie Antwort lautete:\n\n550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces.",
    ),
    'user-unknown',
  ],
  [
    'gmail es text',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      '** La bandeja de entrada del destinatario está llena **\n\nTu mensaje no se ha entregado a ben@example.net. La bandeja de entrada está llena o recibe demasiado correo en este momento.',
    ),
    'mailbox-full',
  ],
  [
    'gmail delay',
    dsn(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Delay)',
      '** Delivery incomplete **\n\nThere was a temporary problem delivering your message to ben@example.net. Gmail will retry for 45 more hours.',
      rcpt(
        'delayed',
        '4.4.1',
        'smtp; The recipient server did not accept our requests to connect. [mx.example.net 203.0.113.9: timed out]',
        'dns; mx.example.net',
      ),
      'dns; googlemail.com',
    ),
    'network',
    'expired',
    'not-a-failure',
  ],
  [
    'gmail unauth',
    dsn(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      '** Message blocked **',
      rcpt(
        'failed',
        '5.7.26',
        'smtp; 550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
        'dns; gmail-smtp-in.l.google.com',
      ),
      'dns; mail.example.org',
    ),
    'sender-authentication',
  ],
  // Sendmail
  [
    'sendmail unknown',
    plain(
      'Mail Delivery Subsystem <MAILER-DAEMON@mail.example.org>',
      'Returned mail: see transcript for details',
      'The original message was received at Tue, 10 Mar 2026 10:11:12 +0100\nfrom pc7.example.org [198.51.100.7]\n\n   ----- The following addresses had permanent fatal errors -----\n<ben@example.net>\n    (reason: 550 5.1.1 <ben@example.net>... User unknown)\n\n   ----- Transcript of session follows -----\n... while talking to mx.example.net.:\n>>> RCPT To:<ben@example.net>\n<<< 550 5.1.1 <ben@example.net>... User unknown\n550 5.1.1 <ben@example.net>... User unknown',
    ),
    'user-unknown',
  ],
  [
    'sendmail deferred',
    plain(
      'Mail Delivery Subsystem <MAILER-DAEMON@mail.example.org>',
      'Warning: could not send message for past 4 hours',
      '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\nThe original message was received at Tue, 10 Mar 2026 06:11:12 +0100\n\n   ----- Transcript of session follows -----\n<ben@example.net>... Deferred: Connection timed out with mx.example.net.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old',
    ),
    'network',
    'expired',
    'not-a-failure',
  ],
  [
    'sendmail local full',
    plain(
      'Mail Delivery Subsystem <MAILER-DAEMON@mail.example.org>',
      'Returned mail: see transcript for details',
      "   ----- The following addresses had permanent fatal errors -----\n<ben@example.net>\n    (reason: 552 5.2.2 Over quota)\n\n   ----- Transcript of session follows -----\n<ben@example.net>... Can't create output: Disc quota exceeded",
    ),
    'mailbox-full',
  ],
  // IBM, Lotus
  [
    'domino unknown',
    dsn(
      'postmaster@example.net',
      'DELIVERY FAILURE: User ben (ben@example.net) not listed in Domino Directory',
      'Your message\n\n  Subject: Hello\n\nwas not delivered to:\n\n  ben@example.net\n\nbecause:\n\n  User ben (ben@example.net) not listed in Domino Directory',
      rcpt('failed', '5.1.1', 'X-Notes; User ben (ben@example.net) not listed in Domino Directory', ''),
    ),
    'user-unknown',
  ],
  [
    'domino hops',
    plain(
      'postmaster@example.net',
      'DELIVERY FAILURE: Error transferring to MX.EXAMPLE.NET; Maximum hop count exceeded.  Message probably in a routing loop.',
      'Your message\n\n  Subject: Hello\n\nwas not delivered to:\n\n  ben@example.net\n\nbecause:\n\n  Error transferring to MX.EXAMPLE.NET; Maximum hop count exceeded.  Message probably in a routing loop.',
    ),
    'network',
    'server-error',
    'policy',
  ],
  [
    'domino quota',
    plain(
      'postmaster@example.net',
      'DELIVERY FAILURE: Router: Database disk quota exceeded',
      'Your message\n\n  Subject: Hello\n\nwas not delivered to:\n\n  ben@example.net\n\nbecause:\n\n  Router: Database disk quota exceeded',
    ),
    'mailbox-full',
  ],
  // Mimecast, Proofpoint
  [
    'mimecast policy',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host eu-smtp-inbound-1.mimecast.com said: 554 Email rejected due to security policies'),
      rcpt(
        'failed',
        '5.0.0',
        'smtp; 554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 [abc]',
        'dns; eu-smtp-inbound-1.mimecast.com',
      ),
    ),
    'policy',
    'virus',
  ],
  [
    'mimecast recipient',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host eu-smtp-inbound-1.mimecast.com said: 550 Invalid Recipient'),
      rcpt(
        'failed',
        '5.0.0',
        'smtp; 550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [abc]',
        'dns; eu-smtp-inbound-1.mimecast.com',
      ),
    ),
    'user-unknown',
  ],
  [
    'mimecast blocked',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo(
        'host us-smtp-inbound-1.mimecast.com said: 550 Rejected by header based manually Blocked Senders',
      ),
      rcpt(
        'failed',
        '5.0.0',
        'smtp; 550 Rejected by header based manually Blocked Senders - https://community.mimecast.com/docs/DOC-1369#550 [abc]',
        'dns; us-smtp-inbound-1.mimecast.com',
      ),
    ),
    'sender-blocked',
    'policy',
  ],
  [
    'proofpoint ip',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo(
        'host mx0a-00000001.pphosted.com said: 554 Blocked - see https://ipcheck.proofpoint.com/?ip=198.51.100.4',
      ),
      rcpt(
        'failed',
        '5.0.0',
        'smtp; 554 Blocked - see https://ipcheck.proofpoint.com/?ip=198.51.100.4',
        'dns; mx0a-00000001.pphosted.com',
      ),
    ),
    'sender-blocked',
  ],
  [
    'proofpoint policy',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host mx0a-00000001.pphosted.com said: 550 5.7.0 Local Policy Violation'),
      rcpt('failed', '5.7.0', 'smtp; 550 5.7.0 Local Policy Violation', 'dns; mx0a-00000001.pphosted.com'),
    ),
    'policy',
  ],
  // GMX, T-Online, Yahoo, iCloud, QQ
  [
    'gmx unknown',
    plain(
      'GMX Mailer Daemon <mailer-daemon@gmx.de>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of\nits recipients. This is a permanent error. The following address(es)\nfailed:\n\nben@example.net:\nSMTP error from remote server for RCPT TO command, host: mx.example.net (203.0.113.9) reason: 550 Requested action not taken: mailbox unavailable',
    ),
    'user-unknown',
  ],
  [
    'gmx quota',
    plain(
      'GMX Mailer Daemon <mailer-daemon@gmx.de>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of\nits recipients. This is a permanent error. The following address(es)\nfailed:\n\nben@example.net:\nSMTP error from remote server for TEXT command, host: mx.example.net (203.0.113.9) reason: 552-Requested mail action aborted: exceeded storage allocation 552-Quota exceeded',
    ),
    'mailbox-full',
  ],
  [
    'gmx ip',
    plain(
      'WEB.DE Mailer Daemon <mailer-daemon@web.de>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of\nits recipients. This is a permanent error. The following address(es)\nfailed:\n\nben@gmx.example:\nSMTP error from remote server for GREETING command, host: mx00.gmx.example (203.0.113.9) reason: 554-gmx.net (mxgmx016) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is black listed.',
    ),
    'sender-blocked',
  ],
  [
    't-online ip',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo(
        'host mx01.t-online.example refused to talk to me: 554 IP=198.51.100.4 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.example to clarify.)',
      ),
      rcpt(
        'failed',
        '4.0.0',
        'smtp; 554 IP=198.51.100.4 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.example to clarify.)',
        'dns; mx01.t-online.example',
      ),
    ),
    'sender-blocked',
  ],
  [
    't-online unknown',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo(
        'host mx00.t-online.example said: 550-5.7.1 <ben@t-online.example> user unknown / Empfaenger unbekannt',
      ),
      rcpt(
        'failed',
        '5.7.1',
        'smtp; 550 5.7.1 <ben@t-online.example> Benutzer nicht bekannt / user unknown',
        'dns; mx00.t-online.example',
      ),
    ),
    'user-unknown',
  ],
  [
    'yahoo disabled',
    plain(
      'MAILER-DAEMON@yahoo.com',
      'Failure Notice',
      'Sorry, we were unable to deliver your message to the following address.\n\n<ben@yahoo.example>:\n554: 30 Sorry, your message to ben@yahoo.example cannot be delivered. This mailbox is disabled (554.30).',
    ),
    'mailbox-disabled',
  ],
  [
    'yahoo deferred',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo(
        'host mta5.am0.yahoodns.net said: 421 4.7.0 [TSS04] Messages from 198.51.100.4 temporarily deferred due to unexpected volume or user complaints',
      ),
      rcpt(
        'failed',
        '4.7.0',
        'smtp; 421 4.7.0 [TSS04] Messages from 198.51.100.4 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
        'dns; mta5.am0.yahoodns.net',
      ),
    ),
    'sender-blocked',
    'rate-limited',
  ],
  [
    'icloud full',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host mx01.mail.icloud.com said: 552 5.2.2 <ben@icloud.example>: user quota exceeded'),
      rcpt(
        'failed',
        '5.2.2',
        'smtp; 552 5.2.2 <ben@icloud.example>: user quota exceeded (in reply to RCPT TO command)',
        'dns; mx01.mail.icloud.com',
      ),
    ),
    'mailbox-full',
  ],
  [
    'icloud policy',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host mx01.mail.icloud.com said: 554 5.7.1 [CS01] Message rejected due to local policy.'),
      rcpt(
        'failed',
        '5.7.1',
        'smtp; 554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
        'dns; mx01.mail.icloud.com',
      ),
    ),
    'policy',
    'spam',
  ],
  [
    'qq zh',
    plain(
      'PostMaster@qq.com',
      '系统退信/Systems bounce',
      '抱歉，您的邮件被退回来了……\n\n原邮件信息：\n时间 2026-03-10 10:11:12\n主题 你好\n收件人 ben@example.net\n退信原因：\n收件人邮件地址（ben@example.net）不存在，邮件无法送达。\nhost mx.example.net said: 550 Mailbox not found',
    ),
    'user-unknown',
  ],
  [
    'qq frequency',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host mx3.qq.com said: 550 Ip frequency limited'),
      rcpt(
        'failed',
        '5.0.0',
        'smtp; 550 Ip frequency limited [abc IP: 198.51.100.4]. https://service.mail.qq.com/detail/122/168.',
        'dns; mx3.qq.com',
      ),
    ),
    'rate-limited',
    'sender-blocked',
  ],
  [
    'qq content',
    dsn(
      PF,
      'Undelivered Mail Returned to Sender',
      saidTo('host mx3.qq.com said: 550 Mail content denied'),
      rcpt(
        'failed',
        '5.0.0',
        'smtp; 550 Mail content denied. https://service.mail.qq.com/detail/0/0',
        'dns; mx3.qq.com',
      ),
    ),
    'spam',
    'policy',
  ],
  // Others
  [
    'opensmtpd',
    plain(
      'Mailer Daemon <MAILER-DAEMON@mail.example.org>',
      'Delivery status notification: error',
      '    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\n    An error has occurred while attempting to deliver a message for\n    the following list of recipients:\n\nben@example.net: 550 Invalid recipient: ben@example.net\n\n    Below is a copy of the original message:\n',
    ),
    'user-unknown',
  ],
  [
    'courier',
    dsn(
      '"Courier mail server at mail.example.org" <@>',
      'NOTICE: mail delivery status.',
      'This is a delivery status notification from mail.example.org,\nrunning the Courier mail server, version 1.0.\n\nThe original message was received on Tue, 10 Mar 2026 10:11:12 +0100\n\n---------------------------------------------------------------------------\n\n                           UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<ben@example.net>:\n    mx.example.net [203.0.113.9]:\n>>> RCPT TO:<ben@example.net>\n<<< 550 5.7.23 The message was rejected because of Sender Policy Framework violation',
      rcpt(
        'failed',
        '5.0.0',
        'smtp; 550 5.7.23 The message was rejected because of Sender Policy Framework violation',
      ),
    ),
    'sender-authentication',
  ],
  [
    'hmailserver',
    plain(
      'mailer-daemon@mail.example.org',
      'Message undeliverable: Hello',
      'Your message did not reach some or all of the intended recipients.\n\n   Sent: Tue, 10 Mar 2026 10:11:12 +0100\n   Subject: Hello\n\nThe following recipient(s) could not be reached:\n\nben@example.net\n   Error Type: SMTP\n   Remote server (203.0.113.9) issued an error.\n   hMailServer sent: RCPT TO:<ben@example.net>\n   Remote server replied: 550 Unknown user',
    ),
    'user-unknown',
  ],
  [
    'mdaemon',
    plain(
      'MDaemon at mail.example.org <MDaemon@mail.example.org>',
      'Permanent Delivery Failure',
      'The attached message had PERMANENT fatal delivery errors!\n\nAfter one or more unsuccessful delivery attempts the attached message has been removed from the mail queue on this server.\n\nFailed address: ben@example.net\n\n--- Session Transcript ---\nTue 2026-03-10 10:11:12: <-- 554 5.7.1 ben@example.net: Relay access denied',
    ),
    'relay-denied',
  ],
  [
    'mailru ru',
    plain(
      'mailer-daemon@corp.mail.ru',
      'Mail failure.',
      'Это письмо создано автоматически сервером Mail.Ru.\n\nК сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:\n\nben@example.ru\n  host mxs.example.ru [203.0.113.9]\n  SMTP error from remote mail server after RCPT TO:<ben@example.ru>:\n  550 Message was not accepted -- invalid mailbox.  Local mailbox ben@example.ru is unavailable: user not found',
    ),
    'user-unknown',
  ],
  [
    'success',
    dsn(
      PF,
      'Successful Mail Delivery Report',
      'This is the mail system at host mail.example.org.\n\nYour message was successfully delivered to the destination(s)\nlisted below.',
      rcpt('delivered', '2.0.0', 'smtp; 250 2.0.0 Ok: queued as 1234'),
    ),
    'not-a-failure',
  ],
  [
    'vacation',
    plain(
      'Ben <ben@example.net>',
      'Automatic reply: Hello',
      'I am out of the office until 20 March and will answer later.',
    ),
    'not-a-failure',
    '-',
  ],
  [
    'pasted dsn fields',
    'Final-Recipient: rfc822; ben@example.net\nAction: failed\nStatus: 5.2.1\nDiagnostic-Code: smtp; 550 5.2.1 This account is over its receiving rate, or suspended by the owner',
    'mailbox-disabled',
    'rate-limited',
  ],
  // The second forty.
  [
    'pf no mx',
    report('X-Postfix; Domain example.net does not accept mail (nullMX)', '5.1.0'),
    'host-unknown',
  ],
  [
    'pf tls',
    report('X-Postfix; TLS is required, but was not offered by host mx.example.net[203.0.113.9]', '5.7.10'),
    'policy',
    'network',
    'server-error',
  ],
  [
    'pf greylist expired',
    report(
      'smtp; 450 4.7.1 <ben@example.net>: Recipient address rejected: Greylisting in effect, please come back later',
      '4.7.1',
    ),
    'sender-blocked',
    'expired',
  ],
  [
    'pf helo',
    report('smtp; 550 5.7.1 <x>: Helo command rejected: You are not me', '5.7.1'),
    'sender-blocked',
    'policy',
  ],
  [
    'pf ptr',
    report('smtp; 550 5.7.25 Client host rejected: cannot find your hostname, [198.51.100.4]', '5.7.25'),
    'sender-blocked',
  ],
  [
    'pf unverified',
    report(
      'smtp; 550 5.1.7 <anna@example.org>: Sender address rejected: undeliverable address: host mx.example.org said: 550 User unknown',
      '5.1.7',
    ),
    'sender-blocked',
  ],
  ['pf dkim', report('smtp; 550 5.7.20 No passing DKIM signature found', '5.7.20'), 'sender-authentication'],
  [
    'pf attachment',
    report(
      'smtp; 552 5.7.0 This message was blocked because its content presents a potential security issue.',
      '5.7.0',
    ),
    'policy',
    'virus',
  ],
  [
    'pf rate',
    report('smtp; 451 4.7.1 Sorry, you have exceeded the number of messages allowed per hour', '4.7.1'),
    'rate-limited',
  ],
  [
    'pf disabled',
    report('smtp; 550 5.2.1 ben@example.net: account has been suspended', '5.2.1'),
    'mailbox-disabled',
  ],
  [
    'gmail fr',
    plain(
      'mailer-daemon@googlemail.com',
      'Delivery Status Notification (Failure)',
      "** Adresse introuvable **\n\nVotre message n'a pas été distribué à ben@example.net, car l'adresse est introuvable ou ne peut pas recevoir d'e-mails.",
    ),
    'user-unknown',
  ],
  [
    'gmail it',
    plain(
      'mailer-daemon@googlemail.com',
      'Delivery Status Notification (Failure)',
      '** Posta in arrivo del destinatario piena **\n\nIl messaggio non è stato recapitato a ben@example.net. La casella di posta è piena o sta ricevendo troppa posta in questo momento.',
    ),
    'mailbox-full',
  ],
  [
    'gmail pt',
    plain(
      'mailer-daemon@googlemail.com',
      'Delivery Status Notification (Failure)',
      '** Endereço não encontrado **\n\nSua mensagem não foi entregue a ben@example.net porque o endereço não foi encontrado ou não pode receber e-mails.',
    ),
    'user-unknown',
  ],
  [
    'gmail ja',
    plain(
      'mailer-daemon@googlemail.com',
      'Delivery Status Notification (Failure)',
      '** アドレス不明 **\n\nアドレスが見つからないため、またはメールを受信できないため、ben@example.net にメールを配信できませんでした。',
    ),
    'user-unknown',
  ],
  [
    'gmail nl',
    plain(
      'mailer-daemon@googlemail.com',
      'Delivery Status Notification (Failure)',
      '** Bericht geblokkeerd **\n\nUw bericht aan ben@example.net is geblokkeerd. Bekijk de technische details hieronder voor meer informatie.\n\nDe reactie was:\n\n550 5.7.1 Message rejected due to spam content',
    ),
    'spam',
  ],
  [
    'm365 es',
    plain(
      'postmaster@example.net',
      'No se puede entregar: Factura',
      "Error de entrega a estos destinatarios o grupos:\n\nben@example.net\nNo se encontró la dirección de correo electrónico que escribió. Compruebe la dirección de correo electrónico del destinatario y vuelva a enviar el mensaje.\n\nInformación de diagnóstico para administradores:\n\nben@example.net\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'",
    ),
    'user-unknown',
  ],
  [
    'm365 ja',
    plain(
      'postmaster@example.net',
      '配信不能: 請求書',
      "次の受信者またはグループへの配信が失敗しました:\n\nben@example.net\nメッセージが大きすぎるため配信できません。\n\n管理者向けの診断情報:\n\nben@example.net\nRemote Server returned '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient'",
    ),
    'too-big',
  ],
  [
    'm365 dkim',
    report(
      'smtp;550 5.7.509 Access denied, sending domain example.org does not pass DMARC verification and has a DMARC policy of reject.',
      '5.7.509',
    ),
    'sender-authentication',
  ],
  [
    'm365 loop',
    report('smtp;554 5.4.14 Hop count exceeded - possible mail loop ATTR34', '5.4.14'),
    'network',
    'server-error',
    'policy',
  ],
  ['m365 relay', report('smtp;550 5.7.64 TenantAttribution; Relay Access Denied', '5.7.64'), 'relay-denied'],
  [
    'm365 dns',
    report(
      'smtp;550 5.4.310 DNS domain example.net does not exist [Message=InfoDomainNonexistent]',
      '5.4.310',
    ),
    'host-unknown',
  ],
  [
    'exim maxsize',
    plain(
      'Mail Delivery System <Mailer-Daemon@mail.example.org>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:\n\n  ben@example.net\n    host mx.example.net [203.0.113.9]\n    SMTP error from remote mail server after MAIL FROM:<anna@example.org> SIZE=41234567:\n    552 5.3.4 Message size exceeds fixed limit',
    ),
    'too-big',
  ],
  [
    'exim suspended',
    plain(
      'Mail Delivery System <Mailer-Daemon@mail.example.org>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:\n\n  ben@example.net\n    Sender anna@example.org has an outgoing mail suspension. Message discarded.',
    ),
    'sender-blocked',
    'policy',
    'mailbox-disabled',
    'rate-limited',
  ],
  [
    'qmail vpopmail',
    plain(
      'MAILER-DAEMON@mail.example.org',
      'failure notice',
      "Hi. This is the qmail-send program at x.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ben@example.net>:\nThis account has been disabled or discontinued [#102]. - mta1",
    ),
    'mailbox-disabled',
  ],
  [
    'qmail dns',
    plain(
      'MAILER-DAEMON@mail.example.org',
      'failure notice',
      "Hi. This is the qmail-send program at x.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ben@example.net>:\nSorry. Although I'm listed as a best-preference MX or A for that host,\nit isn't in my control/locals file, so I don't treat it as local. (#5.4.6)",
    ),
    'network',
    'server-error',
    'host-unknown',
    'relay-denied',
    'policy',
  ],
  [
    'yahoo new',
    report(
      'smtp; 554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
      '5.7.9',
    ),
    'policy',
    'sender-authentication',
  ],
  [
    'yahoo dd',
    plain(
      'MAILER-DAEMON@yahoo.com',
      'Failure Notice',
      "Sorry, we were unable to deliver your message to the following address.\n\n<ben@yahoo.example>:\n554: delivery error: dd This user doesn't have a yahoo.com account (ben@yahoo.example) [0] - mta1",
    ),
    'user-unknown',
  ],
  [
    '163 zh',
    plain(
      'Postmaster@163.com',
      '系统退信',
      '抱歉，您的邮件被退回来了……\n\n收件人：ben@example.net\n退信原因：对方邮箱已满，拒收邮件。',
    ),
    'mailbox-full',
  ],
  [
    '163 spam',
    report('smtp; 554 DT:SPM mx23,abc,1711 http://mail.163.com/help/help_spam_16.htm', '5.0.0'),
    'spam',
  ],
  ['163 unknown', report('smtp; 550 User not found: ben@163.example', '5.0.0'), 'user-unknown'],
  [
    'mailenable',
    plain(
      'Postmaster <postmaster@mail.example.org>',
      'Message Delivery Failure',
      'Message Delivery Failure - Mail Delivery System\n\nMailEnable: Message could not be delivered to some recipients.\nThe following recipient(s) could not be reached:\n\n  Recipient: [SMTP:ben@example.net]\n  Reason: The remote mail server returned an error: 550 5.7.1 Unable to relay',
    ),
    'relay-denied',
  ],
  [
    'icewarp',
    plain(
      'postmaster@mail.example.org',
      'Undeliverable mail',
      'Your message could not be delivered.\n\nben@example.net: 550 5.1.1 User unknown or not available',
    ),
    'user-unknown',
  ],
  [
    'mimecast greylist',
    report(
      'smtp; 451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451',
      '4.0.0',
    ),
    'server-error',
    'rate-limited',
    'sender-blocked',
    'expired',
  ],
  [
    'mimecast admin',
    report(
      'smtp; 550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550',
      '5.0.0',
    ),
    'policy',
    'sender-blocked',
  ],
  [
    'proofpoint spf',
    report('smtp; 550 5.7.0 SPF validation failed for sender', '5.7.0'),
    'sender-authentication',
  ],
  [
    'proofpoint spam',
    report('smtp; 550 5.7.1 Message content rejected due to suspected spam. IB703', '5.7.1'),
    'spam',
  ],
  [
    'comcast',
    report(
      'smtp; 554 resimta-a1p.sys.comcast.net comcast 198.51.100.4 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
      '5.0.0',
    ),
    'sender-blocked',
    'spam',
  ],
  [
    'orange',
    report(
      'smtp; 550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
      '5.1.1',
    ),
    'user-unknown',
  ],
  [
    'free',
    report('smtp; 550 5.2.1 This mailbox has been blocked due to inactivity', '5.2.1'),
    'mailbox-disabled',
  ],
  ['seznam', report('smtp; 550 5.1.1 schranka neexistuje / mailbox does not exist', '5.1.1'), 'user-unknown'],
  [
    'autoreply de',
    plain('Ben <ben@example.net>', 'Abwesenheitsnotiz: Hallo', 'Ich bin bis zum 20. März nicht im Büro.'),
    '-',
    'not-a-failure',
  ],
  [
    'list mail',
    plain('news@example.net', 'Newsletter', 'We had trouble delivering our last newsletter? Click here.'),
    '-',
  ],
];
