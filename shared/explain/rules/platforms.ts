import { type Rule, rulesOf } from '../rule.ts';

/** Errors of systems and their libraries by name or domain: Apple's, Chromium's, Windows' security support, OpenSSL's numbers. */
export const platformRules: readonly Rule[] = [
  ...rulesOf('Apple', [
    [/nsurlerrordomain.{0,20}-?1001\b|nsposixerrordomain.{0,20}\b60\b/i, 'no-answer'],
    [/nsurlerrordomain.{0,20}-?1003\b/i, 'name-unknown'],
    [/nsurlerrordomain.{0,20}-?1004\b|nsposixerrordomain.{0,20}\b61\b/i, 'refused'],
    [/nsurlerrordomain.{0,20}-?1005\b|nsposixerrordomain.{0,20}\b(?:32|53|54|57)\b/i, 'dropped'],
    [/nsurlerrordomain.{0,20}-?1009\b|nsposixerrordomain.{0,20}\b50\b/i, 'network-unusable'],
    [/nsposixerrordomain.{0,20}\b(?:51|64|65)\b/i, 'unreachable'],
    [/nsurlerrordomain.{0,20}-?120[0135]\b|nsurlerrordomain.{0,20}-?1206\b/i, 'tls-failed'],
    [/nsurlerrordomain.{0,20}-?120[24]\b/i, 'certificate-untrusted'],
    [/(?:ssl|osstatus|securetransport)\w*.{0,20}-98(?:0[0-49]|01|2[04]|36|50)\b/i, 'tls-versions'],
    [/(?:ssl|osstatus|securetransport)\w*.{0,20}-98[0-9]{2}\b/i, 'tls-failed'],
  ]),
  ...rulesOf('Chromium', [
    [/\bERR_NAME_(?:NOT_RESOLVED|RESOLUTION_FAILED)\b/i, 'name-unknown'],
    [/\bERR_CONNECTION_REFUSED\b/i, 'refused'],
    [/\bERR_(?:CONNECTION_)?TIMED_OUT\b/i, 'no-answer'],
    [/\bERR_CONNECTION_(?:RESET|CLOSED|ABORTED)\b/i, 'dropped'],
    [/\bERR_(?:INTERNET_DISCONNECTED|NETWORK_CHANGED)\b/i, 'network-unusable'],
    [/\bERR_ADDRESS_UNREACHABLE\b/i, 'unreachable'],
    [/\bERR_CERT_AUTHORITY_INVALID\b/i, 'certificate-untrusted'],
    [/\bERR_CERT_DATE_INVALID\b/i, 'certificate-expired'],
    [/\bERR_CERT_COMMON_NAME_INVALID\b/i, 'certificate-name'],
  ]),
  ...rulesOf('Windows', [
    [
      /verbindungsversuch ist fehlgeschlagen, da die gegenstelle|tentative de connexion a échoué car le parti connecté|intento de conexión ya que la parte conectada|risposta non corretta della parte connessa|tentativa de conexão falhou porque o componente conectado|接続済みの呼び出し先が一定の時間/i,
      'no-answer',
    ],
    [
      /vorhandene verbindung wurde vom remotehost geschlossen|connexion existante a dû être fermée par l'hôte distant|forzado la interrupción de una conexión existente|connessione in corso (?:è stata )?forzatamente interrotta|forçado o cancelamento de uma conexão existente|既存の接続はリモート ホストに強制的に切断/i,
      'dropped',
    ],
    [/\bSEC_E_(?:ILLEGAL_MESSAGE|INVALID_TOKEN)\b/i, 'tls-on-plain-port'],
    [/\b(?:SEC_E_UNTRUSTED_ROOT|CERT_E_UNTRUSTEDROOT|CERT_E_CHAINING)\b/i, 'certificate-untrusted'],
    [/\b(?:SEC_E_CERT_EXPIRED|CERT_E_EXPIRED)\b/i, 'certificate-expired'],
    [/\b(?:SEC_E_WRONG_PRINCIPAL|CERT_E_CN_NO_MATCH)\b/i, 'certificate-name'],
    [/\bSEC_E_(?:ALGORITHM_MISMATCH|UNSUPPORTED_FUNCTION)\b/i, 'tls-versions'],
    [/\bCRYPT_E_(?:NO_REVOCATION_CHECK|REVOCATION_OFFLINE|REVOKED)\b/i, 'certificate-any'],
    [/\bSEC_E_LOGON_DENIED\b/i, 'login-refused'],
    [/\bSEC_(?:E|I)_[A-Z_]{4,40}\b/, 'tls-failed'],
  ]),
  // The number holds library, function and reason; releases before 3.0 have the function in the middle.
  ...rulesOf('OpenSSL', [
    [/\berror:(?:0A00010B|14\w{3}10B)\b/i, 'tls-on-plain-port'],
    [/\berror:(?:0A0000(?:86)|14\w{3}086)\b/i, 'certificate-any'],
    [/\berror:(?:0A00(?:0410|042E|0102|00C1|018A)|14\w{3}(?:410|42E|102|0C1|18A))\b/i, 'tls-versions'],
    [/\berror:(?:0A00|14\w{2})\w{4}\b/i, 'tls-failed'],
  ]),
  ...rulesOf('GnuTLS', [
    [/(?:tls|ssl) (?:fatal |warning )?alert (?:has been |was )?received/i, 'tls-failed'],
  ]),
  ...rulesOf(undefined, [
    [
      /(?:host(?:er|ing)|vps|droplet|aws|azure|hetzner|google cloud|ec2).{0,60}\bport:? ?(?:25|465|587)\b.{0,40}(?:block|gesperrt|geblockt|bloqu|blocc|geblokkeerd|заблок|ブロック)/i,
      'hoster-closed',
    ],
    [
      /\bport:? ?25\b.{0,40}(?:block|gesperrt|geblockt|bloqu|blocc|geblokkeerd|заблок|ブロック)|(?:block\w*|sperrt|bloque) (?:\S{1,20} ){0,3}port:? ?25\b/i,
      'no-connection',
      ['port-25-blocked'],
    ],
    [
      /\bport:? ?(?:465|587|2525)\b.{0,40}(?:block|gesperrt|geblockt|bloqu|blocc|geblokkeerd|заблок|ブロック)/i,
      'no-connection',
      ['submission-blocked', 'local-firewall'],
    ],
    [
      /\bport:? ?(?:25|465|587|2525)\b.{0,40}(?:time[sd]? ?-?out|not respond|antwortet nicht|ne répond pas|no responde|non risponde|タイムアウト|超时)|(?:time[sd]? ?-?out|zeitüberschreitung|not respond\w*).{0,40}\bport:? ?(?:25|465|587|2525)\b/i,
      'no-answer',
    ],
  ]),
];
