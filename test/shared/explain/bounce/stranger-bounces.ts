/**
 * Bounces as people paste them, whole or only the lines that look telling, with the reasons that may be named for the first recipient;
 * written down before they were tried. 51 of the 53 were right then.
 */
export const strangerBounces: readonly (readonly [text: string, reasons: string])[] = [
  [
    "Delivery has failed to these recipients or groups:\n\nanna@contoso.example\nThe recipient's mailbox is full and can't accept messages now. Please try resending your message later, or contact the recipient directly.\n\nDiagnostic information for administrators:\nGenerating server: DB9PR01MB8888.eurprd01.prod.exchangelabs.com\nanna@contoso.example\nRemote server returned '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded'",
    'mailbox-full',
  ],
  [
    "Ihre Nachricht an info@firma.example konnte nicht zugestellt werden.\n\ninfo wurde in firma.example nicht gefunden.\n\nDiagnoseinformationen für Administratoren:\ninfo@firma.example\nRemote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient info@firma.example not found by SMTP address lookup'",
    'user-unknown',
  ],
  [
    "Your message to ceo@corp.example couldn't be delivered.\nA custom mail flow rule created by an admin at corp.example has blocked your message.\n Access denied, 550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
    'policy',
  ],
  [
    "Your message to all@corp.example couldn't be delivered.\nYou aren't allowed to send to this group... 550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group",
    'sender-blocked|policy|relay-denied',
  ],
  [
    "Remote Server returned '550 5.4.310 DNS domain exmaple.invalid does not exist [Message=InfoDomainNonexistent]'",
    'host-unknown',
  ],
  [
    "Remote Server at mx.bank.example (10.13.24.5) returned '400 4.4.7 Message delayed' LED=450 4.4.316 Connection refused [Message=Socket error code 10061]",
    'network|expired',
  ],
  [
    "Office 365: Your message wasn't delivered because the recipient's email provider rejected it. 550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP.",
    'sender-blocked',
  ],
  [
    '550 5.7.520 Access denied, Your organization does not allow external forwarding. Please contact your administrator for further assistance. AS(7555)',
    'policy',
  ],
  [
    '550 5.1.8 Access denied, bad outbound sender AS(42004) [AM7EUR03FT012.eop-EUR03.prod.protection.outlook.com]',
    'sender-blocked|rate-limited',
  ],
  [
    "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: me@sender.example\nSubject: Delivery Status Notification (Failure)\nDate: Tue, 3 Nov 2026 10:11:12 +0100\nMessage-ID: <x1@mx.example>\nContent-Type: text/plain; charset=utf-8\n\n** Address not found **\n\nYour message wasn't delivered to lea@uni.example because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 <lea@uni.example>: Recipient address rejected: User unknown in virtual mailbox table\n",
    'user-unknown',
  ],
  [
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: me@sender.example\nSubject: Delivery Status Notification (Failure)\nDate: Tue, 3 Nov 2026 10:11:12 +0100\nMessage-ID: <x1@mx.example>\nContent-Type: text/plain; charset=utf-8\n\n** Nachricht blockiert **\n\nIhre Nachricht an max@gmail.com wurde blockiert. Weitere Informationen finden Sie unten in den technischen Details.\n\nAntwort:\n550-5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.\n',
    'sender-authentication',
  ],
  [
    "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: me@sender.example\nSubject: Delivery Status Notification (Delay)\nDate: Tue, 3 Nov 2026 10:11:12 +0100\nMessage-ID: <x1@mx.example>\nContent-Type: text/plain; charset=utf-8\n\n** Delivery incomplete **\n\nThere was a temporary problem delivering your message to bob@old.example. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.\n\nThe response was:\nThe recipient server did not accept our requests to connect. [mx.old.example 203.0.113.4: timed out]\n",
    'network|expired',
  ],
  [
    "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: me@sender.example\nSubject: Delivery Status Notification (Failure)\nDate: Tue, 3 Nov 2026 10:11:12 +0100\nMessage-ID: <x1@mx.example>\nContent-Type: text/plain; charset=utf-8\n\n** Message too large **\nYour message couldn't be delivered to pia@gmail.com because it exceeds the size limit. Try reducing the message size and resending.\n552-5.3.4 Your message exceeded Google's message size limits.\n",
    'too-big',
  ],
  [
    'The email account that you tried to reach is over quota and inactive. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaPerm 552 5.2.2',
    'mailbox-full|mailbox-disabled',
  ],
  [
    '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your SPF domain [x.example]. To protect our users from spam, mail sent from your domain has been temporarily rate limited.',
    'rate-limited|sender-blocked',
  ],
  [
    '550-5.7.25 The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not point to the sending IP.',
    'sender-blocked',
  ],
  [
    'Sorry, we were unable to deliver your message to the following address.\n\n<kim@yahoo.com>:\n554: 30 Sorry, your message to kim@yahoo.com cannot be delivered. This mailbox is disabled (554.30).',
    'mailbox-disabled',
  ],
  [
    'Sorry, we were unable to deliver your message to the following address.\n<a@aol.com>:\n552: 1 Requested mail action aborted, mailbox not found',
    'user-unknown',
  ],
  [
    '553 5.7.2 [TSS09] All messages from 203.0.113.77 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes',
    'sender-blocked|rate-limited',
  ],
  [
    'From: "GMX Mailer Daemon" <mailer-daemon@gmx.de>\nTo: me@sender.example\nSubject: Mail delivery failed: returning message to sender\nDate: Tue, 3 Nov 2026 10:11:12 +0100\nMessage-ID: <x1@mx.example>\nContent-Type: text/plain; charset=utf-8\n\nThis message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of\nits recipients. This is a permanent error. The following address\nfailed:\n\ntom@example.org:\nSMTP error from remote server for RCPT TO command, host: mx.example.org (192.0.2.9) reason: 550 Requested action not taken: mailbox unavailable\n',
    'user-unknown',
  ],
  [
    '554-web.de (mxweb112) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.',
    'sender-blocked',
  ],
  [
    '552-Requested mail action aborted: exceeded storage allocation\n552 Quota exceeded. The recipient mailbox is full. (gmx.net)',
    'mailbox-full',
  ],
  [
    '550-Requested action not taken: mailbox unavailable\n550 invalid DNS A/AAAA resource record for sender domain',
    'sender-blocked|sender-authentication',
  ],
  [
    '554 Transaction failed\n554-Reject due to policy restrictions.\n554 For explanation visit https://postmaster.gmx.net/en/case?c=hi&i=ip&v=203.0.113.1',
    'policy|sender-blocked',
  ],
  [
    '<max@icloud.com>: host mx01.mail.icloud.com[17.57.154.33] said: 552 5.2.2 <max@icloud.com>: user is over quota (in reply to RCPT TO command)',
    'mailbox-full',
  ],
  [
    '550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
    'policy|sender-blocked|spam',
  ],
  ['554 5.7.1 [HM08] Message rejected due to local policy.', 'policy|sender-blocked|spam'],
  ['550 5.7.0 Local Policy Violation - https://proofpoint.my.site.com/protection', 'policy'],
  [
    '<pat@corp.example>: host mx0a-001a1b01.pphosted.com[148.163.1.1] said: 554 5.7.1 <x[203.0.113.5]>: Client host rejected: Access denied - Blocked - see https://ipcheck.proofpoint.com/?ip=203.0.113.5',
    'sender-blocked',
  ],
  [
    '550 Rejected by header based manually Blocked Senders - https://community.mimecast.com/docs/DOC-1369#550 [abc.uk123]',
    'sender-blocked|policy',
  ],
  [
    '451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Z1x]',
    'server-error|sender-blocked|rate-limited',
  ],
  [
    '550 permanent failure for one or more recipients (joe@corp.example:blocked)',
    'policy|sender-blocked|user-unknown',
  ],
  [
    '550 Service unavailable; Client host [203.0.113.44] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=203.0.113.44',
    'sender-blocked',
  ],
  ['550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550', 'user-unknown'],
  [
    '554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554',
    'virus|policy|spam',
  ],
  [
    "From: MAILER-DAEMON@mail.isp.example\nTo: me@sender.example\nSubject: failure notice\nDate: Tue, 3 Nov 2026 10:11:12 +0100\nMessage-ID: <x1@mx.example>\nContent-Type: text/plain; charset=utf-8\n\nHi. This is the qmail-send program at mail.isp.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<foo@bar.example>:\nSorry, I couldn't find any host named bar.example. (#5.1.2)\n",
    'host-unknown',
  ],
  [
    'From: MAILER-DAEMON@mail.isp.example\nTo: me@sender.example\nSubject: failure notice\nDate: Tue, 3 Nov 2026 10:11:12 +0100\nMessage-ID: <x1@mx.example>\nContent-Type: text/plain; charset=utf-8\n\nHi. This is the qmail-send program at mail.isp.example.\n\n<foo@bar.example>:\n203.0.113.3 does not like recipient.\nRemote host said: 550 5.7.1 Message contains spam or malicious URL\nGiving up on 203.0.113.3.\n',
    'spam|virus',
  ],
  [
    'This message was created automatically by mail delivery software.\n\nA message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue on h1.example.\n\nThe address to which the message has not yet been delivered is:\n  z@slow.example\n    Delay reason: Connection timed out',
    'expired|network',
  ],
  [
    'This message was created automatically by mail delivery software.\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:\n\n  v@dom.example\n    all relevant MX records point to non-existent hosts',
    'host-unknown',
  ],
  [
    '  team@x.example\n    host aspmx.l.google.com [142.250.27.27]\n    SMTP error from remote mail server after end of data:\n    550-5.7.1 [203.0.113.1      12] Our system has detected that this message is\n    550-5.7.1 likely unsolicited mail.',
    'spam',
  ],
  [
    "This is the mail system at host mail.corp.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<li@qq.com>: host mx3.qq.com[203.205.219.57] said: 550 Mailbox unavailable or access denied [MXk1rZ5d]. https://service.mail.qq.com/detail/0/92. (in reply to RCPT TO command)",
    'user-unknown|sender-blocked',
  ],
  [
    '<o@orange.fr>: host smtp-in.orange.fr[80.12.26.32] said: 550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506] (in reply to end of DATA command)',
    'spam|sender-blocked',
  ],
  [
    '<o@libero.it>: host smtp-in.libero.it said: 550 smtp-11.iol.local smtp-11.iol.local IP blacklisted by CSI. For remediation please use https://csi.cloudmark.com/reset-request',
    'sender-blocked',
  ],
  ['<j@docomo.ne.jp>: host mfsmax.docomo.ne.jp said: 550 Unknown user j@docomo.ne.jp', 'user-unknown'],
  [
    'Не удалось доставить письмо. <ivan@mail.ru>: host mxs.mail.ru said: 550 Message was not accepted -- invalid mailbox. Local mailbox ivan@mail.ru is unavailable: account is disabled',
    'mailbox-disabled|user-unknown',
  ],
  ['<a@b.example>: mail for b.example loops back to myself', 'network'],
  [
    '<x@y.example>: Host or domain name not found. Name service error for name=y.example type=MX: Host not found, try again',
    'host-unknown|network',
  ],
  [
    '<x@y.example>: message size 48210332 exceeds size limit 35882577 of server mx.y.example[192.0.2.1]',
    'too-big',
  ],
  ['<x@y.example>: TLS is required, but was not offered by host mx.y.example[192.0.2.2]', 'policy|network'],
  [
    "Votre message n'a pas pu être remis à jean@exemple.fr car sa boîte aux lettres est saturée. (552 5.2.2)",
    'mailbox-full',
  ],
  [
    'El mensaje no se ha podido entregar: la dirección juan@empresa.example no existe (550 5.1.1)',
    'user-unknown',
  ],
  [
    'Uw bericht kon niet worden afgeleverd: 550 5.1.1 <piet@bedrijf.example> mailbox bestaat niet',
    'user-unknown',
  ],
  [
    '送信先のメールアドレス taro@example.jp が見つからないため、メッセージを配信できませんでした。550 5.1.1 User unknown',
    'user-unknown',
  ],
];
