import { type Rule, rulesOf } from '../rule.ts';

/** What libraries and command line programs say by themselves. A server's own words, when they follow, say more. */
export const libraryRules: readonly Rule[] = [
  ...rulesOf('nodemailer', [
    [
      /\bECONNECTION\b/,
      'no-connection',
      ['submission-blocked', 'security-mismatch', 'port-25-blocked'],
      'ECONNECTION',
    ],
    [/\bESOCKET\b/, 'tls-failed', ['security-mismatch', 'certificate-problem', 'tls-intercepted'], 'ESOCKET'],
    [/\bEDNS\b/, 'name-unknown', ['server-name-wrong', 'dns-unreachable', 'offline'], 'EDNS'],
    [
      /\bETLS\b|error upgrading connection with starttls|error initiating tls/i,
      'starttls-missing',
      ['starttls-stripped', 'security-mismatch'],
      'ETLS',
    ],
    [/\bEREQUIRETLS\b/, 'starttls-missing', ['security-mismatch', 'starttls-stripped'], 'EREQUIRETLS'],
    [/missing credentials for|\bENOAUTH\b/i, 'login-missing', ['auth-needed'], 'ENOAUTH'],
    [/\bEOAUTH2\b|can't create new access token/i, 'sign-in-expired', ['oauth-needed'], 'EOAUTH2'],
    [
      /\bEAUTH\b|\binvalid login\b/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed', 'auth-not-offered'],
      'EAUTH',
    ],
    [
      /\bEENVELOPE\b|can't send mail - all recipients were rejected/i,
      'sender-refused',
      ['sender-rejected', 'relay-denied', 'recipient-wrong'],
      'EENVELOPE',
    ],
    [
      /no recipients? (?:addresses|defined|specified|given|provided)/i,
      'recipient-missing',
      ['recipient-wrong'],
      'EENVELOPE',
    ],
    [/\bEMESSAGE\b/, 'content', ['content-refused', 'dmarc', 'message-too-large'], 'EMESSAGE'],
    [
      /\bEPROTOCOL\b|invalid greeting/i,
      'strange-answer',
      ['security-mismatch', 'port-25-intercepted', 'wrong-port', 'server-busy'],
      'EPROTOCOL',
    ],
    [/\bESTREAM\b|\bEFILEACCESS\b|\bEURLACCESS\b/, 'program-broken', ['program-broken'], 'ESTREAM'],
    [/\bEMAXLIMIT\b/, 'rate-limited', ['rate-limit', 'too-many-connections'], 'EMAXLIMIT'],
    [/\bEPROXY\b/, 'proxy-asked', ['proxy-only'], 'EPROXY'],
    [
      /connection closed unexpectedly/i,
      'dropped',
      ['security-mismatch', 'submission-blocked', 'server-busy', 'port-25-blocked'],
    ],
  ]),
  ...rulesOf('Node.js', [
    [
      /(?:mail|smtp).{0,200}socket hang up|socket hang up.{0,200}(?:mail|smtp)/i,
      'dropped',
      ['security-mismatch', 'connection-lost', 'server-busy'],
    ],
  ]),
  ...rulesOf('Perl', [
    [
      /can't locate (?:net\/smtps?|authen\/sasl|io\/socket\/ssl|mime\/base64)|authen::sasl .{0,30}(?:missing|not (?:found|installed))|need (?:mime::base64|authen::sasl|io::socket::ssl)/i,
      'program-broken',
    ],
  ]),
  ...rulesOf('PHPMailer', [
    [/(?:ehlo|helo) command (?:not supported|failed)/i, 'command-unknown'],
    [
      /smtp connect\(\) failed|smtpconnect failed|failed to connect to (?:smtp )?server/i,
      'hoster-closed',
      ['hoster-blocks-smtp', 'port-25-blocked', 'security-mismatch', 'login-rejected'],
    ],
    [
      /smtp[- ](?:error|fehler|erreur|virhe|feil|fejl|hata|ошибка)[^.]{0,20}(?:could not authenticate|authentifizierung fehlgeschlagen|échec de l'authentification|no se pudo autentific|imposible autentific|falha ao autenticar)/i,
      'login-refused',
      ['login-rejected', 'app-password-needed'],
    ],
    [
      /smtp error: could not connect|smtp-fehler: konnte keine verbindung|erreur smtp : impossible de se connecter|error smtp: (?:no se puede conectar|imposible conectar)|erro (?:de )?smtp: (?:não foi possível|falha).{0,20}(?:conect|liga)/i,
      'hoster-closed',
      ['hoster-blocks-smtp', 'port-25-blocked', 'security-mismatch'],
    ],
    [
      /smtp error: data not accepted|data not accepted/i,
      'content',
      ['content-refused', 'sender-rejected', 'rate-limit'],
    ],
    [
      /smtp error: the following recipients failed|the following recipients failed/i,
      'recipients-refused',
      ['relay-denied', 'recipient-wrong', 'auth-needed'],
    ],
    [
      /the following from address failed|mail from command failed/i,
      'sender-refused',
      ['sender-rejected', 'auth-needed'],
    ],
    [
      /could not instantiate mail function|failed to connect to mailserver at/i,
      'hoster-closed',
      ['hoster-blocks-smtp', 'server-misconfigured'],
    ],
    [/invalid address:? ?\(?(?:to|from|cc|bcc)/i, 'recipient-syntax', ['recipient-wrong', 'profile-broken']],
    [/you must provide at least one recipient/i, 'recipient-missing', ['recipient-wrong']],
    [/extension missing: openssl/i, 'program-broken', ['program-broken', 'server-misconfigured']],
    [
      /called connect\(\) without being connected|(?:mail|rcpt|data|starttls) command failed/i,
      'refused-somehow',
      ['server-policy', 'sender-rejected', 'relay-denied'],
    ],
  ]),
  ...rulesOf('PHP', [
    [
      /swift_transportexception.{0,100}authenticate|failed to authenticate on smtp server/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'auth-method-wrong'],
    ],
    [
      /(?:connection could not be established with host|stream_socket_client\(\): unable to connect)/i,
      'hoster-closed',
      ['hoster-blocks-smtp', 'submission-blocked', 'port-25-blocked', 'security-mismatch'],
    ],
    [
      /expected response code "?(?:250|220|354|235)[^.]{0,60}(?:empty|but got (?:code )?""|"?null)/i,
      'dropped',
      ['security-mismatch', 'server-busy', 'client-blocklisted'],
    ],
    [
      /mail\(\): .{0,60}sendmail_from|mail\(\) (?:function )?(?:has been )?disabled/i,
      'hoster-closed',
      ['hoster-blocks-smtp', 'server-misconfigured'],
    ],
  ]),
  ...rulesOf('Contact Form 7', [
    [
      /there was an error trying to send your message|beim versuch, (?:deine|ihre) (?:mitteilung|nachricht) zu versenden, ist ein fehler|une erreur s'est produite lors de l'envoi de votre message|(?:hubo|ha habido) un error (?:intentando|al intentar) enviar tu mensaje|ocorreu um erro ao tentar enviar (?:sua|a sua) mensagem|errore (?:nel tentativo di|durante il tentativo di) inviare il (?:tuo )?messaggio/i,
      'hoster-closed',
      ['hoster-blocks-smtp', 'sender-rejected', 'server-misconfigured'],
    ],
  ]),
  ...rulesOf('WordPress', [
    [
      /the email could not be sent|wp_mail_failed|unable to send e-?mail\. contact the (?:site|web) ?(?:administrator|master)|possible reason: your host may have disabled|mail\(\)[- ](?:function|funktion|functie|funkcj\w{1,3})[^.]{0,60}(?:disabled|deaktiviert|uitgeschakeld|wyłącz)|(?:fonction|función|funzione|função) mail\(\)[^.]{0,60}(?:désactivée?|desactivad|deshabilitad|disabilitat|disattivat|desativad|desabilitad)|(?:désactivé|desactivad|deshabilitad|disabilitat|disattivat|desativad|desabilitad)\w{0,3} (?:la |a )?(?:fonction|función|funzione|função) mail\(\)/i,
      'hoster-closed',
      ['hoster-blocks-smtp', 'auth-needed'],
    ],
  ]),
  ...rulesOf('Python', [
    [
      /smtpauthenticationerror/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
      'SMTPAuthenticationError',
    ],
    [
      /smtpnotsupportederror.{0,30}starttls|starttls extension not supported/i,
      'starttls-missing',
      ['security-mismatch', 'starttls-stripped'],
      'SMTPNotSupportedError',
    ],
    [
      /smtpnotsupportederror/i,
      'login-not-offered',
      ['security-mismatch', 'wrong-port', 'auth-not-offered'],
      'SMTPNotSupportedError',
    ],
    [/no suitable authentication method found/i, 'login-method', ['auth-method-wrong', 'oauth-needed']],
    [
      /smtpserverdisconnected.{0,60}please run connect/i,
      'program-broken',
      ['program-broken', 'connection-lost'],
      'SMTPServerDisconnected',
    ],
    [
      /smtpserverdisconnected/i,
      'dropped',
      ['security-mismatch', 'client-blocklisted', 'server-busy', 'tls-blocked'],
      'SMTPServerDisconnected',
    ],
    [/smtpsenderrefused/i, 'sender-refused', ['sender-rejected', 'auth-needed'], 'SMTPSenderRefused'],
    [
      /smtprecipientsrefused/i,
      'recipients-refused',
      ['relay-denied', 'recipient-wrong', 'auth-needed'],
      'SMTPRecipientsRefused',
    ],
    [
      /smtpdataerror/i,
      'content',
      ['content-refused', 'sender-rejected', 'dmarc', 'rate-limit'],
      'SMTPDataError',
    ],
    [/smtpheloerror/i, 'computer-name', ['computer-name-invalid', 'server-policy'], 'SMTPHeloError'],
    [/smtpconnecterror/i, 'service-closed', ['server-busy', 'client-blocklisted'], 'SMTPConnectError'],
    [
      /socket\.gaierror|\[errno (?:-2|-5|8|11001)\]/i,
      'name-unknown',
      ['server-name-wrong', 'dns-unreachable', 'offline'],
    ],
    [/\[errno -3\]/i, 'dns-silent', ['dns-unreachable', 'offline']],
    [
      /socket\.timeout|timeouterror/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'security-mismatch'],
    ],
    [
      /connectionrefusederror/i,
      'refused',
      ['wrong-port', 'server-down', 'port-25-blocked', 'local-firewall'],
    ],
  ]),
  ...rulesOf('Java', [
    [
      /authenticationfailedexception/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
      'AuthenticationFailedException',
    ],
    [
      /smtpsenderfailedexception/i,
      'sender-refused',
      ['sender-rejected', 'auth-needed'],
      'SMTPSenderFailedException',
    ],
    [
      /smtpaddressfailedexception|smtpaddressucceeded|invalid addresses(?!.{0,60}no recipient)/i,
      'recipients-refused',
      ['recipient-wrong', 'relay-denied', 'auth-needed'],
      'SMTPAddressFailedException',
    ],
    [
      /smtpsendfailedexception/i,
      'refused-somehow',
      ['sender-rejected', 'auth-needed', 'content-refused', 'relay-denied'],
      'SMTPSendFailedException',
    ],
    // Connected, and the server said nothing or went away.
    [
      /could not connect to smtp host:? .{0,120}response:? -1\b/i,
      'dropped',
      ['security-mismatch', 'server-busy', 'antivirus', 'client-blocklisted'],
      'MessagingException',
    ],
    [
      /mailconnectexception|couldn't connect to host, port|could not connect to smtp host(?!:? .{0,120}response:? -1\b)/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'server-down', 'wrong-port'],
      'MailConnectException',
    ],
    [
      /unknownhostexception|unknown smtp host/i,
      'name-unknown',
      ['server-name-wrong', 'dns-unreachable', 'offline'],
      'UnknownHostException',
    ],
    [
      /sockettimeoutexception|connecttimeoutexception/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'security-mismatch'],
      'SocketTimeoutException',
    ],
    [
      /noroutetohostexception/i,
      'unreachable',
      ['port-25-blocked', 'submission-blocked', 'offline'],
      'NoRouteToHostException',
    ],
    [
      /no authentication mechanisms? supported by both/i,
      'login-method',
      ['auth-method-wrong', 'oauth-needed'],
    ],
    [
      /starttls is required but host does not support/i,
      'starttls-missing',
      ['security-mismatch', 'starttls-stripped'],
    ],
    [
      /could not convert socket to tls/i,
      'tls-failed',
      ['certificate-problem', 'tls-too-old', 'tls-intercepted', 'security-mismatch'],
    ],
    [
      /\[eof\]|got bad greeting from smtp host/i,
      'dropped',
      ['security-mismatch', 'client-blocklisted', 'server-busy'],
    ],
  ]),
  ...rulesOf('.NET', [
    [
      /requires a secure connection or the client was not authenticated/i,
      'login-missing',
      ['security-mismatch', 'auth-needed', 'login-rejected', 'app-password-needed'],
    ],
    [
      /smtp server has unexpectedly disconnected|server (?:has )?(?:unexpectedly )?disconnected/i,
      'dropped',
      ['client-blocklisted', 'security-mismatch', 'server-busy'],
    ],
    [
      /no compatible authentication mechanisms/i,
      'login-method',
      ['oauth-needed', 'security-mismatch', 'auth-method-wrong'],
    ],
    [
      /sslhandshakeexception|an error occurred while attempting to establish an ssl or tls connection/i,
      'tls-failed',
      ['security-mismatch', 'certificate-problem', 'tls-intercepted'],
      'SslHandshakeException',
    ],
    [
      /the smtp server does not support (?:the starttls|authentication)/i,
      'starttls-missing',
      ['security-mismatch', 'starttls-stripped', 'wrong-port'],
    ],
    [
      /server does not support secure connections/i,
      'starttls-missing',
      ['security-mismatch', 'starttls-stripped'],
    ],
    [
      /authenticationexception|authenticationinvalidcredentials/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
      'AuthenticationException',
    ],
    [
      /mailbox unavailable\. the server response was/i,
      'recipients-refused',
      ['relay-denied', 'auth-needed', 'recipient-wrong', 'sender-rejected'],
    ],
    [
      /unable to read data from the transport connection|net_io_connectionclosed/i,
      'dropped',
      ['security-mismatch', 'tls-blocked', 'antivirus'],
    ],
    [
      /unable to connect to the remote server/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'server-down', 'local-firewall'],
    ],
    [
      /remote name could not be resolved/i,
      'name-unknown',
      ['server-name-wrong', 'dns-unreachable', 'offline'],
    ],
    [
      /the operation has timed out/i,
      'no-answer',
      ['security-mismatch', 'submission-blocked', 'port-25-blocked'],
    ],
    [
      /syntax error, command unrecognized/i,
      'command-unknown',
      ['security-mismatch', 'port-25-intercepted', 'wrong-port'],
    ],
    [
      /(?<!\b[45]\d\d[ -])failure sending mail/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'security-mismatch', 'hoster-blocks-smtp'],
    ],
  ]),
  ...rulesOf('Go', [
    [
      /smtp: server doesn't support auth/i,
      'login-not-offered',
      ['security-mismatch', 'wrong-port', 'auth-not-offered'],
    ],
    [
      /unencrypted connection|wrong host name$/i,
      'login-needs-encryption',
      ['security-mismatch', 'server-name-wrong'],
    ],
    [
      /dial tcp .{0,120}i\/o timeout/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'server-down'],
    ],
    [
      /(?:panic|err(?:or)?|e?mail|send\w*|dial\w*)["']?[:=] ?"?EOF\b/i,
      'dropped',
      ['security-mismatch', 'connection-lost', 'tls-blocked'],
    ],
    [
      /gomail: could not send/i,
      'refused-somehow',
      ['login-rejected', 'sender-rejected', 'submission-blocked'],
    ],
  ]),
  ...rulesOf('Ruby', [
    [
      /net::smtpauthenticationerror/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
      'Net::SMTPAuthenticationError',
    ],
    [
      /net::opentimeout|net::readtimeout/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'security-mismatch', 'hoster-blocks-smtp'],
      'Net::OpenTimeout',
    ],
    [
      /\beoferror\b|end of file reached/i,
      'dropped',
      ['security-mismatch', 'connection-lost', 'tls-blocked'],
      'EOFError',
    ],
    [
      /net::smtpserverbusy/i,
      'server-busy',
      ['server-busy', 'rate-limit', 'greylisting'],
      'Net::SMTPServerBusy',
    ],
    [
      /net::smtpfatalerror/i,
      'refused-somehow',
      ['sender-rejected', 'recipient-wrong', 'relay-denied'],
      'Net::SMTPFatalError',
    ],
    [
      /net::smtpsyntaxerror/i,
      'command-unknown',
      ['sender-rejected', 'port-25-intercepted'],
      'Net::SMTPSyntaxError',
    ],
  ]),
  ...rulesOf('curl', [
    [/curl: \(5\)|couldn't resolve proxy/i, 'proxy-asked', ['proxy-only', 'dns-unreachable'], 'curl 5'],
    [
      /curl: \(6\)|couldn't resolve host/i,
      'name-unknown',
      ['server-name-wrong', 'dns-unreachable', 'offline'],
      'curl 6',
    ],
    [
      /curl: \(7\)/i,
      'no-connection',
      ['wrong-port', 'port-25-blocked', 'submission-blocked', 'server-down'],
      'curl 7',
    ],
    [/\b(?:mail|rcpt|data) failed: 530\b/i, 'login-missing', ['auth-needed', 'security-mismatch'], '530'],
    [/\bmail failed: 5[05]\d\b/i, 'sender-refused', ['sender-rejected', 'auth-needed']],
    [/\brcpt failed: 5[05]\d\b/i, 'recipients-refused', ['recipient-wrong', 'relay-denied', 'auth-needed']],
    [
      /curl: \((?:8|55|56)\)(?!.{0,40}failed: [45]\d\d)/i,
      'line-broke',
      ['connection-lost', 'port-25-intercepted', 'tls-blocked', 'server-busy'],
    ],
    [
      /curl: \(28\)/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'security-mismatch', 'slow-line'],
      'curl 28',
    ],
    [/curl: \(35\)/i, 'tls-failed', ['security-mismatch', 'tls-too-old', 'tls-blocked'], 'curl 35'],
    [
      /curl: \(5[18]\)/i,
      'certificate-name',
      ['certificate-name-mismatch', 'certificate-untrusted', 'tls-intercepted'],
    ],
    [
      /curl: \(60\)/i,
      'certificate-untrusted',
      ['certificate-untrusted', 'tls-intercepted', 'certificate-chain-incomplete'],
      'curl 60',
    ],
    [/curl: \(64\)/i, 'starttls-missing', ['security-mismatch', 'starttls-stripped'], 'curl 64'],
    [
      /curl: \(67\)|curle_login_denied/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'smtp-auth-off'],
      'curl 67',
    ],
    [/curl: \(52\)/i, 'dropped', ['server-busy', 'security-mismatch'], 'curl 52'],
  ]),
  ...rulesOf('Mutt', [
    [
      /smtp session failed: (?:read|write) error/i,
      'line-broke',
      ['connection-lost', 'antivirus', 'security-mismatch'],
    ],
  ]),
  ...rulesOf(undefined, [
    // RFC 6531: an address or a subject in letters that the server does not take.
    [
      /(?:not|n't) (?:support|offer|advertise) (?:the )?(?:smtputf8|8bitmime|internationali[sz]ed)/i,
      'message-form',
      ['recipient-wrong', 'program-too-old', 'server-policy'],
    ],
  ]),
  ...rulesOf('Monit', [
    [
      /(?:receiving|reading) data from the mail ?server/i,
      'no-answer',
      ['security-mismatch', 'submission-blocked', 'slow-greeting'],
    ],
  ]),
  ...rulesOf('mail', [
    [/process exited with a non-zero status/i, 'program-broken', ['server-misconfigured', 'program-broken']],
  ]),
  ...rulesOf('Postfix', [
    [/specify a password table via/i, 'password-missing', ['auth-needed', 'profile-broken']],
  ]),
  ...rulesOf('ssmtp', [[/cannot open [\w.-]{1,255}:\d{2,5}\b/i, 'no-connection']]),
  ...rulesOf('msmtp', [
    [
      /msmtp: .{0,120}(?:cannot connect|connecting)/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'server-down', 'wrong-port'],
    ],
    [
      /msmtp: server sent empty reply/i,
      'dropped',
      ['security-mismatch', 'server-busy', 'client-blocklisted'],
    ],
    [
      /msmtp: .{0,60}authentication failed/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'login-name-form'],
    ],
  ]),
  ...rulesOf('git send-email', [
    [
      /unable to initialize smtp properly/i,
      'no-connection',
      ['submission-blocked', 'security-mismatch', 'wrong-port', 'server-name-wrong'],
    ],
  ]),
  ...rulesOf('Zimbra', [
    [
      /\bSEND_(?:ABORTED|PARTIAL)_ADDRESS_FAILURE\b/i,
      'recipients-refused',
      ['recipient-wrong', 'relay-denied'],
    ],
    [/\bmail\.(?:MESSAGE_TOO_BIG|UPLOAD_TOO_LARGE)\b/i, 'too-large'],
  ]),
  ...rulesOf('swaks', [
    [
      /\*\*\* error connecting|\*\*\* no authentication types available|\*\*\* auth not supported/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'wrong-port', 'server-down'],
    ],
    [
      /\*\*\* (?:tls startup failed|starttls)/i,
      'tls-failed',
      ['security-mismatch', 'tls-too-old', 'certificate-problem'],
    ],
    [
      /\*\*\* no authentication type succeeded/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'login-name-form'],
    ],
  ]),
];
