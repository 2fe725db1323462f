import { dsn, type HeldOutBounce, heading, plain, rcpt, report } from './held-out-bounces.ts';

const base64 = (text: string) =>
  Buffer.from(text, 'utf8')
    .toString('base64')
    .replace(/.{76}/g, (row) => `${row}\n`);

/**
 * Bounces of the large providers, of gateways and of other countries, labelled before anybody looked at what the rules make of them: of these 61,
 * 59 were read rightly when they were first tried.
 */
export const fieldBounces: readonly HeldOutBounce[] = [
  [
    'Exchange Online, 5.1.10',
    report(
      'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ben@example.net not found by SMTP address lookup',
      '5.1.10',
    ),
    'user-unknown',
  ],
  [
    'Exchange Online, 5.7.124',
    report(
      'smtp;550 5.7.124 RESOLVER.RST.SenderNotInAllowedSendersList; not allowed to send to this group',
      '5.7.124',
    ),
    'policy',
    'sender-blocked',
  ],
  [
    'Exchange Online, 5.4.1',
    report(
      'smtp;550 5.4.1 Recipient address rejected: Access denied. For more information see https://aka.ms/EXOSmtpErrors [DB5.eur01.prod.outlook.com]',
      '5.4.1',
    ),
    'user-unknown',
    'policy',
  ],
  [
    'Exchange Online, mailbox full',
    report(
      'smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception',
      '5.2.2',
    ),
    'mailbox-full',
  ],
  [
    'Exchange Online, tenant threshold',
    report('smtp;550 5.7.705 Access denied, tenant has exceeded threshold', '5.7.705'),
    'rate-limited',
    'sender-blocked',
  ],
  [
    'Exchange Online, expired',
    report(
      'smtp;550 5.4.300 Message expired -> 451 4.4.0 primary target IP address responded with timeout',
      '5.4.300',
    ),
    'expired',
    'network',
  ],
  [
    'Exchange Online, loop',
    report('smtp;550 5.4.14 Hop count exceeded - possible mail loop ATTR34', '5.4.14'),
    'network',
    'server-error',
  ],
  [
    'Exchange Online, size',
    report('smtp;550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route', '5.3.4'),
    'too-big',
  ],
  [
    'Exchange Online, German words only',
    plain(
      'postmaster@example.onmicrosoft.com',
      'Unzustellbar: Angebot',
      'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nben@example.net\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden. Überprüfen Sie die E-Mail-Adresse des Empfängers, und versuchen Sie, die Nachricht erneut zu senden.\n',
    ),
    'user-unknown',
  ],
  [
    'Gmail, no such user',
    report(
      "smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos",
      '5.1.1',
    ),
    'user-unknown',
  ],
  [
    'Gmail, over quota',
    report(
      "smtp; 552-5.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaPerm",
      '5.2.2',
    ),
    'mailbox-full',
  ],
  [
    'Gmail, inactive',
    report(
      'smtp; 550-5.2.1 The email account that you tried to reach is inactive. Learn more at https://support.google.com/mail/?p=DisabledUser',
      '5.2.1',
    ),
    'mailbox-disabled',
  ],
  [
    'Gmail, unauthenticated',
    report(
      'smtp; 550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
      '5.7.26',
    ),
    'sender-authentication',
  ],
  [
    'Gmail, IPv6 without PTR',
    report(
      'smtp; 550-5.7.1 [2001:db8::5] Our system has detected that this message does not meet IPv6 sending guidelines regarding PTR records and authentication.',
      '5.7.1',
    ),
    'sender-blocked',
    'sender-authentication',
  ],
  [
    'Gmail, in words alone',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      '** Message blocked **\n\nYour message to ben@example.net has been blocked. See technical details below for more information.\n\nThe response was:\n\nMessage bounced due to organizational settings.\n',
    ),
    'policy',
  ],
  [
    'Gmail, in French',
    plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      "** Adresse introuvable **\n\nVotre message n'est pas parvenu à ben@example.net, car l'adresse est introuvable ou ne peut pas recevoir d'e-mail.\n",
    ),
    'user-unknown',
  ],
  [
    'Yahoo, no such mailbox',
    report(
      "smtp; 554 delivery error: dd This user doesn't have a yahoo.com account (ben@example.net) [0] - mta4123.mail.bf1.yahoo.com",
    ),
    'user-unknown',
  ],
  [
    'Yahoo, policy',
    report(
      'smtp; 554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
      '5.7.9',
    ),
    'sender-authentication',
    'policy',
  ],
  [
    'Yahoo, deferred',
    report(
      'smtp; 421 4.7.0 [TSS04] Messages from 203.0.113.5 temporarily deferred due to unexpected volume or user complaints',
      '4.7.0',
    ),
    'rate-limited',
    'sender-blocked',
  ],
  [
    'GMX, unknown',
    report(
      'smtp; 550 Requested action not taken: mailbox unavailable For explanation visit https://postmaster.gmx.net/en/case?c=r0103',
    ),
    'user-unknown',
    'mailbox-disabled',
  ],
  [
    'WEB.DE, block list',
    report(
      'smtp; 554-web.de (mxweb112) Nemesis ESMTP Service not available No SMTP service IP address is block listed. For explanation visit https://postmaster.web.de/en/case?c=r0301',
    ),
    'sender-blocked',
  ],
  [
    'T-Online, IP',
    report(
      'smtp; 554 IP=203.0.113.5 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.)',
    ),
    'sender-blocked',
  ],
  [
    'T-Online, unknown',
    report(
      'smtp; 550-5.7.0 Message considered as spam or virus, rejected 550-5.7.0 Message rejected because it was considered as spam',
      '5.7.0',
    ),
    'spam',
  ],
  [
    'Orange, unknown',
    report(
      'smtp; 550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
      '5.1.1',
    ),
    'user-unknown',
  ],
  [
    'Orange, too many',
    report(
      'smtp; 421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]',
    ),
    'rate-limited',
  ],
  [
    'Free, greylisting',
    report(
      'smtp; 451 too many errors from your ip (203.0.113.5), please visit http://postmaster.free.fr/',
      '4.0.0',
    ),
    'rate-limited',
    'sender-blocked',
  ],
  ['Free, spam', report('smtp; 550 spam detected', '5.0.0'), 'spam'],
  [
    'Comcast, IP',
    report(
      'smtp; 554 resimta-po-12v.sys.comcast.net resimta-po-12v.sys.comcast.net 203.0.113.5 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
    ),
    'sender-blocked',
    'spam',
  ],
  [
    'Comcast, PTR',
    report(
      'smtp; 421 4.1.0 203.0.113.5 Throttled - try again later. Please see https://postmaster.comcast.net/smtp-error-codes.php#RL000001',
      '4.1.0',
    ),
    'rate-limited',
  ],
  ['iCloud, quota', report('smtp; 552 5.2.2 <ben@example.net>: user is over quota', '5.2.2'), 'mailbox-full'],
  [
    'iCloud, policy',
    report(
      'smtp; 554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
      '5.7.1',
    ),
    'policy',
    'spam',
    'sender-blocked',
  ],
  [
    'Proofpoint',
    report('smtp; 554 Blocked - see https://ipcheck.proofpoint.com/?ip=203.0.113.5'),
    'sender-blocked',
  ],
  [
    'Mimecast',
    report(
      'smtp; 550 Rejected by header based manually Blocked Senders: anna@example.org - https://community.mimecast.com/docs/DOC-1369#550 [x.de1]',
    ),
    'sender-blocked',
    'policy',
  ],
  [
    'Mimecast, unknown',
    report('smtp; 550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [abcDEF.uk14]'),
    'user-unknown',
  ],
  [
    'Barracuda',
    report('smtp; 550 permanent failure for one or more recipients (ben@example.net:blocked)'),
    'sender-blocked',
    'policy',
    'spam',
    'user-unknown',
  ],
  [
    'Barracuda reputation',
    report(
      'smtp; 554 Service unavailable; Client host [203.0.113.5] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=203.0.113.5',
    ),
    'sender-blocked',
  ],
  [
    'Cisco, reputation',
    report(
      "smtp; 554-mx1.example.net 554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
    ),
    'sender-blocked',
  ],
  [
    'Strato',
    report(
      'smtp; 550 5.1.1 <ben@example.net>: Recipient address rejected: undeliverable address: unknown user',
      '5.1.1',
    ),
    'user-unknown',
  ],
  [
    'Strato, forged',
    report('smtp; 554 5.7.1 <anna@example.org>: Sender address rejected: SPF check failed. B-URL', '5.7.1'),
    'sender-authentication',
    'sender-blocked',
  ],
  [
    'IONOS, unknown',
    report(
      'smtp; 550-Requested action not taken: mailbox unavailable 550 For explanation visit http://postmaster.1and1.com/en/case?c=r0103',
    ),
    'user-unknown',
    'mailbox-disabled',
  ],
  ['OVH, quota', report('smtp; 452 4.2.2 <ben@example.net>: Mailbox full (#4.2.2)', '4.2.2'), 'mailbox-full'],
  [
    'OVH, spam',
    report('smtp; 550 5.7.1 Message rejected as spam by content scanning (mo512.mail-out.ovh.net)', '5.7.1'),
    'spam',
  ],
  [
    'Yandex, spam',
    report(
      'smtp; 554 5.7.1 [1] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1700000000-abcd',
      '5.7.1',
    ),
    'spam',
  ],
  ['Yandex, unknown', report('smtp; 550 5.7.1 No such user!', '5.7.1'), 'user-unknown'],
  [
    'Mail.ru, unknown',
    report(
      'smtp; 550 Message was not accepted -- invalid mailbox. Local mailbox ben@example.net is unavailable: user not found',
    ),
    'user-unknown',
  ],
  [
    'Mail.ru, blocked',
    report('smtp; 550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=abc'),
    'spam',
  ],
  [
    'QQ, frequency',
    report(
      'smtp; 550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726',
    ),
    'spam',
    'policy',
  ],
  [
    'QQ, unknown',
    report('smtp; 550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1000728'),
    'user-unknown',
  ],
  [
    'QQ, connections',
    report(
      'smtp; 550 Connection frequency limited. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1000725',
    ),
    'rate-limited',
  ],
  [
    '163, spam',
    report('smtp; 554 DT:SPM 163 mx12,abc http://mail.163.com/help/help_spam_16.htm?ip=203.0.113.5'),
    'spam',
  ],
  ['Naver, unknown', report('smtp; 550 5.1.1 No such user or account - nsmtp', '5.1.1'), 'user-unknown'],
  [
    'Naver, IP',
    report('smtp; 421 4.3.2 Your ip blocked from this server [203.0.113.5] - nsmtp', '4.3.2'),
    'sender-blocked',
  ],
  ['docomo', report('smtp; 550 Unknown user ben@example.net', '5.0.0'), 'user-unknown'],
  ['KDDI', report('smtp; 550 <ben@example.net>: User unknown', '5.0.0'), 'user-unknown'],
  [
    'KDDI, in Japanese',
    plain(
      'MAILER-DAEMON@example.net',
      'Mail System Error - Returned Mail',
      '次のあて先へのメッセージはエラーのため送信できませんでした。\n\n<ben@example.net>: ユーザーが見つかりません。\n',
    ),
    'user-unknown',
  ],
  [
    'UOL, full',
    report('smtp; 552 5.2.2 <ben@example.net>: Caixa postal do destinatario cheia. Mailbox full', '5.2.2'),
    'mailbox-full',
  ],
  ['UOL, policy', report('smtp; 554 5.7.1 Mensagem rejeitada por suspeita de spam', '5.7.1'), 'spam'],
  [
    'Locaweb',
    report(
      'smtp; 550 5.7.1 Seu IP 203.0.113.5 esta bloqueado por mau comportamento. Veja https://www.locaweb.com.br/blacklist',
      '5.7.1',
    ),
    'sender-blocked',
  ],
  [
    'A report in base64',
    dsn('MAILER-DAEMON@mail.example.org', 'Undelivered Mail', 'x', 'X').replace(
      /Content-Type: message\/delivery-status[\s\S]*?\n--B1/,
      `Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n${base64(`Reporting-MTA: dns; mail.example.org\n\n${rcpt('failed', '5.1.1', 'smtp; 550 5.1.1 <ben@example.net>: User unknown')}\n`)}\n--B1`,
    ),
    'user-unknown',
  ],
  [
    'Quoted-printable words',
    `${heading('postmaster@example.net', 'Unzustellbar', 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n')}\nIhre Nachricht konnte nicht zugestellt werden:\n\n  ben@example.net\n    Das Postfach des Empf=C3=A4ngers ist =\nvoll.\n`,
    'mailbox-full',
  ],
  [
    'HTML alone',
    `${heading('postmaster@example.net', 'Undeliverable: hi', 'MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n')}\n<html><body><p>Delivery has failed to these recipients or groups:</p><p><a href="mailto:ben@example.net">ben@example.net</a></p><p>The recipient&#8217;s mailbox is full and can&#8217;t accept messages now.</p></body></html>\n`,
    'mailbox-full',
  ],
];
