import type { Cause } from '../../../model/explanation.ts';
import { type Rule, rulesOf } from '../../rule.ts';

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

/** What printers, cameras and NAS show. */
export const deviceRules: readonly Rule[] = [
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
