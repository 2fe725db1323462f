/**
 * Bounces of small hosters, gateways and old servers, and of providers in ten languages, with the reasons that may be named; labelled before
 * they were tried. 90 of the 99 were right then; four that stayed open are left out.
 */
export const longTailBounces: readonly (readonly [text: string, reasons: string])[] = [
  [
    'Your message cannot be delivered to the following recipients:\n\nRecipient address: hans@kanzlei.example\nReason: Remote SMTP server has rejected address\nDiagnostic code: smtp;550 5.1.1 User unknown; rejecting\nRemote system: dns;mail.kanzlei.example (TCP|10.0.0.1|4711|192.0.2.3|25)',
    'user-unknown',
  ],
  [
    'GroupWise: Mail message to user1@firma.example failed.\nThe attached message could not be delivered.\nReason: 450 MAILBOX NOT FOUND - D201',
    'user-unknown',
  ],
  [
    'Delivery Failure Report\nYour document:  Re: Angebot\nwas not delivered to:  meier@firma.example\nbecause:  User meier (meier@firma.example) not listed in Domino Directory',
    'user-unknown',
  ],
  [
    'Delivery Failure Report\nYour document: Quartal\nwas not delivered to: bob@corp.example\nbecause: Error delivering to CN=Bob/O=Corp mail\\bob.nsf; Database would exceed its disk quota',
    'mailbox-full',
  ],
  [
    'Ihr Dokument: Bericht\nwurde nicht zugestellt an: erika@behoerde.example\nda: Benutzer erika (erika@behoerde.example) nicht im Domino-Verzeichnis aufgeführt',
    'user-unknown',
  ],
  [
    'hMailServer: Your message did not reach some or all of the intended recipients.\n\n   Sent: Mon, 2 Nov 2026\n   Subject: Test\n\nThe following recipient(s) could not be reached:\n\njane@small.example\n   Error Type: SMTP\n   Remote server (192.0.2.9) issued an error.\n   hMailServer sent: RCPT TO:<jane@small.example>\n   Remote server replied: 550 Unknown user',
    'user-unknown',
  ],
  [
    "hMailServer: Your message did not reach some or all of the intended recipients.\nThe following recipient(s) could not be reached:\njoe@gone.example\n   Error Type: SMTP\n   Error Description: No mail servers appear to exists for the recipient's address.\n   Additional information: Please check that you have not misspelled the recipient's email address.",
    'host-unknown',
  ],
  [
    'MDaemon: The following data may contain sections which represent BASE64 encoded file attachments.\nYour message to max@firma.example\n <max@firma.example>: No such user here',
    'user-unknown',
  ],
  [
    '--- Session Transcript ---\n Mon 2026-11-02 10:00:00: Attempting SMTP connection to [192.0.2.4:25]\n Mon 2026-11-02 10:00:21: * Winsock Error 10060 Connection timed out.\n--- End Transcript ---\nThe attached message had PERMANENT fatal delivery errors!\nFailed address: tom@slow.example',
    'network|expired',
  ],
  [
    'Kerio Connect: Your message was not delivered to the following recipients: ana@escuela.example - 550 5.1.1 Mailbox does not exist',
    'user-unknown',
  ],
  ['Kerio Connect: message to ana@escuela.example: 452 4.2.2 Mailbox quota exceeded', 'mailbox-full'],
  [
    'Zimbra: <pia@uni.example>: host lmtp.uni.example[10.1.1.5] said: 552 5.2.2 Over quota (in reply to RCPT TO command)',
    'mailbox-full',
  ],
  ['<leo@uni.example>: mail for uni.example loops back to myself', 'network|server-error'],
  [
    '<ann@shop.example>: Host or domain name not found. Name service error for name=shop.example type=AAAA: Host not found',
    'host-unknown',
  ],
  ['<info@shop.example>: unknown user: "info"', 'user-unknown'],
  [
    '<sales@shop.example>: maildir delivery failed: error writing message: Disk quota exceeded',
    'mailbox-full',
  ],
  [
    "<sales@shop.example>: can't create user output file. Command output: procmail: Quota exceeded while writing",
    'mailbox-full',
  ],
  [
    "Hi. This is the qmail-send program at mail.klein.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n<bo@klein.example>:\nSorry, no mailbox here by that name. (#5.1.1)",
    'user-unknown',
  ],
  [
    "Hi. This is the qmail-send program at mail.klein.example.\n<bo@weit.example>:\nCNAME lookup failed temporarily. (#4.4.3)\nI'm not going to try again; this message has been in the queue too long.",
    'network|host-unknown|expired',
  ],
  [
    "Hi. This is the qmail-send program at mx.example.\n<eva@x.example>:\nUser's mailbox is over quota",
    'mailbox-full',
  ],
  [
    'The following address failed:\n\n  kim@vps.example:\n    all relevant MX records point to non-existent hosts',
    'host-unknown',
  ],
  [
    '  office@kmu.example\n    SMTP error from remote mail server after end of data:\n    552 5.7.0 Message rejected: contains an executable attachment (.exe)',
    'policy|virus',
  ],
  [
    '  office@kmu.example\n    host mail.kmu.example [192.0.2.40]\n    SMTP error from remote mail server after RCPT TO:<office@kmu.example>:\n    550-Verification failed for <me@mine.example>\n    550-No Such User Here\n    550 Sender verify failed',
    'sender-blocked',
  ],
  [
    '   ----- The following addresses had permanent fatal errors -----\n<pete@old.example>\n    (reason: 550 5.7.1 <pete@old.example>... Relaying denied. IP name lookup failed [192.0.2.6])',
    'relay-denied',
  ],
  [
    '   ----- The following addresses had permanent fatal errors -----\n<pete@old.example>\n    (reason: 553 5.3.0 <pete@old.example>... Spam blocked see: http://spamcop.net)',
    'sender-blocked|spam',
  ],
  [
    '   ----- Transcript of session follows -----\n553 5.3.5 system config error\n501 5.6.0 Data format error',
    'server-error|policy',
  ],
  ['550 5.7.1 Message rejected due to content restrictions - Barracuda', 'policy|spam'],
  [
    '554 Service unavailable; Client host [198.51.100.7] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=198.51.100.7',
    'sender-blocked',
  ],
  ['550 5.7.0 Local Policy Violation - Proofpoint Essentials', 'policy'],
  ['554 5.7.0 Message Size Violation (Proofpoint)', 'too-big'],
  [
    '554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554',
    'policy|spam|virus',
  ],
  ['550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550', 'user-unknown'],
  [
    '451 Recipient temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451',
    'policy|rate-limited|sender-blocked|user-unknown|mailbox-disabled|network',
  ],
  ['550 5.7.1 Trend Micro Email Security: sender domain has no valid SPF record', 'sender-authentication'],
  ['550 High probability of spam (FortiMail)', 'spam'],
  [
    '554 5.7.1 This email from IP 192.0.2.10 has been rejected. The email message was detected as spam. (FortiMail)',
    'spam|sender-blocked',
  ],
  ['554 5.7.1 Infected: Heuristics.Phishing - SonicWall', 'virus|spam'],
  ['#5.1.0 Address rejected. (IronPort)', 'user-unknown'],
  ['552 #5.3.4 message size exceeds limit (Cisco ESA)', 'too-big'],
  ['550 5.7.1 Unable to relay recipient in non-accepted domain', 'relay-denied'],
  ['550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain', 'host-unknown'],
  ['550 4.4.7 QUEUE.Expired; message expired', 'expired'],
  ['550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient', 'too-big'],
  ['550 5.7.1 RESOLVER.RST.AuthRequired; authentication required', 'sender-blocked|policy|relay-denied'],
  ['432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded', 'rate-limited'],
  ['550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found', 'user-unknown'],
  ['550 5.6.0 M2MCVT.StorageError; storage error in content conversion', 'server-error|policy'],
  [
    '宛先 hanako@kaisha.example に配信できませんでした。理由: メールボックスの容量が超過しています',
    'mailbox-full',
  ],
  ['550 Sorry, 该邮箱不存在 (zh provider) <wang@qiye.example>', 'user-unknown'],
  ['退信: 对方邮箱已满，无法投递 <li@qiye.example>', 'mailbox-full'],
  ['收件人 zhao@qiye.example 的域名不存在，邮件被退回', 'host-unknown'],
  ['Не удалось доставить письмо на адрес olga@firma.example: пользователь не найден', 'user-unknown'],
  ['Ваше сообщение не доставлено: oleg@firma.example: ящик переполнен', 'mailbox-full'],
  ['550 spam message rejected. Please visit http://help.mail.ru/notspam-support', 'spam'],
  ["Le message n'a pas pu être remis à luc@pme.example : boîte aux lettres pleine", 'mailbox-full'],
  ['Échec de la remise pour luc@pme.example : adresse inconnue', 'user-unknown'],
  ['550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_418', 'user-unknown'],
  ['No se pudo entregar el mensaje a luis@pyme.example: el buzón está lleno', 'mailbox-full'],
  ['No se pudo entregar el mensaje a luis@pyme.example: el dominio no existe', 'host-unknown'],
  ['A mensagem para rui@loja.example não foi entregue: caixa postal cheia', 'mailbox-full'],
  ['Sua mensagem para rui@loja.example não foi entregue: usuário inexistente', 'user-unknown'],
  ['550 5.7.1 Mensagem rejeitada: remetente não autenticado (SPF) - UOL Host', 'sender-authentication'],
  ['554 5.7.1 Recusado: seu IP está em lista negra - Locaweb', 'sender-blocked'],
  [
    'Die E-Mail an max@amt.example konnte nicht zugestellt werden, da das Postfach deaktiviert ist',
    'mailbox-disabled',
  ],
  ['550 Mailbox gesperrt - Account suspended (all-inkl)', 'mailbox-disabled'],
  ['552 Nachricht zu groß: maximal 20 MB erlaubt - Strato', 'too-big'],
  ['554 5.7.1 Spamverdacht - Nachricht abgewiesen (df.eu)', 'spam'],
  ['Il messaggio non è stato consegnato a gino@ditta.example: casella piena', 'mailbox-full'],
  ['Il messaggio non è stato consegnato a gino@ditta.example: utente sconosciuto', 'user-unknown'],
  ['Uw bericht aan jan@zaak.example kon niet worden bezorgd: postvak vol', 'mailbox-full'],
  ['Wiadomość do ewa@firma.example nie została dostarczona: skrzynka pełna', 'mailbox-full'],
  [
    "550 5.7.26 Unauthenticated email from mine.example is not accepted due to domain's DMARC policy",
    'sender-authentication',
  ],
  ['550 DMARC check failed for mine.example - smarthost kasserver', 'sender-authentication'],
  ['550 SPF MAILFROM check failed (all-inkl)', 'sender-authentication'],
  ['4.7.0 too many messages from this sender, try later - hosteurope', 'rate-limited'],
  ['554 Too many hops 26 (25 max)', 'network'],
  ['511 sorry, no mailbox here by that name (#5.1.1 - chkuser)', 'user-unknown'],
  ["553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", 'relay-denied'],
  ['571 sorry, sender address has invalid format (#5.7.1 - chkuser)', 'sender-blocked|policy'],
  ['451 qq temporary problem (#4.3.0)', 'server-error'],
  ['552 sorry, that message size exceeds my databytes limit (#5.3.4)', 'too-big'],
  ['550 mail not accepted from blacklisted IP address [192.0.2.8] (OpenSMTPD/rspamd)', 'sender-blocked'],
  ['550 Invalid recipient: <no@osmtp.example>', 'user-unknown'],
  ['421 Temporary Error: Too many connections from your host', 'rate-limited'],
  ['Message to <x@y.example> bounced: Network error on destination MXs (OpenSMTPD)', 'network'],
  ['Courier: <x@y.example>: 550 User unknown. ', 'user-unknown'],
  [
    'UNDELIVERABLE MAIL: Your message to the following recipients cannot be delivered: <dora@c.example>: <<< 550 User account is unavailable >>>',
    'mailbox-disabled|user-unknown',
  ],
  ['SurgeMail: Message to dora@c.example failed: 550 Account over quota', 'mailbox-full'],
  [
    "CommuniGate Pro: Failed to deliver to 'ivan@cg.example'\n LOCAL module(account ivan) reports:\n account is full (quota exceeded)",
    'mailbox-full',
  ],
  [
    "CommuniGate Pro: Failed to deliver to '<ivan@cg.example>'\nSMTP module(domain cg.example) reports:\n host name is unknown",
    'host-unknown',
  ],
  [
    'IceWarp: Message rejected - recipient verification: 550 5.1.1 <tim@iw.example> User unknown',
    'user-unknown',
  ],
  [
    'Axigen: The message could not be delivered to user tim@ax.example: Mailbox is over its quota',
    'mailbox-full',
  ],
  [
    'SmarterMail: Could not deliver message to the following recipient(s): Failed Recipient: tim@sm.example Reason: Remote host said: 550 5.1.1 The email account that you tried to reach does not exist',
    'user-unknown',
  ],
  [
    'Mailenable: MAILENABLE: Message could not be delivered. Reason: ME-E0190: Message Delivery Failure. The following recipient(s) could not be reached: tim@me.example: No such mailbox',
    'user-unknown',
  ],
  ['X.400 NDR: The recipient name is not recognized - recipient tim@gov.example', 'user-unknown'],
];
/** Errors of devices, services and programs, with the causes that may come first; of 40, 37 were right when they were first tried. */
export const longTailTexts: readonly (readonly [text: string, causes: string])[] = [
  ['Postfix: SASL authentication failure: Password verification failed', 'login-rejected'],
  [
    'warning: SASL authentication failed; cannot authenticate to server mail.hoster.example[192.0.2.5]: no mechanism available',
    'auth-method-wrong',
  ],
  ['msmtp: TLS certificate verification failed: the certificate has expired', 'certificate-expired'],
  ['ssmtp: Cannot open mail.example.org:587', 'submission-blocked|server-down|server-name-wrong'],
  [
    "sendemail[123]: ERROR => Unable to connect to mail.example.org:25 --- The server didn't respond",
    'port-25-blocked',
  ],
  [
    'swaks: *** Error connecting to mail.example.org:25: IO::Socket::INET6: connect: timeout',
    'port-25-blocked',
  ],
  [
    'Synology DSM: Failed to send test message. Authentication failed. Please check your account and password.',
    'login-rejected|app-password-needed',
  ],
  [
    'QNAP: Unable to send email: SMTP server connection timed out',
    'submission-blocked|port-25-blocked|server-down',
  ],
  ['Brother MFC: Authentication Error. Contact your administrator', 'login-rejected|auth-needed'],
  ['KONICA MINOLTA bizhub: Login Error (E-mail TX)', 'login-rejected|auth-needed'],
  ['Ricoh: Authentication with the destination has failed. Check Settings.', 'login-rejected'],
  ['Kyocera: Send error 1102: login user name or password incorrect', 'login-rejected'],
  [
    'Kyocera: Send error 1103 / 1105 host name not found',
    'server-name-wrong|dns-unreachable|auth-needed|server-policy|submission-blocked|port-25-blocked|wrong-port',
  ],
  [
    'HP: The SMTP server requires authentication or the specified credentials are not valid',
    'login-rejected|auth-needed',
  ],
  [
    'Fritz!Box: Push Service Mail konnte nicht versendet werden: Anmeldung am Mailserver fehlgeschlagen',
    'login-rejected',
  ],
  [
    'WordPress: The email could not be sent. Possible reason: your host may have disabled the mail() function.',
    'hoster-blocks-smtp|program-broken|server-misconfigured',
  ],
  [
    'WP Mail SMTP: SMTP connect() failed. Extension openssl is missing',
    'program-broken|program-too-old|server-misconfigured|hoster-blocks-smtp',
  ],
  ['Joomla: Could not instantiate mail function.', 'hoster-blocks-smtp|program-broken|server-misconfigured'],
  ['Nextcloud: Connection to "ssl://smtp.strato.de:465" timed out.', 'submission-blocked'],
  [
    'Nextcloud: Failed to authenticate on SMTP server with username "me@x.example" using the following authenticators: "LOGIN", "PLAIN".',
    'login-rejected|app-password-needed',
  ],
  [
    'Grafana: failed to send notification: dial tcp: lookup smtp.intern on 127.0.0.11:53: no such host',
    'server-name-wrong|dns-unreachable',
  ],
  [
    'Alertmanager: establish connection to server: *smtp.plainAuth auth: unencrypted connection',
    'security-mismatch',
  ],
  [
    "Jenkins: com.sun.mail.util.MailConnectException: Couldn't connect to host, port: localhost, 25; timeout -1",
    'server-name-wrong|server-down',
  ],
  [
    'GitLab: OpenSSL::SSL::SSLError: SSL_connect returned=1 errno=0 state=error: certificate verify failed (hostname mismatch)',
    'certificate-name-mismatch',
  ],
  [
    'Odoo: Connection Test Failed! Here is what we got instead: [SSL: WRONG_VERSION_NUMBER] wrong version number',
    'security-mismatch',
  ],
  ['Zabbix: SSL connect error: error:0A00010B:SSL routines::wrong version number', 'security-mismatch'],
  [
    'Home Assistant: SMTPServerDisconnected: Connection unexpectedly closed',
    'security-mismatch|server-busy|client-blocklisted|antivirus|submission-blocked|tls-blocked|connection-lost',
  ],
  ['Proxmox: connect to smtp.gmail.com[2a00:1450::6c]:587: Network is unreachable', 'ipv6-unreachable'],
  [
    'K-9 Mail: Negative SMTP reply: 535 5.7.8 Authentication failed',
    'login-rejected|app-password-needed|oauth-needed',
  ],
  [
    'FairEmail: javax.mail.AuthenticationFailedException: 534 5.7.9 Application-specific password required',
    'app-password-needed',
  ],
  [
    'Mail on iPhone: Cannot Send Mail. The connection to the outgoing server failed. Additional Outgoing Mail Servers can be configured in Settings',
    'submission-blocked|port-25-blocked|server-down|wrong-port|server-name-wrong|login-rejected',
  ],
  [
    'eM Client: Cannot authenticate to server smtp.mail.ru using password',
    'login-rejected|app-password-needed',
  ],
  [
    'Mailbird: Login failed. Please check your settings: SMTP 5.7.0 authentication required',
    'auth-needed|login-rejected',
  ],
  ['Spark: Unable to send: 553 5.7.1 Sender address rejected: not owned by user', 'sender-rejected'],
  ['The Bat! - SEND - SMTP: Получатель отвергнут сервером: 550 relaying denied', 'relay-denied|auth-needed'],
  ['Foxmail: 发送失败 535 Login Fail. Please enter your authorization code to login', 'app-password-needed'],
  ['Claws: *** SMTP AUTH failed ***', 'login-rejected|auth-method-wrong'],
];
