import { type Rule, rulesOf } from '../../rule.ts';

/** Outlook's sentences, without a code. */
export const outlookRules: readonly Rule[] = [
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
  ...rulesOf('Microsoft 365', [
    [/no answer (?:at all )?after auth/i, 'silent-refusal', ['login-rejected', 'smtp-auth-off']],
  ]),
];
