/** A text, the causes that may come first, and when it may be said to try again; each `|` between. */
export type LabelledText = readonly [text: string, causes: string, retry: string];

/**
 * Texts in the spelling of real programs, servers and devices, labelled before anybody looked at what the rules make of them: 81 of these 98
 * were right when they were first tried, and of the twenty that are about something else than mail 14 were said to be unknown.
 */
export const labelledTexts: readonly LabelledText[] = [
  // Outlook and Windows in other languages
  [
    'Taak info@voorbeeld.nl - Verzenden heeft fout (0x80042109) gerapporteerd: Outlook kan geen verbinding maken met de server voor uitgaande e-mail (SMTP).',
    'port-25-blocked|submission-blocked',
    'after-change',
  ],
  [
    "L'attività 'a@esempio.it - Invio' ha segnalato un errore (0x800CCC78): Impossibile inviare il messaggio. Verificare l'indirizzo di posta elettronica nelle proprietà dell'account. Risposta del server: 550 5.7.1 Authentication is required for relay",
    'auth-needed|sender-rejected',
    'after-change',
  ],
  [
    'Zadanie „a@przyklad.pl - Wysyłanie” zgłosiło błąd (0x800CCC1A): „Serwer nie obsługuje określonego typu szyfrowania połączenia. Spróbuj zmienić metodę szyfrowania.”',
    'security-mismatch',
    'after-change',
  ],
  [
    'Задача "ivan@primer.ru - отправка" сообщила об ошибке (0x800CCC67): "Протокол SMTP: 421 Cannot connect to SMTP server 94.100.180.160 (94.100.180.160:25), connect error 10060"',
    'port-25-blocked|server-busy|antivirus',
    'after-change|later',
  ],
  [
    '"a@ornek.com.tr - Gönderiliyor" görevi hata (0x8004210B) bildirdi: "Gönderme (SMTP/POP3) sunucusundan yanıt beklenirken işlem zaman aşımına uğradı."',
    'submission-blocked|port-25-blocked|antivirus|slow-line|slow-greeting',
    'after-change|later',
  ],
  [
    'Úloha a@priklad.cz – Odesílání ohlásila chybu (0x800CCC92): E-mailový server odmítl vaše přihlášení. Ověřte uživatelské jméno a heslo v nastavení účtu.',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    '작업 "a@example.co.kr - 보내는 중"에서 오류(0x80042109)를 보고했습니다. "Outlook에서 보내는 메일(SMTP) 서버에 연결할 수 없습니다."',
    'port-25-blocked|submission-blocked',
    'after-change',
  ],
  [
    '任务“a@example.cn - 正在发送”报告了错误(0x800CCC0F):“与服务器的连接被中断。如果该问题继续出现，请与服务器管理员或 Internet 服务提供商(ISP)联系。”',
    'antivirus|connection-lost|security-mismatch',
    'after-change|later|now',
  ],
  [
    'Skicka testmeddelande: Outlook kan inte ansluta till servern för utgående e-post (SMTP). Kontrollera inställningarna.',
    'port-25-blocked|submission-blocked|wrong-port|server-down|local-firewall',
    'after-change',
  ],
  [
    'Der Kontotest ist fehlgeschlagen. Testnachricht senden: Keine der von diesem Client unterstützten Authentifizierungsmethoden wird von Ihrem Server unterstützt.',
    'auth-method-wrong|security-mismatch|oauth-needed',
    'after-change',
  ],
  [
    'Outlook for Mac: The server for account "Work" returned the error "Authentication failed because Outlook does not support any of the available authentication methods." Your username/password or security settings may be incorrect. Error code: -17895',
    'auth-method-wrong|oauth-needed',
    'after-change',
  ],
  [
    'Microsoft Outlook für Mac: Es konnte keine sichere Verbindung zum SMTP-Server smtp.example.de hergestellt werden. Fehlercode: -17897',
    'security-mismatch|certificate-problem|tls-intercepted|submission-blocked|port-25-blocked',
    'after-change',
  ],
  // Apple in other languages
  [
    'Impossibile inviare l’email. La connessione al server di uscita “smtp.esempio.it” non è riuscita. Impossibile contattare ulteriori server in uscita.',
    'port-25-blocked|submission-blocked|server-down|wrong-port|local-firewall|server-name-wrong',
    'after-change',
  ],
  [
    'Kan e-mail niet verzenden. De gebruikersnaam of het wachtwoord voor ‘smtp.voorbeeld.nl’ is onjuist.',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Det går inte att skicka e-post. Användarnamnet eller lösenordet för ”smtp.exempel.se” är felaktigt.',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    '无法发送邮件。“smtp.example.cn”的用户名或密码不正确。',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    '메일을 보낼 수 없음. 받는 사람 "b@example.net"이(가) 서버에서 거부되었습니다.',
    'relay-denied|auth-needed|recipient-wrong',
    'after-change',
  ],
  [
    'La identidad de “smtp.ejemplo.es” no se puede verificar. El certificado de este servidor no es válido.',
    'certificate-problem|certificate-untrusted|certificate-name-mismatch',
    'after-change',
  ],
  [
    'サーバの識別情報を検証できません。"smtp.example.jp"の識別情報を"メール"で検証できません。',
    'certificate-problem|certificate-untrusted|certificate-name-mismatch',
    'after-change',
  ],
  [
    'Could not authenticate to SMTP server “smtp.mail.me.com” (MCMailErrorDomain error 1033)',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  // Phones
  [
    'Gmail (Android): Serververbindung konnte nicht hergestellt werden. Bitte überprüfe den Postausgangsserver smtp.example.de und die Portnummer.',
    'port-25-blocked|submission-blocked|server-down|wrong-port|server-name-wrong',
    'after-change',
  ],
  [
    "Gmail Android : Impossible d'ouvrir la connexion au serveur",
    'port-25-blocked|submission-blocked|server-down|wrong-port|local-firewall',
    'after-change',
  ],
  [
    'Samsung E-Mail: Ausgangsserver-Authentifizierung fehlgeschlagen. Überprüfen Sie Benutzername und Passwort.',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Samsung Email: Server does not support TLS/SSL connection. Security type not supported.',
    'security-mismatch|starttls-stripped',
    'after-change',
  ],
  [
    'K-9 Mail: Nachricht konnte nicht gesendet werden. Negative SMTP-Antwort: 550 5.7.1 Sender address <a@example.org> not allowed for user b',
    'sender-rejected',
    'after-change',
  ],
  [
    'FairEmail: javax.net.ssl.SSLHandshakeException: Handshake failed SSL handshake terminated: ssl=0xb400: Failure in SSL library, usually a protocol error error:1000042e:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION',
    'tls-too-old|program-too-old',
    'after-change',
  ],
  [
    'FairEmail: com.sun.mail.smtp.SMTPAddressFailedException: 550 5.7.367 Remote server returned not permitted to relay -> 554 5.7.1 Relay access denied',
    'relay-denied|auth-needed',
    'after-change',
  ],
  // eM Client, The Bat!, others
  [
    'eM Client: [SMTP] Anmeldung fehlgeschlagen. 535 5.7.8 Error: authentication failed: (reason unavailable)',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'eM Client: Odeslání zprávy selhalo: Nelze navázat spojení se serverem smtp.priklad.cz',
    'port-25-blocked|submission-blocked|server-down|wrong-port|local-firewall',
    'after-change',
  ],
  [
    'The Bat!: 14:02:11: SEND - Ошибка приветствия TLS. Недействительный сертификат сервера (Этот сертификат выписан на другое имя).',
    'certificate-name-mismatch|certificate-problem|certificate-untrusted',
    'after-change',
  ],
  [
    '!14:05:44: SEND  - Server reports error. The response is: Authentication required (#5.7.0)',
    'auth-needed',
    'after-change',
  ],
  [
    'Postbox: Sending of message failed. Unable to authenticate to outgoing server (SMTP) smtp.example.com since it does not support authentication.',
    'auth-not-offered|wrong-port|security-mismatch',
    'after-change',
  ],
  [
    'Pegasus Mail: TCP/IP error: 10061 connection refused by host smtp.example.com',
    'port-25-blocked|wrong-port|server-down',
    'after-change',
  ],
  [
    'Eudora: Error Reading Network. Cause: connection aborted due to timeout or other failure (10053)',
    'antivirus|local-firewall|connection-lost',
    'later|now|after-change',
  ],
  [
    'Opera Mail: The SMTP server rejected your login. Please check username, password and authentication method.',
    'login-rejected|app-password-needed|auth-method-wrong',
    'after-change',
  ],
  [
    'KMail: Der Server hat den Absender „a@laptop.local“ abgelehnt. Serverantwort: 501 5.1.7 Bad sender address syntax',
    'sender-rejected',
    'after-change',
  ],
  [
    'Evolution: Der Fehler war: Befehl »MAIL FROM« fehlgeschlagen: Sender address rejected: Domain not found',
    'sender-rejected',
    'after-change',
  ],
  [
    'Geary: Problem sending email. GTlsError: Unacceptable TLS certificate',
    'certificate-problem|certificate-untrusted|certificate-name-mismatch',
    'after-change',
  ],
  [
    'Mutt: Certificate host check failed: certificate owner does not match hostname smtp.example.org',
    'certificate-name-mismatch',
    'after-change',
  ],
  [
    'NeoMutt: SMTP session failed: read error',
    'connection-lost|antivirus|security-mismatch',
    'now|later|after-change',
  ],
  [
    'alpine: Mail not sent. Sending error: 550 Mail from this address requires authentication',
    'auth-needed|sender-rejected',
    'after-change',
  ],
  [
    'Roundcube: SMTP Error (-1): Connection to server failed',
    'server-down|server-misconfigured|port-25-blocked|submission-blocked',
    'after-change',
  ],
  [
    'SnappyMail: Can\'t connect to host "ssl://smtp.example.org:465"',
    'submission-blocked|server-down|wrong-port|port-25-blocked',
    'after-change',
  ],
  [
    'Horde: There was an error sending your message: Failed to connect to ssl://mail.example.org:465 [SMTP: Failed to connect socket: Connection timed out (code: -1, response: )]',
    'submission-blocked',
    'after-change',
  ],
  // server logs
  [
    'postfix/smtp[4411]: warning: host smtp.office365.com[52.97.1.2]:587 offers no AUTH mechanisms; 7C1: to=<b@example.net>, status=deferred (SASL authentication failed; cannot authenticate to server)',
    'auth-not-offered|auth-method-wrong|login-rejected|security-mismatch',
    'after-change',
  ],
  [
    'postfix/smtp[881]: 3FA: to=<b@example.net>, relay=smtp.example.net[203.0.113.4]:587, dsn=5.7.57, status=bounced (host smtp.example.net said: 530 5.7.57 Client not authenticated to send mail. (in reply to MAIL FROM command))',
    'auth-needed',
    'after-change',
  ],
  [
    'postfix/smtp[90]: connect to smtp.example.net[203.0.113.4]:465: Connection timed out',
    'submission-blocked',
    'after-change',
  ],
  [
    'postfix/smtp[91]: warning: TLS library problem: error:0A000086:SSL routines::certificate verify failed:ssl/statem/statem_clnt.c:1889:',
    'certificate-problem|certificate-untrusted',
    'after-change',
  ],
  [
    'postfix/smtp[5]: 88D: host mail.example.net[203.0.113.9] said: 451 4.7.1 <b@example.net>: Recipient address rejected: Intentional policy rejection, please try again later (in reply to RCPT TO command)',
    'greylisting|server-policy|server-busy',
    'later',
  ],
  [
    'postfix/smtp[5]: 88D: to=<b@example.net>, status=deferred (lost connection with mx.example.net[203.0.113.9] while sending end of data -- message may be sent more than once)',
    'connection-lost|remote-server-down|server-busy|antivirus|message-too-large',
    'later|now',
  ],
  [
    '2026-04-02 10:00:00 1abcde-000001-AA ** b@example.net R=dnslookup T=remote_smtp H=mx.example.net [203.0.113.9] X=TLS1.3: SMTP error from remote mail server after MAIL FROM:<a@example.org> SIZE=3022: 550 5.7.1 Your host 198.51.100.4 has no reverse DNS',
    'client-refused',
    'after-change',
  ],
  [
    '2026-04-02 10:00:00 login_server authenticator failed for (laptop) [198.51.100.4]: 535 Incorrect authentication data (set_id=anna)',
    'login-rejected|login-name-form',
    'after-change',
  ],
  [
    'exim: SMTP call from [198.51.100.4] dropped: too many syntax or protocol errors (last command was "\\x16\\x03\\x01")',
    'security-mismatch|wrong-port|program-broken',
    'after-change',
  ],
  [
    'smtpd[3]: 9b1 smtp failed-command command="MAIL FROM:<a@example.org>" result="530 5.5.1 Invalid command: Must issue an AUTH command first"',
    'auth-needed',
    'after-change',
  ],
  [
    'smtpd: mta delivery evpid=77 from=<a@example.org> to=<b@example.net> source="-" relay="203.0.113.4 (smtp.example.net)" delay=2s result="TempFail" stat="Network error on destination MXs"',
    'remote-server-down|port-25-blocked|server-down',
    'later|after-change',
  ],
  [
    'sm-mta[71]: STARTTLS=client, relay=mx.example.net., version=TLSv1.3, verify=FAIL, cipher=TLS_AES_256_GCM_SHA384; stat=Deferred: 403 4.7.0 TLS handshake failed.',
    'certificate-problem|security-mismatch|tls-blocked|server-misconfigured|tls-too-old|tls-intercepted',
    'later|after-change',
  ],
  [
    'qmail: delivery 9: deferral: Connected_to_203.0.113.4_but_sender_was_rejected./Remote_host_said:_451_4.1.8_Domain_of_sender_address_does_not_resolve/',
    'sender-rejected',
    'later|after-change',
  ],
  [
    'Exchange: 451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts. The last endpoint attempted was 203.0.113.4:25',
    'remote-server-down|port-25-blocked|server-down',
    'later|after-change',
  ],
  [
    'Exchange: 454 5.7.3 Client does not have permission to Send As this sender (SMTP AUTH relay connector)',
    'sender-rejected',
    'after-change',
  ],
  // libraries
  [
    'Symfony\\Component\\Mailer\\Exception\\UnexpectedResponseException: Expected response code "250" but got code "501", with message "501 5.5.4 Invalid domain name".',
    'computer-name-invalid|sender-rejected',
    'after-change',
  ],
  [
    'Laravel: Failed to authenticate on SMTP server with username "apikey" using the following authenticators: "PLAIN", "LOGIN". Authenticator "PLAIN" returned "Expected response code "235" but got code "451", with message "451 Authentication failed: Maximum credits exceeded".',
    'own-quota|account-locked|rate-limit|login-rejected',
    'after-change|later',
  ],
  [
    'Django: smtplib.SMTPServerDisconnected: Server not connected',
    'security-mismatch|connection-lost|server-busy|client-blocklisted|program-broken|tls-blocked',
    'later|after-change|now',
  ],
  [
    'aiosmtplib.errors.SMTPConnectTimeoutError: Timed out connecting to smtp.example.com on port 587',
    'submission-blocked',
    'after-change',
  ],
  [
    'aiosmtplib.errors.SMTPException: Connection already using TLS',
    'security-mismatch|program-broken',
    'after-change',
  ],
  [
    'org.springframework.mail.MailAuthenticationException: Authentication failed; nested exception is jakarta.mail.AuthenticationFailedException: failed to connect, no password specified?',
    'login-rejected|profile-broken|auth-needed',
    'after-change',
  ],
  [
    'javax.mail.MessagingException: Exception reading response; nested exception is: javax.net.ssl.SSLException: Unsupported or unrecognized SSL message',
    'security-mismatch',
    'after-change',
  ],
  [
    'MailKit.Security.AuthenticationException: 535: 5.7.3 Authentication unsuccessful [AM6P192CA0055.EURP192.PROD.OUTLOOK.COM]',
    'login-rejected|smtp-auth-off|oauth-needed|app-password-needed',
    'after-change',
  ],
  [
    'MailKit.Net.Smtp.SmtpCommandException: 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message',
    'sender-rejected',
    'after-change',
  ],
  [
    'System.Net.Sockets.SocketException (10013): Ein Zugriff auf einen Socket war aufgrund der Zugriffsrechte des Sockets unzulässig',
    'local-firewall|antivirus',
    'after-change',
  ],
  [
    'go-mail: dial failed: tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-04-02T10:00:00Z is after 2026-03-30T23:59:59Z',
    'certificate-expired|clock-wrong',
    'after-change',
  ],
  [
    'smtp: server does not support SMTPUTF8',
    'recipient-wrong|program-too-old|server-policy|sender-rejected|content-refused',
    'after-change',
  ],
  [
    "Error: connect EHOSTUNREACH 203.0.113.4:587 - Local (192.168.1.4:51544) { errno: -113, code: 'ESOCKET', command: 'CONN' }",
    'port-25-blocked|submission-blocked|offline|server-down|vpn',
    'after-change',
  ],
  [
    "Error: Mail command failed: 553 5.7.1 <shop@example.org>: Sender address rejected: not owned by user anna@example.org { code: 'EENVELOPE', responseCode: 553 }",
    'sender-rejected',
    'after-change',
  ],
  [
    'Net::SMTPUnknownError: could not get 3xx (550: 550 5.1.0 Address rejected.)',
    'recipient-wrong|sender-rejected|relay-denied|server-policy',
    'after-change',
  ],
  [
    "curl: (60) SSL: no alternative certificate subject name matches target host name 'smtp.example.org'",
    'certificate-name-mismatch',
    'after-change',
  ],
  ['curl: (78) RCPT failed: 550', 'recipient-wrong|relay-denied|auth-needed', 'after-change'],
  [
    '<** 504 5.7.4 Unrecognized authentication type [FR0P281CA0066.DEUP281.PROD.OUTLOOK.COM] *** No authentication type succeeded',
    'smtp-auth-off|auth-method-wrong',
    'after-change',
  ],
  [
    'msmtp: authentication failed (method PLAIN); msmtp: server message: 535 5.7.8 Error: authentication failed: generic failure',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'msmtp: account default from /home/anna/.msmtprc: tls_fingerprint mismatch: TLS certificate verification failed: the certificate fingerprint does not match',
    'certificate-problem|certificate-untrusted|tls-intercepted|certificate-name-mismatch',
    'after-change',
  ],
  // Printers, NAS, cameras, and the like
  [
    'HP LaserJet: Scan to Email: The SMTP server rejected the login information. Contact the administrator.',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'HP OfficeJet: Unable to connect to the server. Check the outgoing e-mail server settings',
    'port-25-blocked|submission-blocked|server-name-wrong|wrong-port|server-down',
    'after-change',
  ],
  [
    'Lexmark: E-mail server not available. SMTP server is not set up. Contact system administrator. [31.40]',
    'server-name-wrong|profile-broken|submission-blocked|server-down|port-25-blocked',
    'after-change',
  ],
  [
    'Sharp MX: CE-01 / CE-09 mail server did not answer',
    'submission-blocked|port-25-blocked|server-name-wrong|server-down|security-mismatch',
    'after-change',
  ],
  [
    'Reolink: Test Failed. Email test failed (mail send timeout)',
    'submission-blocked|port-25-blocked|security-mismatch|server-down',
    'after-change',
  ],
  [
    'Dahua NVR: Email test: Sender authentication failed',
    'login-rejected|app-password-needed|auth-needed',
    'after-change',
  ],
  [
    'APC UPS NMC: Email: Could not send to recipient 1. SMTP server responded 530',
    'auth-needed|security-mismatch',
    'after-change',
  ],
  [
    'iDRAC: RAC0906: Unable to send the test email alert because the SMTP authentication failed',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Asustor ADM: Test message could not be sent. (Error: SMTP host unreachable)',
    'submission-blocked|port-25-blocked|server-down|server-name-wrong|offline',
    'after-change',
  ],
  // Replies
  [
    '535 Authentification refusée - vérifiez votre identifiant et mot de passe',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    "550 5.7.1 Refused by local policy. Sending from dynamic address pools is not permitted; use your provider's smarthost",
    'client-refused|client-blocklisted',
    'after-change',
  ],
  ['535 5.7.8 Usuário ou senha incorretos (#5.7.8)', 'login-rejected|app-password-needed', 'after-change'],
  [
    '554 5.7.1 Mensagem recusada: limite de envio por hora excedido',
    'rate-limit|own-quota',
    'later|after-change',
  ],
  [
    '550 5.7.1 Locaweb: remetente nao autenticado. Habilite a autenticacao SMTP no seu programa de e-mail',
    'auth-needed|sender-rejected',
    'after-change',
  ],
  [
    '535 ログインできません。ユーザーIDまたはパスワードをご確認ください',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  ['530 5.7.1 POP before SMTP or SMTP AUTH required (OP25B)', 'auth-needed|pop-before-smtp', 'after-change'],
  [
    '451 4.7.500 Server busy. Please try again later from [198.51.100.4]. (S77719)',
    'rate-limit|client-blocklisted|server-busy',
    'later',
  ],
  [
    '421 4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address',
    'rate-limit|client-blocklisted',
    'later',
  ],
  [
    '550 5.7.515 Access denied, sending domain EXAMPLE.ORG does not meet the required authentication level.',
    'dmarc',
    'after-change',
  ],
  // A second time, after the first were mended: 27 of these 32 were right at first, and 11 of 15 that are about other things.
  [
    'Outlook kunde inte ansluta till servern. Fel (0x800CCC0D): Servern kunde inte hittas.',
    'server-name-wrong',
    'after-change',
  ],
  [
    'Opgaven "a@eksempel.dk - sender" rapporterede en fejl (0x800CCC7D): Din udgående (SMTP) server understøtter ikke SSL-krypterede forbindelser.',
    'security-mismatch',
    'after-change',
  ],
  [
    'A feladat hibát jelentett (0x800CCC19): Időtúllépés történt a kiszolgálóval folytatott kommunikáció során.',
    'submission-blocked|port-25-blocked|antivirus|slow-greeting',
    'after-change|later',
  ],
  [
    'Non è possibile connettersi al server di posta in uscita. Verificare nome utente e password.',
    'login-rejected|port-25-blocked|submission-blocked|server-down|wrong-port|local-firewall|app-password-needed',
    'after-change',
  ],
  [
    'Mail: La connessione al server “smtp.esempio.it” sulla porta 465 è scaduta.',
    'submission-blocked',
    'after-change',
  ],
  [
    'Le serveur n’autorise pas le relais pour le destinataire « b@example.net ».',
    'relay-denied|auth-needed',
    'after-change',
  ],
  [
    'メッセージの送信中にエラーが発生しました: メールサーバーの応答: 5.7.1 Relaying denied',
    'relay-denied|auth-needed',
    'after-change',
  ],
  [
    'Samsung: Kontoeinrichtung nicht möglich. Zertifikat nicht gültig.',
    'certificate-problem|certificate-untrusted',
    'after-change',
  ],
  [
    "Gmail app: Couldn't sign in. Username or password incorrect. (outgoing server)",
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'postfix/submission/smtpd[12]: warning: unknown[198.51.100.4]: SASL LOGIN authentication failed: UGFzc3dvcmQ6',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'postfix/smtpd[12]: SSL_accept error from unknown[198.51.100.4]: -1; warning: TLS library problem: error:0A000416:SSL routines::sslv3 alert certificate unknown',
    'certificate-problem|certificate-untrusted|tls-intercepted|tls-too-old',
    'after-change',
  ],
  [
    'postfix/smtp[7]: 9A: to=<b@example.net>, relay=none, delay=0.2, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=exmaple.net type=AAAA: Host not found)',
    'recipient-wrong|server-name-wrong',
    'after-change',
  ],
  [
    "exim: 2026-04-02 1abc-00 == b@example.net R=smarthost T=smarthost_smtp defer (-53): retry time not reached for any host for 'example.net'",
    'remote-server-down|server-down|port-25-blocked|recipient-wrong',
    'later',
  ],
  [
    "exim: all hosts for 'example.net' have been failing for a long time (and retry time not reached)",
    'remote-server-down|server-down|port-25-blocked',
    'later',
  ],
  [
    'SMTP Error: data not accepted. SMTP server error: DATA END command failed Detail: Message rejected as spam SMTP code: 550',
    'content-refused',
    'after-change',
  ],
  [
    'SMTP ERROR: Password command failed: 535 Incorrect authentication data',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'SMTP ERROR: EHLO command not supported',
    'security-mismatch|port-25-intercepted|program-too-old|server-misconfigured|auth-not-offered',
    'after-change',
  ],
  [
    'ssl.SSLError: [SSL: UNSUPPORTED_PROTOCOL] unsupported protocol (_ssl.c:997)',
    'tls-too-old|program-too-old',
    'after-change',
  ],
  [
    'smtplib.SMTPResponseException: (452, b"4.3.1 Insufficient system storage")',
    'server-busy|server-misconfigured|recipient-quota',
    'later',
  ],
  [
    'OSError: [Errno 99] Cannot assign requested address',
    'server-name-wrong|offline|ipv6-unreachable|this-computer',
    'after-change',
  ],
  [
    'org.eclipse.angus.mail.smtp.SMTPSenderFailedException: 553 5.1.8 Domain of sender address not found',
    'sender-rejected',
    'after-change',
  ],
  [
    'System.Net.Mail.SmtpException: Mailbox unavailable. The server response was: 5.7.1 Client was not authenticated',
    'auth-needed',
    'after-change',
  ],
  [
    'System.IO.IOException: Authentication failed because the remote party has closed the transport stream.',
    'tls-blocked|security-mismatch|tls-too-old|login-rejected',
    'after-change',
  ],
  [
    '530 5.7.0 Authentication required (#5.7.1) - verifique se o seu programa esta configurado para autenticar',
    'auth-needed',
    'after-change',
  ],
  [
    'TLS handshake failed: A packet with illegal or unsupported version was received.',
    'tls-too-old|security-mismatch|program-too-old',
    'after-change',
  ],
  [
    'Brother TS-05: Mail Server Timeout. Check the SMTP server and port',
    'submission-blocked|port-25-blocked|server-name-wrong|wrong-port|server-down|security-mismatch',
    'after-change',
  ],
  [
    'FRITZ!Box: Push-Mail konnte nicht versendet werden. Der Mailserver hat die Anmeldedaten abgelehnt.',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Zyxel: Send mail failed, SMTP server refused the connection',
    'wrong-port|port-25-blocked|submission-blocked|server-down|local-firewall',
    'after-change',
  ],
  [
    '450 4.1.8 <a@example.org>: Sender address rejected: Domain not found',
    'sender-rejected',
    'after-change|later',
  ],
  ['552 5.7.0 Este mensaje supera el tamaño máximo permitido', 'message-too-large', 'after-change'],
  ['550 El buzón del destinatario está lleno', 'recipient-quota', 'later'],
  ['554 5.7.1 Vaše IP adresa je na blacklistu', 'client-blocklisted', 'after-change'],
];

/** About something else than mail, in words that mail programs use too. */
export const aboutOtherThings: readonly string[] = [
  'The file could not be opened because it is in use by another program.',
  "Login failed: invalid password for database user 'shop'",
  'Verbindung zum WLAN konnte nicht hergestellt werden. Falsches Passwort.',
  'kernel: usb 1-1: device descriptor read/64, error -71',
  'Your payment was declined by the card issuer (code 51).',
  "fatal: unable to access 'https://github.example/x.git/': Could not resolve host: github.example",
  'ORA-12541: TNS:no listener',
  'SQLSTATE[HY000] [2002] Connection refused',
  'Guten Morgen! Können wir den Termin auf Donnerstag verschieben?',
  'Received 550 kg of flour, invoice 554 attached',
  'Version 5.7.1 of the plugin was installed',
  'ssh: connect to host server.example port 22: Connection refused',
  'NET::ERR_CERT_DATE_INVALID Ihre Verbindung ist nicht privat',
  'The app has stopped responding. Close it or wait.',
  'Docker: error during connect: this error may indicate that the docker daemon is not running',
  'Votre commande n° 451 a été expédiée.',
  'プリンターに接続できません',
  'Paket konnte nicht zugestellt werden: Empfänger nicht angetroffen',
  'mount.nfs: Connection timed out',
  'El archivo adjunto no se pudo abrir',
  'Failed to connect to MySQL: Access denied for user root@localhost (using password: YES)',
  'Verbindung zum Drucker unterbrochen',
  'VPN: authentication failed, wrong pre-shared key',
  'curl: (22) The requested URL returned error: 404',
  'git@github.example: Permission denied (publickey).',
  'Netflix error NW-2-5: unable to connect',
  'The remote desktop connection was refused',
  'Ihre Kreditkarte wurde abgelehnt.',
  'Windows Update error 0x80240022',
  'Could not log in to your PlayStation account. Password is incorrect.',
  'Connection refused: localhost:5432',
  'Die Festplatte ist voll.',
  'Excel cannot open the file because the format is not valid',
  'java.net.ConnectException: Connection refused (http://localhost:8080/api)',
];
