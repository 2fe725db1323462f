import { framesOf, type Rule, rulesOf } from '../../rule.ts';

/** Apple Mail's sentences, of Macs and telephones. */
export const appleMailRules: readonly Rule[] = [
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
  ]),
  ...framesOf('Apple Mail', [
    [
      /message was rejected by the server|(?<!recipient .{0,120}was )rejected by the server because|mail was rejected by the server/i,
      'sender-refused',
      ['sender-rejected', 'content-refused', 'oauth-needed'],
    ],
  ]),
  ...rulesOf('Apple Mail', [
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
  ]),
  ...framesOf('Apple Mail', [
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
  ]),
  ...rulesOf('Apple Mail', [
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
];
