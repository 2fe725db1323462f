import type { Cause } from '../../model/explanation.ts';
import { type Rule, rulesOf } from '../rule.ts';

type Row = Parameters<typeof rulesOf>[1][number];

/** Numbers on the panels of devices. A number alone is no proof: the maker, the word error, or nothing else stands beside it. */
const panelCodes: readonly Row[] = [
  // Canon, "Countermeasures for each error code".
  onCanon('839', 'login-refused', ['login-rejected', 'auth-needed', 'app-password-needed', 'oauth-needed']),
  onCanon('841', 'tls-versions', ['tls-too-old', 'program-too-old', 'security-mismatch']),
  onCanon('80[12]|752', 'no-connection', [
    'server-name-wrong',
    'submission-blocked',
    'wrong-port',
    'dns-unreachable',
  ]),
  // Kyocera and its sisters, "responding to messages: send error".
  onKyocera('1101', 'no-connection', ['server-name-wrong', 'submission-blocked', 'port-25-blocked']),
  onKyocera('1102', 'login-refused', ['login-rejected', 'smtp-auth-off', 'oauth-needed']),
  onKyocera('1103', 'no-connection', ['submission-blocked', 'wrong-port', 'server-down']),
  onKyocera('1104', 'recipient-syntax', ['recipient-wrong']),
  onKyocera('1105', 'profile-broken', ['profile-broken']),
  onKyocera('1106', 'sender-refused', ['sender-rejected']),
  onKyocera('210[1-3]', 'no-connection', ['submission-blocked', 'wrong-port', 'server-down']),
  onKyocera('220[1-3]|2231', 'line-broke', ['connection-lost', 'server-busy', 'message-too-large']),
  onKyocera('2204', 'too-large', ['message-too-large']),
  onKyocera('3101', 'strange-answer', ['auth-method-wrong', 'security-mismatch', 'server-policy']),
  onKyocera('3201', 'login-method', ['auth-method-wrong', 'security-mismatch']),
  onKyocera('4803', 'tls-failed', ['security-mismatch', 'tls-too-old', 'certificate-problem']),
  // Xerox, "fault codes 016-…".
  onXerox('50[34]', 'name-unknown', ['server-name-wrong', 'dns-unreachable']),
  onXerox('76[35]', 'no-connection', ['submission-blocked', 'wrong-port', 'server-name-wrong']),
  onXerox('766', 'too-large', ['message-too-large', 'own-quota']),
  onXerox('767', 'recipients-refused', ['recipient-wrong', 'relay-denied']),
  onXerox('768', 'sender-refused', ['sender-rejected', 'auth-needed']),
];

function onCanon(code: string, kind: Row[1], causes: readonly Cause[]): Row {
  const beside =
    '(?:canon|imagerunner|imagepress|i-sensys|imageclass|\\b[em]f\\d{3}|error|fehler|erreur|\\btx\\b)';
  return [
    new RegExp(`^#?(?:${code})$(?<=#.{3})|${beside}.{0,60}#(${code})\\b|#(${code})\\b.{0,60}${beside}`, 'i'),
    kind,
    causes,
  ];
}

function onKyocera(code: string, kind: Row[1], causes: readonly Cause[]): Row {
  const beside =
    '(?:kyocera|taskalfa|ecosys|olivetti|\\but(?:ax)?\\b|send(?:ing)? error|sendefehler|scan\\w*)';
  return [
    new RegExp(
      `${beside}[\\w .:#-]{0,40}\\b(?:0x)?(${code})\\b|\\b(?:0x)?(?:${code})\\b.{0,40}${beside}`,
      'i',
    ),
    kind,
    causes,
  ];
}

function onXerox(code: string, kind: Row[1], causes: readonly Cause[]): Row {
  return [new RegExp(`(?<![\\d-])016[- ](?:${code})(?![\\d-])`), kind, causes];
}

/** Sentences of mail programs, web mail and devices that have no code. Thunderbird's are generated: `thunderbird-texts.json`. */
export const programRules: readonly Rule[] = [
  ...rulesOf('Postfix', [
    [
      /lost connection with [\w.-]{1,255}\[[0-9a-f.:]{2,45}\](?::\d{1,5})? while/i,
      'dropped',
      ['connection-lost', 'tls-blocked', 'server-busy'],
    ],
    [
      /conversation with [\w.-]{1,255}\[[0-9a-f.:]{2,45}\](?::\d{1,5})? timed out while/i,
      'slow-answer',
      ['slow-line', 'remote-server-down', 'slow-greeting'],
    ],
  ]),
  ...rulesOf('Exim', [
    [
      /retry time not reached|hosts? .{0,80}(?:has|have) been failing for a long time/i,
      'remote-down',
      ['remote-server-down', 'server-down', 'port-25-blocked'],
    ],
  ]),
  ...rulesOf('Exim', [
    [
      /all relevant mx records point to non-existent hosts|^(?!.{0,300}verif).{0,300}unrouteable mail domain/i,
      'recipient-host',
    ],
    [/mx or srv record indicated no smtp service/i, 'recipient-no-mail'],
  ]),
  ...rulesOf('OpenSMTPD', [
    [/network error on destination/i, 'remote-down', ['remote-server-down', 'port-25-blocked']],
  ]),
  ...rulesOf('Samsung Email', [
    [
      /connection to (?:the )?server due to (?:a )?security error/i,
      'tls-failed',
      ['security-mismatch', 'certificate-problem', 'tls-intercepted'],
    ],
  ]),
  // What it says of itself is more exact than the number of the system's error that it adds.
  ...rulesOf('nodemailer', [
    [
      /greeting never received/i,
      'no-answer',
      ['security-mismatch', 'port-25-blocked', 'submission-blocked', 'slow-greeting'],
      'ETIMEDOUT',
    ],
  ]),
  // The message was sent; what failed is its copy among the sent ones.
  ...rulesOf(undefined, [
    [
      /(?:upload|append|cop[iy]|sav|stor|speicher|ablegen|kopier|enregistr|copie|guardar|copiar|salvar|保存)[^.]{0,60}["' ](?:sent(?: items| messages| mail)?|gesendete?(?: objekte| elemente| nachrichten)?|messages envoyés|éléments envoyés|enviados|elementos enviados|itens enviados|送信済み\S{0,8})["' ].{0,60}(?:fail|error|could not|couldn't|fehl|nicht|konnte|échou|impossible|error|no se|falh|não|失敗|できません)/i,
      'not-a-failure',
      ['not-a-send-failure'],
    ],
  ]),
  // Its resolver is named by the question; what is refused or silent there is DNS.
  ...rulesOf('Node.js', [
    [/\bquery[A-Z]\w{0,6} E(?:TIMEOUT|CONNREFUSED|SERVFAIL|REFUSED|BADRESP)\b/, 'dns-silent'],
  ]),
  ...rulesOf('Apple Mail', [
    // Stands before the sentence that only says that nothing was sent.
    [
      /(?:verbindung (?:zum|mit dem) server|connexion au serveur|conexión (?:al|con el) servidor|conexão (?:ao|com o) servidor|connessione al server|connection to (?:the )?(?:outgoing )?server).{0,120}(?:zeitüberschreitung|a expiré|ha caducado|ha agotado|expirou|scaduta|timed out)|サーバ.{0,60}タイムアウト/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'security-mismatch', 'server-name-wrong'],
    ],
    [
      /does not allow relaying|relaying.{0,20}not allowed.{0,20}server/i,
      'relay-without-login',
      ['auth-needed', 'relay-denied'],
    ],
    [
      /message was rejected by the server|rejected by the server because|mail was rejected by the server/i,
      'sender-refused',
      ['sender-rejected', 'content-refused', 'oauth-needed'],
    ],
    [
      /server "?[\w.-]{1,100}"? (?:cannot|can't) be contacted|connection to the outgoing server[\w .:'"()-]{0,100} failed|the connection to the (?:outgoing )?server "?[\w .:-]{1,100}"? (?:on port \d{2,5} )?(?:failed|timed out)/i,
      'no-connection',
      ['submission-blocked', 'security-mismatch', 'server-name-wrong', 'port-25-blocked'],
    ],
    [
      /(?:sender|from) address was (?:invalid|rejected)|a copy has been placed in your outbox\. the sender/i,
      'sender-refused',
      ['sender-rejected', 'auth-needed'],
    ],
    [
      /recipient .{0,120}was rejected (?:by the server|because)|one of the recipients (?:was )?(?:rejected|addresses)/i,
      'recipients-refused',
      ['relay-denied', 'recipient-wrong', 'auth-needed'],
    ],
    [
      /(?:cannot|can't|can’t) send (?:message|mail|email)[\w ]{0,20} using the server|message can(?:not|'t) be (?:delivered|sent) using/i,
      'login-refused',
      ['login-rejected', 'port-25-blocked', 'security-mismatch'],
    ],
    [
      /nachricht kann nicht (?:über|mit) (?:dem |den )?server|e-mail kann nicht über den server|impossible d'envoyer (?:le |un )?(?:message|e-mail|mail) (?:à l'aide du|avec le|via le) serveur|no se puede enviar (?:el )?(?:mensaje|correo)[\w ]{0,20} (?:usando|con|mediante) el servidor|impossibile inviare (?:il )?messaggio (?:utilizzando|con|tramite) il server|bericht kan niet .{0,40}server|não é possível enviar a mensagem usando o servidor|サーバを使用してメッセージを送信できません|无法使用服务器.{0,60}发送邮件/i,
      'login-refused',
      ['login-rejected', 'port-25-blocked', 'security-mismatch'],
    ],
    [
      /user ?name (?:or|and|\/) password (?:for|is)[\w .:'"@-]{0,100} (?:is )?incorrect|the smtp server[\w .:'"-]{0,100}(?:rejected|did not accept|is not accepting) the (?:user|password)|der benutzername oder das (?:passwort|kennwort) für|nom d'utilisateur ou (?:le )?mot de passe (?:pour|de|est) .{0,80}incorrect|nombre de usuario o (?:la )?contraseña (?:de|para)/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
    ],
    [
      /(?:mail )?can(?:'t|not) (?:verify the identity of|connect securely)|identity of "?[\w.-]{1,100}"? can(?:'t|not) be verified|identität des servers[\w .:'"-]{0,80}nicht (?:überprüft|verifiziert)/i,
      'certificate-any',
      ['certificate-name-mismatch', 'certificate-untrusted', 'certificate-expired', 'tls-intercepted'],
    ],
    [
      /no password provided for|kein passwort (?:angegeben|bereitgestellt)/i,
      'password-missing',
      ['login-rejected', 'app-password-needed'],
    ],
    [
      /(?:smtp|outgoing) server[\w .:'"-]{0,80}(?:is |currently )?offline|server is not responding\. verify/i,
      'no-connection',
      ['submission-blocked', 'server-down', 'port-25-blocked', 'server-name-wrong'],
    ],
    [
      /^(?!.{0,200}authenticat).{0,400}(?:kcferrordomaincfnetwork|mfmessageerrordomain|mcmailerrordomain)/i,
      'tls-failed',
      ['security-mismatch', 'certificate-problem', 'submission-blocked'],
    ],
  ]),
  ...rulesOf('Thunderbird', [
    [/unable to get password for/i, 'password-missing', ['login-rejected']],
    [
      /\bns_error_(?:net_timeout)\b/i,
      'no-answer',
      ['port-25-blocked', 'submission-blocked', 'mail-allow-list'],
    ],
    [/\bns_error_(?:connection_refused)\b/i, 'refused', ['port-25-blocked', 'wrong-port', 'server-down']],
    [
      /\bns_error_(?:net_reset|net_interrupt)\b/i,
      'dropped',
      ['antivirus', 'tls-blocked', 'security-mismatch'],
    ],
    [/\bns_error_unknown_host\b/i, 'name-unknown', ['server-name-wrong', 'dns-unreachable', 'offline']],
  ]),
  ...rulesOf('Thunderbird for Android', [
    [
      /checking (?:the )?outgoing server settings failed/i,
      'outgoing-check',
      ['login-rejected', 'submission-blocked', 'certificate-problem'],
    ],
    [
      /cannot connect to server\.? ?\(|setup could not finish/i,
      'outgoing-check',
      ['submission-blocked', 'security-mismatch', 'certificate-problem', 'login-rejected'],
    ],
  ]),
  ...rulesOf('Gmail', [
    [
      /couldn't reach server\.? please double-?check|could not reach server/i,
      'no-connection',
      ['server-name-wrong', 'wrong-port', 'security-mismatch', 'server-down'],
    ],
    [
      /authentication failed\. please check your username\/password|server returned error: "?smtp error|authentication failed\. code/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'login-name-form'],
    ],
    [
      /\bcode: ?\(?0\)?\b/i,
      'certificate-name',
      ['certificate-name-mismatch', 'certificate-untrusted', 'security-mismatch'],
    ],
    [
      /you are having problems? with the server|we are having trouble authenticating with your other mail service|you're sending this from a different address.{0,60}send mail as/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'certificate-name-mismatch'],
    ],
  ]),
  ...rulesOf('Mutt', [
    [
      /could not connect to \S{1,255} \(interrupted system call\)/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'server-down'],
    ],
  ]),
  ...rulesOf('Roundcube', [
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:connection to server failed|verbindung zum server fehlgeschlagen)/i,
      'no-connection',
      ['server-down', 'server-misconfigured'],
    ],
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:failed to add recipient|empfänger)/i,
      'recipients-refused',
      ['relay-denied', 'recipient-wrong'],
    ],
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:failed to set sender|absender)/i,
      'sender-refused',
      ['sender-rejected', 'auth-needed'],
    ],
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:authentication failed|authentifizierung fehlgeschlagen)/i,
      'login-refused',
      ['login-rejected', 'server-misconfigured', 'oauth-needed'],
    ],
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:unable to process|failed to send data|unbekannter fehler)/i,
      'content',
      ['content-refused', 'message-too-large', 'rate-limit'],
    ],
  ]),
  ...rulesOf('Outlook', [
    [
      /outlook.{0,120}(?<!\d)-?32(?:53|59)\b|(?<!\d)-32(?:53|59)\b|the server connection failed or was dropped/i,
      'dropped',
      ['wrong-port', 'submission-blocked', 'security-mismatch', 'server-down'],
    ],
    [
      /(?:none of the authentication methods supported by this client|keine der von diesem client unterstützten authentifizierungsmethoden)/i,
      'login-method',
      ['auth-method-wrong', 'security-mismatch', 'oauth-needed'],
    ],
    [
      /your (?:outgoing )?\(?smtp\)? ?server does not support (?:an? )?(?:ssl|the specified connection encryption)|(?:does not support|unterstützt (?:nicht )?)(?:the|den|die)? ?(?:specified|angegebene\w*) (?:connection encryption|verbindungs?verschlüsselung)/i,
      'starttls-missing',
      ['security-mismatch', 'starttls-stripped', 'antivirus'],
    ],
    [
      /outlook (?:cannot|can't|is unable to) connect to (?:your )?(?:the )?outgoing|cannot connect to your outgoing \(smtp\)|verbindung (?:mit|zu) (?:ihrem|dem) (?:postausgangs|ausgehenden|smtp)[\w() -]{0,30}(?:kann nicht|konnte nicht|nicht)|impossible de (?:se connecter|contacter)[\w ]{0,30}serveur (?:de courrier )?sortant|no se puede conectar (?:al|con el) servidor (?:de correo )?saliente|送信メール[\w(（)） ]{0,20}サーバーに接続できません/i,
      'no-connection',
      ['port-25-blocked', 'submission-blocked', 'wrong-port', 'antivirus', 'server-name-wrong'],
    ],
    [
      /send test e-?mail message:.{0,200}(?:timed out|cannot find|could not be established)|(?:log onto outgoing|an postausgangsserver)[\w .()-]{0,80}(?:fehler|error|failed)/i,
      'no-connection',
      ['submission-blocked', 'port-25-blocked', 'wrong-port', 'auth-needed'],
    ],
    [
      /outlook data file (?:cannot|could not)|the operation failed\. an object (?:cannot|could not) be found/i,
      'profile-broken',
      ['profile-broken'],
    ],
    [
      /server (?:you are connected to is using|is using) a security certificate that cannot be verified|sicherheitszertifikat(?:, das)? nicht überprüft/i,
      'certificate-any',
      ['certificate-name-mismatch', 'certificate-untrusted', 'tls-intercepted'],
    ],
  ]),
  ...rulesOf(undefined, [
    [
      /(?:0x800ccc\w\w|smtp|e-?mails?)\b.{0,60}\b(?:cisco|pix|asa)\b|\b(?:cisco|pix|asa)\b.{0,40}(?:smtp|mail ?guard|esmtp|fixup)/i,
      'strange-answer',
      ['port-25-intercepted', 'starttls-stripped'],
    ],
  ]),
  ...rulesOf('Python', [
    [
      /\[?winerror 10060|\[errno (?:110|60)\]/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'hoster-blocks-smtp', 'security-mismatch'],
    ],
  ]),
  ...rulesOf('Microsoft 365', [
    [/no answer (?:at all )?after auth/i, 'silent-refusal', ['login-rejected', 'smtp-auth-off']],
  ]),
  ...rulesOf('printer or device', [
    ...panelCodes,
    [
      /(?:smtp|\b(?:e-)?mail|outgoing)(?:[- ]server)?(?: address| settings?| host)? (?:is |are |has |have )?not (?:been )?(?:set ?up|configured|specified|registered|defined|entered)|no (?:smtp|(?:e-)?mail|outgoing)(?: mail)? ?server (?:is |has been |was )?(?:set|configured|specified|registered|defined|entered)|(?:smtp|mail)-?server (?:ist |wurde )?(?:nicht|noch nicht) (?:eingerichtet|konfiguriert|angegeben|hinterlegt|festgelegt|registriert)|kein (?:smtp|mail|postausgangs)-?server (?:eingerichtet|konfiguriert|angegeben|hinterlegt|festgelegt)|serveur smtp (?:n'est )?(?:pas|non) (?:configuré|défini|renseigné)|servidor smtp no (?:está |se ha )?(?:configurad|definid|especificad)|server smtp non (?:è )?(?:configurat|impostat|specificat)|servidor smtp não (?:está |foi )?(?:configurad|definid)|smtp ?サーバー?(?:の設定)?(?:が|は)(?:設定|登録)されて(?:い(?:ません|ない)|おりません)/i,
      'profile-broken',
    ],
    [
      /certificate error on (?:the )?panel|root certificate.{0,60}(?:expired|outdated|missing) on (?:the )?device/i,
      'device-store',
      ['certificate-problem', 'program-too-old'],
    ],
    [
      /smtp server requires (?:an )?authentication/i,
      'login-missing',
      ['auth-needed', 'login-rejected', 'app-password-needed'],
    ],
    [
      /smtp server authentication (?:error|fail\w*)|smtp(?:[/ ]pop3?)?[- ]auth(?:entication|\.)?[ :-]{1,2}(?:error|fail\w*|fehler\w*|erreur|errore|erro|fout|błąd|エラー)|smtp ?認証 ?(?:エラー|に?失敗)/i,
      'login-refused',
      ['login-rejected', 'auth-needed', 'app-password-needed', 'oauth-needed'],
    ],
    [
      /(?:check|cannot find|no response from|unable to (?:reach|connect to)|connection (?:to|with)(?: the)?) (?:the )?smtp server|smtp server[\w .:'"-]{0,40}(?:not (?:found|responding|available)|connection (?:error|failed)|timed? ?-?out)|smtp-server[\w .:'"-]{0,40}(?:nicht (?:gefunden|erreichbar)|antwortet nicht)|(?:server|smtp) connection (?:error|failed)/i,
      'no-connection',
      ['submission-blocked', 'server-name-wrong', 'wrong-port', 'port-25-blocked', 'security-mismatch'],
    ],
    [
      /failed to receive the smtp banner|(?:no|did not receive an?y?) (?:smtp )?(?:banner|greeting)|waiting for (?:the )?(?:smtp )?(?:banner|greeting)/i,
      'no-answer',
      ['security-mismatch', 'submission-blocked', 'slow-greeting'],
    ],
    [
      /(?:test (?:e-?)?mail|notification|alert)[\w .:'"-]{0,60}(?:could not be sent|failed to send)[\w .:'"-]{0,60}smtp/i,
      'no-connection',
      ['login-rejected', 'submission-blocked', 'security-mismatch'],
    ],
  ]),
];

/** First lines of messages that came back; what is inside them says why. */
export const bannerRules: readonly Rule[] = [
  ...rulesOf('Postfix', [[/this is the mail system at host/i, 'came-back']]),
  ...rulesOf('Exim', [
    [/message was created automatically by (?:the )?mail delivery software/i, 'came-back'],
  ]),
  ...rulesOf('qmail', [[/this is the qmail-send program/i, 'came-back']]),
  ...rulesOf('Sendmail', [
    [/the original message was received at|transcript of session follows/i, 'came-back'],
    [/\bstat=service unavailable/i, 'refused-somehow'],
  ]),
  ...rulesOf('Amazon SES', [
    [/an error occurred while trying to deliver the mail to the following recipients/i, 'came-back'],
  ]),
  ...rulesOf('Gmail', [
    [
      /delivery status notification \(failure\)|address not found.{0,80}wasn't delivered|message wasn't delivered to/i,
      'came-back',
    ],
  ]),
  ...rulesOf('Exchange', [
    [
      /did not reach some or all of the intended recipients|your message (?:to \S{1,200} )?couldn't be delivered|delivery has failed to these recipients|ihre nachricht (?:an|hat) .{0,60}(?:nicht zugestellt|nicht erreicht)/i,
      'came-back',
    ],
  ]),
  ...rulesOf('HCL Domino', [
    [
      /\bwas not delivered to:? .{1,400}\bbecause:|wurde nicht zugestellt an:? .{1,400}\b(?:weil|da|grund):/i,
      'came-back',
    ],
  ]),
  ...rulesOf('Yahoo', [[/unable to deliver your message to the following address/i, 'came-back']]),
  ...rulesOf(undefined, [
    [/smtp error from remote (?:mail )?server/i, 'came-back'],
    [
      /delivery has failed|(?:mail|message) delivery (?:failed|failure)|undelivered mail returned to sender|undeliverable:|returned mail: see transcript|mail delivery subsystem|unzustellbar|could not be delivered to|permanent(?:ly)? (?:error|failed).{0,60}deliver|delivery to the following recipients? failed/i,
      'came-back',
    ],
    [/\baction: failed\b/i, 'came-back', ['read-inner-code']],
    [
      /\baction: delayed\b|delivery (?:status notification \(delay\)|is delayed|has been delayed)|will (?:keep trying|continue to (?:be )?(?:try|retr))|delivery incomplete|not been delivered yet|warning only/i,
      'still-trying',
    ],
  ]),
];
