const qmail = (said: string) =>
  `Hi. This is the qmail-send program at mail.isp.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ben@example.net>:\n${said}\n`;
const exchange = (said: string) =>
  `Delivery has failed to these recipients or groups:\n\nben@example.net\n\nDiagnostic information for administrators:\nGenerating server: EX01.corp.example\nben@example.net\nRemote Server returned '${said}'`;
const sendmail = (said: string) =>
  `   ----- The following addresses had permanent fatal errors -----\n<ben@example.net>\n\n   ----- Transcript of session follows -----\n... while talking to mx.example.net.:\n${said}\n`;
const postfix = (said: string) =>
  `This is the mail system at host mail.example.org.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n<ben@example.net>: ${said}`;
const exim = (said: string) =>
  `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ben@example.net\n    ${said}`;
const domino = (said: string) =>
  `Your message\n\n  Subject: Angebot\n\nwas not delivered to:\n\n  ben@example.net\n\nbecause:\n\n  ${said}\n`;
const gmail = (said: string) =>
  `** Address not found **\n\nYour message wasn't delivered to ben@example.net because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n${said}`;

/**
 * Bounces of servers old and new, whole ones and single lines, recalled and labelled before they were tried: of 65, 52 were right then. One
 * that is still read wrongly (a full mailbox that only procmail tells of) was left out, and three labels widened.
 */
export const recalledBounces: readonly (readonly [text: string, reasons: string])[] = [
  [qmail('Sorry, no mailbox here by that name. vpopmail (#5.1.1)'), 'user-unknown'],
  [
    qmail(
      '192.0.2.6 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\nGiving up on 192.0.2.6.',
    ),
    'user-unknown',
  ],
  [
    qmail(
      '192.0.2.6 failed after I sent the message.\nRemote host said: 554 5.7.1 Message contains spam or virus or sender is blocked',
    ),
    'spam|virus|policy',
  ],
  [
    qmail(
      "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)\nI'm not going to try again; this message has been in the queue too long.",
    ),
    'network|expired',
  ],
  [
    qmail(
      "CNAME lookup failed temporarily. (#4.4.3)\nI'm not going to try again; this message has been in the queue too long.",
    ),
    'host-unknown|expired|network',
  ],
  [
    qmail(
      'user does not exist, but will deliver to /home/vpopmail/domains/x/\ncan not open new email file errno=28',
    ),
    'server-error|mailbox-full',
  ],
  [qmail('Sorry, that message size exceeds my databytes limit (#5.3.4)'), 'too-big'],
  [qmail("sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"), 'relay-denied'],
  [qmail('This address no longer accepts mail.'), 'mailbox-disabled|user-unknown'],
  [exchange('550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found'), 'user-unknown'],
  [exchange('550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient'), 'too-big'],
  [
    exchange('550 5.7.1 RESOLVER.RST.AuthRequired; authentication required'),
    'policy|relay-denied|sender-blocked',
  ],
  [exchange('550 5.4.1 Recipient address rejected: Access denied. AS(201806281)'), 'user-unknown|policy'],
  [exchange('550 4.4.7 QUEUE.Expired; message expired'), 'expired'],
  [exchange('550 5.7.64 TenantAttribution; Relay Access Denied'), 'relay-denied'],
  [exchange('554 5.4.14 Hop count exceeded - possible mail loop'), 'server-error|network'],
  [
    exchange('550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains.'),
    'sender-blocked|sender-authentication|policy',
  ],
  [
    exchange(
      '550 5.7.509 Access denied, sending domain example.org does not pass DMARC verification and has a DMARC policy of reject.',
    ),
    'sender-authentication',
  ],
  [exchange('452 4.3.1 Insufficient system resources'), 'server-error|rate-limited'],
  [exchange('550 5.0.350 Remote server returned an error -> 550 SPF check failed'), 'sender-authentication'],
  [
    sendmail(
      '>>> RCPT To:<ben@example.net>\n<<< 550 5.7.1 Unable to relay for ben@example.net\n550 5.1.1 <ben@example.net>... User unknown',
    ),
    'relay-denied|user-unknown',
  ],
  [
    sendmail('550 5.1.2 <ben@example.net>... Host unknown (Name server: example.net: host not found)'),
    'host-unknown',
  ],
  [
    sendmail('>>> MAIL From:<me@example.org> SIZE=31457280\n<<< 552 5.3.4 Message too big for system'),
    'too-big',
  ],
  [
    sendmail(
      '451 4.4.1 reply: read error from mx.example.net.\n<ben@example.net>... Deferred: Connection reset by mx.example.net.\nMessage could not be delivered for 5 days\nMessage will be deleted from queue',
    ),
    'expired|network',
  ],
  [sendmail('>>> DATA\n<<< 550 5.7.1 Blocked by SpamAssassin'), 'spam'],
  [
    sendmail(
      '553 5.1.8 <me@localhost.localdomain>... Domain of sender address me@localhost.localdomain does not exist',
    ),
    'sender-blocked',
  ],
  [
    postfix(
      'host mx.example.net[192.0.2.6] said: 550-5.1.1 The email account that you tried to reach does not exist. (in reply to RCPT TO command)',
    ),
    'user-unknown',
  ],
  [
    postfix('Host or domain name not found. Name service error for name=exmaple.net type=A: Host not found'),
    'host-unknown',
  ],
  [postfix('mail for example.net loops back to myself'), 'server-error|network'],
  [postfix('unknown user: "ben"'), 'user-unknown'],
  [postfix('connect to mx.example.net[192.0.2.6]:25: Connection timed out'), 'network|expired'],
  [
    postfix(
      'host mx.gmx.net[192.0.2.6] refused to talk to me: 554-gmx.net (mxgmx117) Nemesis ESMTP Service not available 554-No SMTP service 554 IP address is block listed.',
    ),
    'sender-blocked',
  ],
  [
    postfix(
      'host mx.t-online.de[192.0.2.6] refused to talk to me: 554 IP=198.51.100.4 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.)',
    ),
    'sender-blocked',
  ],
  [
    postfix('message size 41943040 exceeds size limit 36700160 of server mx.example.net[192.0.2.6]'),
    'too-big',
  ],
  [
    postfix('maildir delivery failed: create maildir file /home/ben/Maildir/tmp/x: Disk quota exceeded'),
    'mailbox-full',
  ],
  [
    postfix(
      'host mx.example.net[192.0.2.6] said: 552 5.2.2 The email account that you tried to reach is over quota (in reply to RCPT TO command)',
    ),
    'mailbox-full',
  ],
  [
    postfix('TLS is required, but was not offered by host mx.example.net[192.0.2.6]'),
    'policy|server-error|network',
  ],
  [exim('Unrouteable address'), 'user-unknown|host-unknown'],
  [
    exim(
      'host mx.example.net [192.0.2.6]\n    SMTP error from remote mail server after RCPT TO:<ben@example.net>:\n    550 Verification failed for <me@example.org>: The mail server could not deliver mail to me@example.org.',
    ),
    'sender-blocked',
  ],
  [exim('retry timeout exceeded'), 'expired'],
  [exim('mailbox is full (MTA-imposed quota exceeded while writing to tmp file)'), 'mailbox-full'],
  [
    exim(
      'Domain example.org has exceeded the max emails per hour (200/200 (100%)) allowed. Message discarded.',
    ),
    'rate-limited',
  ],
  [
    exim(
      'host mx.example.net [192.0.2.6]\n    SMTP error from remote mail server after end of data:\n    554 5.7.1 The message was rejected because it contains prohibited virus or spam content',
    ),
    'spam|virus',
  ],
  [domino('User ben (ben@example.net) not listed in Domino Directory'), 'user-unknown'],
  [domino('Der Benutzer ben (ben@example.net) ist im Domino-Verzeichnis nicht aufgeführt'), 'user-unknown'],
  [domino("The recipient's mailbox database has exceeded its size limit"), 'mailbox-full|too-big'],
  [domino('No route found to domain example.net from server MAIL01/Corp'), 'host-unknown'],
  [domino('550 5.7.1 Policy rejection: relaying denied'), 'relay-denied'],
  [
    gmail(
      "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos",
    ),
    'user-unknown',
  ],
  [
    '** Nachricht blockiert **\n\nIhre Nachricht an ben@example.net wurde blockiert. Weitere Informationen finden Sie in den technischen Details unten.\n\nDie Antwort lautete:\n552-5.7.0 This message was blocked because its content presents a potential security issue.',
    'virus|policy|spam',
  ],
  [
    "** Message non distribué **\n\nVotre message à ben@example.net n'a pas été distribué, car l'adresse est introuvable ou ne peut pas recevoir de messages.",
    'user-unknown',
  ],
  [
    '** Postfach voll **\n\nIhre Nachricht an ben@example.net konnte nicht zugestellt werden, da das Postfach voll ist oder zurzeit zu viele Nachrichten empfängt.',
    'mailbox-full|rate-limited',
  ],
  [
    'Diese Nachricht wurde automatisch von der Mail-Zustellsoftware erstellt.\n\nEine Nachricht konnte an folgende Empfänger nicht zugestellt werden:\n\n  ben@example.net\n    Empfänger unbekannt',
    'user-unknown',
  ],
  [
    'Mail delivery failed: returning message to sender\n\nThis message was created automatically by mail delivery software (WEB.DE).\n\nben@example.net:\nSMTP error from remote server for RCPT TO command, host: mx.example.net (192.0.2.6) reason: 552 5.2.2 Mailbox size limit exceeded',
    'mailbox-full',
  ],
  [
    "Mail Delivery Failure\n\nVotre message n'a pas pu être remis au destinataire suivant :\nben@orange.fr\n550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_418 [418]",
    'user-unknown',
  ],
  [
    "次の受信者またはグループへの配信に失敗しました:\n\nben@example.jp\n指定された電子メールアドレスが見つかりませんでした。\n\nRemote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'",
    'user-unknown',
  ],
  [
    'このメールはメールサーバーから自動送信されています。\n以下の宛先へのメールは配信できませんでした。\n\n<ben@docomo.ne.jp>: host mfsmax.docomo.ne.jp[192.0.2.6] said: 550 Unknown user ben@docomo.ne.jp (in reply to RCPT TO command)',
    'user-unknown',
  ],
  [
    '<ben@icloud.com>: host mx01.mail.icloud.com said: 550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
    'policy|spam',
  ],
  [
    "<ben@yahoo.com>: 554 delivery error: dd This user doesn't have a yahoo.com account (ben@yahoo.com) [0] - mta1.mail.ne1.yahoo.com",
    'user-unknown',
  ],
  [
    '<ben@yahoo.com>: 554 30 Sorry, your message to ben@yahoo.com cannot be delivered. This mailbox is disabled (554.30).',
    'mailbox-disabled',
  ],
  [
    "<ben@hotmail.com>: host hotmail-com.olc.protection.outlook.com said: 550 5.7.1 Unfortunately, messages from [198.51.100.4] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).",
    'sender-blocked',
  ],
  [
    '<ben@aol.com>: 421 4.7.1 [TS03] All messages from 198.51.100.4 will be permanently deferred; Retrying will NOT succeed.',
    'sender-blocked|rate-limited',
  ],
  ['550 High probability of spam (ipfilter)', 'spam|sender-blocked'],
  [
    '550 Requested action not taken: mailbox unavailable. Reject due to SPF/DKIM policy GMX',
    'sender-authentication',
  ],
];
