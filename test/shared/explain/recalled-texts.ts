import type { LabelledText } from './labelled-texts.ts';

/**
 * Error texts as people meet them at devices, web programs, libraries, logs and phones, recalled and labelled before they were
 * tried: of 98, 88 were right then. Four that no program says so were corrected or left out, and three labels widened.
 */
export const recalledTexts: readonly LabelledText[] = [
  // Devices and storage
  [
    'Synology DSM: Failed to send an email notification. Please check your email settings (SMTP server, port, username and password).',
    'login-rejected|server-name-wrong|wrong-port|port-25-blocked|submission-blocked|server-down',
    'after-change',
  ],
  [
    'Synology: Failed to connect to the SMTP server. Please verify the SMTP server address and the port number.',
    'server-name-wrong|wrong-port|port-25-blocked|submission-blocked|server-down',
    'after-change',
  ],
  [
    'Synology NAS: Failed to authenticate the account. Please sign in again.',
    'login-rejected|oauth-needed|app-password-needed',
    'after-change',
  ],
  [
    'Synology: Fehler beim Senden der Test-E-Mail. Bitte überprüfen Sie den Benutzernamen und das Passwort.',
    'login-rejected|app-password-needed|login-name-form',
    'after-change',
  ],
  [
    'Synology DSM: The system is unable to send email because the SMTP authentication failed.',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Brother MFC-L2750DW: Authentication error, contact your administrator. Scan to E-mail Server',
    'login-rejected|app-password-needed|auth-needed',
    'after-change',
  ],
  [
    'HP LaserJet: Unable to connect to the SMTP server. Verify that the SMTP server address is correct.',
    'server-name-wrong|port-25-blocked|submission-blocked|server-down',
    'after-change',
  ],
  [
    'HP OfficeJet Scan to Email: The login credentials were rejected by the outgoing server',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Ricoh: Transmission has failed. SMTP server authentication failed. Check the SMTP authentication settings',
    'login-rejected|app-password-needed|auth-needed',
    'after-change',
  ],
  [
    'Kyocera: Send error 1101 SMTP server cannot be found',
    'server-name-wrong|dns-unreachable|domain-not-found|port-25-blocked|server-down',
    'after-change',
  ],
  [
    'Xerox WorkCentre: Job failed: SMTP server rejected the From address',
    'sender-rejected|auth-needed',
    'after-change',
  ],
  [
    'Konica Minolta bizhub: Cannot connect to the SMTP server (Server connection error)',
    'port-25-blocked|submission-blocked|server-down|server-name-wrong|wrong-port',
    'after-change',
  ],
  [
    'TrueNAS: [Errno 111] Connection refused while sending test mail to smtp.office365.com:25',
    'port-25-blocked|server-down|wrong-port|port-closed',
    'after-change',
  ],
  [
    "TrueNAS: Failed to send email: (535, b'5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.')",
    'smtp-auth-off',
    'after-change',
  ],
  [
    'FRITZ!Box: Die E-Mail-Benachrichtigung konnte nicht verschickt werden. Fehlercode: Anmeldung am SMTP-Server fehlgeschlagen',
    'login-rejected|app-password-needed|access-switch-off',
    'after-change',
  ],
  [
    'Push Service: E-Mail versenden fehlgeschlagen, Grund: Der Name des SMTP-Servers konnte nicht aufgelöst werden',
    'server-name-wrong|dns-unreachable|domain-not-found|offline',
    'after-change',
  ],
  [
    'Hikvision: Test failed. Unable to log in the SMTP server.',
    'login-rejected|app-password-needed|oauth-needed',
    'after-change',
  ],
  [
    'Reolink: Email test failed: incorrect username or password, or the SMTP service is not enabled',
    'login-rejected|app-password-needed|access-switch-off|smtp-auth-off',
    'after-change',
  ],
  [
    'Proxmox: postfix/smtp[812]: warning: SASL authentication failure: No worthy mechs found',
    'auth-method-wrong|auth-not-offered|program-broken|server-misconfigured',
    'after-change',
  ],
  // WordPress and web programs
  [
    'Post SMTP: 421 4.7.0 Try again later, closing connection. (EHLO) - gsmtp',
    'server-busy|rate-limit|too-many-connections',
    'later',
  ],
  [
    'Post SMTP: Unexpected response: 421 Service not available, closing transmission channel',
    'server-busy|rate-limit|server-down|too-many-connections|client-blocklisted',
    'later',
  ],
  [
    'Post SMTP Session Transcript: 421 mail.example.com Lost incoming connection. Message: Could not read response',
    'connection-lost|server-busy|tls-blocked|antivirus|slow-line|port-25-intercepted',
    'later|now',
  ],
  [
    'Post SMTP: 421 Too many concurrent SMTP connections; please try again later.',
    'too-many-connections',
    'later',
  ],
  [
    'WP Mail SMTP: Mailer: Other SMTP. SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
    'port-25-blocked|submission-blocked|hoster-blocks-smtp|wrong-port|server-down|security-mismatch',
    'after-change',
  ],
  [
    'FluentSMTP: SMTP Error: Could not authenticate. The SMTP host could not authenticate your username/password',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Easy WP SMTP: SMTP -> ERROR: Failed to connect to server: php_network_getaddresses: getaddrinfo failed: Name or service not known (0)',
    'server-name-wrong|dns-unreachable|domain-not-found',
    'after-change',
  ],
  [
    'SMTP -> ERROR: Failed to connect to server: Connection timed out (110)',
    'port-25-blocked|submission-blocked|hoster-blocks-smtp|server-down',
    'after-change',
  ],
  [
    'SMTP ERROR: Failed to connect to server: Permission denied (13)',
    'this-computer|local-firewall|hoster-blocks-smtp|server-policy',
    'after-change',
  ],
  [
    "PHP Warning: stream_socket_enable_crypto(): Peer certificate CN=`*.shared.hoster.example' did not match expected CN=`smtp.example.org'",
    'certificate-name-mismatch',
    'after-change',
  ],
  [
    'Swift_TransportException: Expected response code 250 but got code "530", with message "530 5.7.57 Client not authenticated to send mail."',
    'auth-needed|smtp-auth-off',
    'after-change',
  ],
  [
    'Symfony\\Component\\Mailer\\Exception\\TransportException: Connection could not be established with host "ssl://smtp.example.com:587": stream_socket_client(): SSL operation failed with code 1. error:0A00010B:SSL routines::wrong version number',
    'security-mismatch',
    'after-change',
  ],
  [
    'Drupal: Unable to send e-mail. Contact the site administrator if the problem persists.',
    'hoster-blocks-smtp|server-misconfigured|program-broken|sender-rejected|server-policy',
    'after-change',
  ],
  [
    'Moodle: SMTP Error: The following recipients failed: anna@example.net: Relay access denied',
    'auth-needed|relay-denied',
    'after-change',
  ],
  [
    'Nextcloud: A problem occurred while sending the email. Please revise your settings. (Error: Failed to authenticate on SMTP server with username "me@example.org" using the following authenticators: "LOGIN", "PLAIN")',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'GitLab: Net::SMTPAuthenticationError: 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
    'login-rejected|app-password-needed|login-name-form',
    'after-change',
  ],
  [
    'Net::OpenTimeout: execution expired (smtp.sendgrid.net:25)',
    'port-25-blocked|hoster-blocks-smtp|server-down|submission-blocked',
    'after-change',
  ],
  // Libraries
  [
    'smtplib.SMTPNotSupportedError: SMTP AUTH extension not supported by server.',
    'security-mismatch|auth-not-offered|auth-method-wrong',
    'after-change',
  ],
  [
    "smtplib.SMTPSenderRefused: (530, b'5.7.0 Must issue a STARTTLS command first. gsmtp', 'me@gmail.com')",
    'security-mismatch',
    'after-change',
  ],
  [
    'smtplib.SMTPServerDisconnected: Connection unexpectedly closed',
    'security-mismatch|connection-lost|server-busy|tls-blocked|antivirus|port-25-intercepted',
    'after-change|later|now',
  ],
  [
    'ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)',
    'security-mismatch',
    'after-change',
  ],
  [
    'TimeoutError: [WinError 10060] A connection attempt failed because the connected party did not properly respond after a period of time',
    'port-25-blocked|submission-blocked|server-down|mail-ports-blocked',
    'after-change',
  ],
  [
    'javax.mail.MessagingException: Could not connect to SMTP host: smtp.gmail.com, port: 465, response: -1',
    'security-mismatch|server-busy|port-25-intercepted|connection-lost',
    'after-change|later',
  ],
  [
    "com.sun.mail.util.MailConnectException: Couldn't connect to host, port: localhost, 25; timeout -1; nested exception is: java.net.ConnectException: Connection refused",
    'server-name-wrong|this-computer|server-down',
    'after-change',
  ],
  [
    'jakarta.mail.AuthenticationFailedException: 534-5.7.9 Application-specific password required.',
    'app-password-needed',
    'after-change',
  ],
  [
    'System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.0 Authentication Required.',
    'auth-needed|security-mismatch',
    'after-change',
  ],
  [
    'MailKit.Security.SslHandshakeException: An error occurred while attempting to establish an SSL or TLS connection. The host name did not match',
    'certificate-name-mismatch|security-mismatch|certificate-problem',
    'after-change',
  ],
  [
    'MailKit.Net.Smtp.SmtpCommandException: 5.7.60 SMTP; Client does not have permissions to send as this sender',
    'sender-rejected',
    'after-change',
  ],
  [
    'dial tcp 203.0.113.9:587: i/o timeout',
    'submission-blocked|server-down|mail-ports-blocked',
    'after-change',
  ],
  ['tls: first record does not look like a TLS handshake', 'security-mismatch', 'after-change'],
  [
    'x509: certificate signed by unknown authority',
    'certificate-untrusted|tls-intercepted|certificate-chain-incomplete',
    'after-change',
  ],
  [
    'Error: self signed certificate in certificate chain { code: "ESOCKET", command: "CONN" }',
    'tls-intercepted|certificate-untrusted',
    'after-change',
  ],
  [
    'Error: Invalid login: 535 Authentication Credentials Invalid { code: "EAUTH", response: "535 Authentication Credentials Invalid", responseCode: 535, command: "AUTH PLAIN" }',
    'access-switch-off|login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Error: Missing credentials for "PLAIN" at SMTPConnection._formatError (nodemailer/lib/smtp-connection/index.js)',
    'login-rejected|auth-needed|program-broken',
    'after-change',
  ],
  ['curl: (67) Login denied', 'login-rejected|app-password-needed', 'after-change'],
  [
    'curl: (55) MAIL failed: 550',
    'sender-rejected|auth-needed|client-blocklisted|server-policy',
    'after-change',
  ],
  [
    'curl: (56) RCPT failed: 554',
    'relay-denied|auth-needed|recipient-wrong|client-blocklisted',
    'after-change',
  ],
  ['msmtp: authentication failed (method PLAIN)', 'login-rejected|app-password-needed', 'after-change'],
  [
    'msmtp: TLS certificate verification failed: the certificate is not trusted',
    'certificate-untrusted|tls-intercepted|certificate-chain-incomplete|certificate-problem',
    'after-change',
  ],
  [
    'msmtp: cannot connect to smtp.example.org, port 465: Network is unreachable',
    'offline|ipv6-unreachable|submission-blocked',
    'after-change|later|now',
  ],
  [
    'ssmtp: Cannot open smtp.gmail.com:587',
    'submission-blocked|server-down|server-name-wrong|dns-unreachable',
    'after-change',
  ],
  // Logs
  [
    'postfix/smtp[991]: connect to gmail-smtp-in.l.google.com[142.250.27.26]:25: Connection timed out',
    'port-25-blocked|hoster-blocks-smtp',
    'after-change',
  ],
  [
    'postfix/smtp[991]: connect to aspmx.l.google.com[2a00:1450:400c:c0c::1a]:25: Network is unreachable',
    'ipv6-unreachable',
    'after-change|later|now',
  ],
  [
    'postfix/smtp: SASL authentication failed; server smtp.example.org[192.0.2.5] said: 535 Incorrect authentication data',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'postfix/smtpd: NOQUEUE: reject: RCPT from unknown[198.51.100.4]: 454 4.7.1 <b@example.net>: Relay access denied',
    'auth-needed|relay-denied',
    'after-change|later',
  ],
  [
    'postfix/smtp: status=deferred (host mx.example.net[192.0.2.6] said: 450 4.2.0 <b@example.net>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.net.html)',
    'greylisting',
    'later',
  ],
  [
    'exim: 2026-11-20 10:00:01 1abc-0002 H=smtp.example.org [192.0.2.5]: Connection refused',
    'port-25-blocked|server-down|port-closed|wrong-port',
    'after-change',
  ],
  [
    'exim: plain authenticator failed for (me) [198.51.100.4]: 535 Incorrect authentication data (set_id=me)',
    'login-rejected|app-password-needed|login-name-form',
    'after-change',
  ],
  [
    'exim: TLS error on connection to smtp.example.org [192.0.2.5] (gnutls_handshake): The TLS connection was non-properly terminated.',
    'tls-blocked|security-mismatch|server-misconfigured|connection-lost|antivirus|tls-too-old',
    'after-change|later|now',
  ],
  // Outlook and Windows
  ['Outlook 0x800CCC0E', 'port-25-blocked|submission-blocked|server-down|wrong-port', 'after-change'],
  ['Fehlernummer 800ccc0e', 'port-25-blocked|submission-blocked|server-down|wrong-port', 'after-change'],
  [
    'Fehler -2146644978 beim Senden',
    'port-25-blocked|submission-blocked|server-down|server-name-wrong|wrong-port|login-rejected|sender-rejected|recipient-wrong|server-policy|program-broken|profile-broken|content-refused',
    'after-change',
  ],
  ['Error Number: 0x800CCC79', 'auth-needed|relay-denied|recipient-wrong', 'after-change'],
  [
    '0x800CCC92 Ihr Server hat unerwartet die Verbindung abgelehnt, Anmeldung',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Sending reported error (0x80040119): unknown error',
    'profile-broken|program-broken|antivirus',
    'after-change',
  ],
  [
    'Error 0x8004210B The operation timed out',
    'port-25-blocked|submission-blocked|antivirus|server-down|slow-line|message-too-large',
    'after-change|later',
  ],
  [
    '0x800ccc1a Your server does not support the connection encryption type you have specified',
    'security-mismatch',
    'after-change',
  ],
  // Phones
  [
    'Gmail-App: Nachricht konnte nicht gesendet werden. Überprüfen Sie Nutzernamen und Passwort für den Postausgangsserver.',
    'login-rejected|app-password-needed|login-name-form|oauth-needed',
    'after-change',
  ],
  [
    'Gmail-App: Nutzername oder Passwort falsch',
    'login-rejected|app-password-needed|login-name-form',
    'after-change',
  ],
  [
    'Gmail App: Verbindung zum Postausgangsserver konnte nicht hergestellt werden',
    'port-25-blocked|submission-blocked|server-name-wrong|wrong-port|server-down',
    'after-change',
  ],
  [
    'Kann keine Verbindung zum Server herstellen. Postausgangsserver smtp.strato.de',
    'port-25-blocked|submission-blocked|server-name-wrong|wrong-port|server-down',
    'after-change',
  ],
  [
    'Cannot Send Mail. The user name or password for smtp.mail.me.com is incorrect.',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'E-Mail kann nicht gesendet werden. Eine Kopie wurde in deinem Postausgang abgelegt. Der Empfänger "anna@example.net" wurde vom Server abgelehnt, da er keine Weiterleitung zulässt.',
    'auth-needed|relay-denied',
    'after-change',
  ],
  [
    "Message non envoyé. Le serveur SMTP a rejeté l'adresse de l'expéditeur",
    'sender-rejected|auth-needed',
    'after-change',
  ],
  [
    "Le serveur d'envoi (SMTP) smtp.orange.fr ne répond pas",
    'port-25-blocked|submission-blocked|server-down',
    'after-change',
  ],
  [
    'メールを送信できません。サーバー"smtp.example.jp"への接続に失敗しました。',
    'port-25-blocked|submission-blocked|server-down|server-name-wrong|wrong-port',
    'after-change',
  ],
  [
    'No se puede enviar el correo: la contraseña del servidor SMTP no es correcta',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  [
    'Não foi possível enviar a mensagem: usuário ou senha do servidor SMTP inválidos',
    'login-rejected|app-password-needed',
    'after-change',
  ],
  // Providers
  [
    '535 Authentication credentials invalid - WEB.DE: POP3/IMAP-Abruf ist nicht aktiviert',
    'access-switch-off|login-rejected',
    'after-change',
  ],
  [
    '535 5.7.0 (#AUTH005) Too many bad auth attempts. Yahoo',
    'account-locked|rate-limit|login-rejected',
    'later|after-change',
  ],
  [
    '421 4.7.0 [TSS04] Messages from 198.51.100.4 temporarily deferred due to unexpected volume or user complaints; see https://postmaster.yahooinc.com/error-codes',
    'rate-limit|client-blocklisted',
    'later',
  ],
  [
    '550 5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
    'dmarc|sender-rejected',
    'after-change',
  ],
  [
    "550-5.7.1 [198.51.100.4] The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead.",
    'client-refused|client-blocklisted',
    'after-change',
  ],
  [
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [FR0P281CA0066.DEUP281.PROD.OUTLOOK.COM]',
    'oauth-needed|smtp-auth-off',
    'after-change',
  ],
  [
    '550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 5.1.1',
    'recipient-wrong',
    'after-change|never',
  ],
  [
    '451 4.7.0 Temporary server error. Please try again later. PRX2',
    'server-busy|remote-server-down|server-misconfigured',
    'later',
  ],
  ['454 4.7.0 Too many login attempts, please try again later. gsmtp', 'account-locked|rate-limit', 'later'],
];
