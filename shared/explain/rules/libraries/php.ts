import { type Rule, rulesOf } from '../../rule.ts';

/** PHPMailer, PHP itself, and what is built on them. */
export const phpRules: readonly Rule[] = [
  ...rulesOf('PHPMailer', [
    [/(?:ehlo|helo) command (?:not supported|failed)/i, 'command-unknown'],
    [
      /smtp connect\(\) failed|smtpconnect failed|(?:smtp|mail|phpmailer)[^.]{0,60}\bfailed to connect to (?:smtp )?server|failed to connect to (?:smtp )?server:? ?(?:$|\(\d|: )/i,
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
      /could not instantiate mail function/i,
      'no-mailer',
      ['server-misconfigured', 'hoster-blocks-smtp', 'program-broken'],
    ],
    [/failed to connect to mailserver at/i, 'hoster-closed', ['hoster-blocks-smtp', 'server-misconfigured']],
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
];
