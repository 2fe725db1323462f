import { type Rule, rulesOf } from '../rule.ts';
import { toldRules } from './accounts-told.ts';

/** What Microsoft's servers answer to a login and to what is sent after it. */
const microsoft: readonly Rule[] = rulesOf('Microsoft 365', [
  [/smtpclientauthentication is disabled for the tenant/i, 'smtp-login-off', ['smtp-auth-off']],
  [
    /smtpclientauthentication is disabled for the mailbox/i,
    'smtp-login-off',
    ['smtp-auth-off', 'oauth-needed'],
  ],
  [/aka\.ms\/smtp_auth_disabled|smtpclientauthentication(?:disabled)? is disabled/i, 'smtp-login-off'],
  [
    /(?:basic authentication is (?:disabled|not supported)|disabled due to basic auth)/i,
    'basic-login-off',
    ['oauth-needed'],
  ],
  [
    /security defaults? policy|security defaults/i,
    'login-policy',
    ['smtp-auth-off', 'account-policy', 'oauth-needed'],
  ],
  [
    /did not (?:meet the criteria|pass the (?:access )?polic)|conditional access|blocked by (?:an? )?(?:tenant|access) polic/i,
    'login-policy',
    ['account-policy', 'oauth-needed', 'smtp-auth-off'],
  ],
  [
    /user credentials were incorrect/i,
    'login-refused',
    ['login-rejected', 'app-password-needed', 'oauth-needed'],
  ],
  [
    /authentication unsuccessful, (?:the )?(?:user )?account (?:is )?(?:locked|disabled)|authentication\b.{0,80}user is locked/i,
    'account-locked',
  ],
  [/\b5\.7\.139\b/i, 'smtp-login-off', ['smtp-auth-off', 'oauth-needed', 'login-rejected']],
  [/\b5\.7\.30\b/i, 'basic-login-off', ['oauth-needed']],
  [
    /\b504\D{0,3}5\.7\.4\b|unrecognized authentication type/i,
    'login-method',
    ['smtp-auth-off', 'auth-method-wrong'],
  ],
  [
    /\b5\.7\.57\b|not authenticated to send (?:anonymous )?mail/i,
    'login-missing',
    ['auth-needed', 'smtp-auth-off'],
  ],
  [
    /\b5\.7\.60\b|permissions? to send as this sender|sendas ?denied|not allowed.{0,30}send as|send on behalf/i,
    'sender-not-yours',
    ['sender-rejected'],
  ],
  [
    /\b5\.7\.3\b.{0,20}authentication unsuccessful/i,
    'login-refused',
    ['login-rejected', 'smtp-auth-off', 'app-password-needed', 'oauth-needed'],
  ],
  [/tenantattribution|\b5\.7\.64\b/i, 'relay-refused', ['relay-denied']],
  [
    /tenant ?(?:outbound|inbound)|tenant.{0,20}exceeded.{0,30}(?:limit|threshold|quota)|\b5\.7\.705\b/i,
    'rate-limited',
    ['rate-limit', 'account-locked'],
  ],
  [
    /bad outbound sender|recognized as a valid sender|no longer allowed to send e-?mail|\b5\.1\.8\b.{0,30}access denied/i,
    'account-locked',
    ['account-locked', 'rate-limit'],
  ],
  [
    /submissionquotaexceeded|\b5\.2\.0?122\b|storedrv\.submission.{0,30}quota|recipient ?rate ?limit|exceeded the recipient rate|\b5\.1\.90\b/i,
    'own-quota',
    ['rate-limit', 'own-quota'],
  ],
  [
    /\bS3140\b|\bS3150\b|part of their network is on our block ?list|banned sending ip|sender ip must resolve|\b5\.7\.(?:60[6-9]|6[1-4]\d)\b|\b5\.7\.51[12]\b|\b5\.7\.708\b|traffic not accepted from this ip/i,
    'block-listed',
    ['client-blocklisted', 'client-refused'],
  ],
  [/\bRP-00\d\b/i, 'rate-limited', ['rate-limit', 'client-blocklisted']],
  [/\b(?:OU|SC|DY)-00\d\b/i, 'block-listed', ['client-blocklisted', 'client-refused']],
  [/due to ip reputation/i, 'reputation', ['rate-limit', 'client-blocklisted']],
  [/\b4\.7\.(?:5\d\d|6\d\d)\b/i, 'rate-limited', ['rate-limit', 'client-blocklisted']],
  [/\b5\.7\.509\b/i, 'not-authenticated', ['dmarc', 'sender-rejected']],
  [/\b5\.7\.(?:515|23)\b|\b5\.7\.51\b.{0,40}authenticat/i, 'not-authenticated', ['dmarc']],
  [
    /\b4\.3\.2\b.{0,60}concurrent connections|concurrent connections? limit exceeded|\b4\.3\.2\b.{0,40}storedrv/i,
    'too-many-connections',
    ['too-many-connections', 'rate-limit'],
  ],
  [/user account is disabled|\b5\.7\.14[0-9]\b/i, 'account-locked', ['account-locked']],
  [/outboundspamexception|wascl useraction/i, 'account-locked', ['account-locked', 'rate-limit']],
  [/AADSTS\d{4,7}/i, 'sign-in-expired', ['oauth-needed', 'account-policy']],
]);

/** What Google's servers answer. */
const google: readonly Rule[] = rulesOf('Gmail', [
  [/application-specific password required|invalidsecondfactor/i, 'app-password', ['app-password-needed']],
  [/534\D{0,3}5\.7\.9\b/i, 'app-password', ['app-password-needed', 'oauth-needed']],
  [
    /username and password not accepted|p=badcredentials/i,
    'login-refused',
    ['app-password-needed', 'login-rejected', 'oauth-needed', 'login-name-form'],
  ],
  [
    /log ?in (?:via|with|through) your (?:web )?browser|534\D{0,3}5\.7\.14\b|accounts\.google\.com\/signin\/continue/i,
    'sign-in-in-browser',
    ['account-locked', 'oauth-needed', 'app-password-needed'],
  ],
  [/too many login attempts/i, 'too-many-logins', ['account-locked', 'rate-limit']],
  [
    /daily (?:user )?sending (?:quota|limit) exceeded|\b5\.4\.5\b.{0,60}(?:daily|limit|quota)/i,
    'own-quota',
    ['rate-limit', 'own-quota'],
  ],
  [
    /unauthenticated email is not accepted|unauthenticated email from \S{1,200} is not accepted|dmarc policy of/i,
    'not-authenticated',
    ['dmarc', 'sender-rejected'],
  ],
  [
    /421\D{0,3}4\.7\.0.{0,60}try again later, closing connection/i,
    'rate-limited',
    ['rate-limit', 'client-blocklisted'],
  ],
  [
    /groups\.google\.com\/support|support\.google\.com\/a\/\S{0,40}groups|the group you tried to contact/i,
    'sender-refused',
    ['sender-rejected', 'recipient-wrong'],
  ],
  [
    /not authorized to send e?mail directly to our servers/i,
    'block-listed',
    ['client-refused', 'client-blocklisted'],
  ],
  [/likely unsolicited mail/i, 'spam', ['content-refused', 'client-blocklisted', 'rate-limit']],
  [
    /unusual rate of unsolicited mail|p=unsolicitedratelimiterror/i,
    'reputation',
    ['rate-limit', 'client-blocklisted'],
  ],
  [
    /web ?login ?required|please log in (?:with|via) your web/i,
    'sign-in-in-browser',
    ['account-locked', 'oauth-needed'],
  ],
  [/not enabled for imap use|imap access is disabled/i, 'imap-off', ['imap-disabled']],
  [/not enabled for pop|pop access is disabled/i, 'pop-off', ['pop-disabled']],
  [
    /(?:invalid credentials|authenticationfailed).{0,20}\(failure\)/i,
    'login-refused',
    ['app-password-needed', 'login-rejected', 'oauth-needed'],
  ],
  [
    /tls negotiation failed.{0,100}(?:doesn't match|does not match|name)/i,
    'certificate-name',
    ['certificate-name-mismatch', 'certificate-untrusted'],
  ],
  [
    /^(?!.{0,300}does(?: not|n't) support).{0,300}tls negotiation failed/i,
    'certificate-any',
    ['certificate-name-mismatch', 'certificate-untrusted', 'security-mismatch'],
  ],
  [/server returned error: "?(?:535|auth)/i, 'login-refused', ['login-rejected', 'app-password-needed']],
  [
    /mail relay denied.{0,80}invalid.{0,20}credentials for relay|invalid credentials for relay/i,
    'relay-refused',
    ['relay-denied', 'auth-needed'],
  ],
  [/less secure app/i, 'app-password', ['app-password-needed', 'oauth-needed']],
]);

/** What other providers answer. */
const others: readonly Rule[] = [
  ...rulesOf('Yahoo', [
    [
      /#?auth005.{0,40}too many|too many bad auth attempts/i,
      'too-many-logins',
      ['account-locked', 'app-password-needed', 'rate-limit'],
    ],
    [/#auth00\d|login invalid credentials/i, 'app-password', ['app-password-needed', 'login-rejected']],
    [/\[in-?\d{1,2}\]|#mbr\d{3,5}/i, 'account-locked', ['account-locked', 'rate-limit']],
    [
      /\bTS[S0]\d\b|\[TS\w{2,3}\]|temporarily deferred due to (?:user complaints|unexpected volume)/i,
      'reputation',
      ['rate-limit', 'client-blocklisted'],
    ],
    [/delivery not authorized, message refused/i, 'sender-refused', ['sender-rejected', 'content-refused']],
  ]),
  ...rulesOf('AOL', [
    [/\((?:DYN|RLY):[A-Z]{1,2}\d?\)/i, 'rate-limited', ['rate-limit', 'client-blocklisted']],
    [/\(DNS:[A-Z]{1,2}\d?\)/i, 'no-reverse-name', ['client-refused', 'server-misconfigured']],
    [/\((?:RTR|CON|HVU):[A-Z]{1,2}\d?\)/i, 'block-listed', ['client-blocklisted', 'client-refused']],
  ]),
  ...rulesOf('iCloud', [
    [/from address is not one of your addresses/i, 'sender-not-yours', ['sender-rejected']],
    [/app-specific password/i, 'app-password', ['app-password-needed']],
  ]),
  ...rulesOf('Zoho', [
    [/sender is not allowed to relay emails?/i, 'sender-not-yours', ['sender-rejected', 'relay-denied']],
    [/relaying disallowed as\b(?: \S{1,200})?/i, 'sender-not-yours', ['sender-rejected', 'relay-denied']],
    [/yet to enable imap/i, 'imap-off', ['imap-disabled']],
    [/yet to enable pop/i, 'pop-off', ['pop-disabled']],
    [/unusual sending activity detected/i, 'account-locked', ['account-locked', 'rate-limit']],
  ]),
  ...rulesOf('Yandex', [
    [
      /does not have access rights to this service/i,
      'access-off',
      ['access-switch-off', 'app-password-needed'],
    ],
    [
      /this user does not have|please accept eula|please log in to your account on the web/i,
      'access-off',
      ['access-switch-off', 'login-rejected'],
    ],
    [
      /application password is required|neobhodim parol prilozheniya/i,
      'app-password',
      ['app-password-needed'],
    ],
    [/message rejected under suspicion of spam/i, 'spam', ['content-refused', 'client-blocklisted']],
  ]),
  ...rulesOf('QQ Mail', [
    [/authorization code|授权码|授權碼/i, 'authorization-code', ['app-password-needed', 'access-switch-off']],
    [
      /login fail\. (?:please|account is abnormal)|login fail\b.{0,80}(?:service is not open|abnormal|frequen)/i,
      'authorization-code',
      ['app-password-needed', 'access-switch-off', 'account-locked'],
    ],
  ]),
  ...rulesOf('NetEase', [
    [/mail from must equal authorized user/i, 'sender-not-yours', ['sender-rejected']],
    [
      /user has no permission|(?<!\b550 )user suspended\b/i,
      'access-off',
      ['access-switch-off', 'account-locked'],
    ],
    [
      /unsafe login|invalid user or password.{0,20}163/i,
      'access-off',
      ['access-switch-off', 'app-password-needed'],
    ],
    [/\bDT:SP[MN]\b/i, 'spam', ['content-refused']],
    [/\bHL:(?:ICC|IFC|REP|MEP|ITC)\b/i, 'rate-limited', ['rate-limit', 'client-blocklisted']],
    [/\bMI:(?:SPF|DMC)\b/i, 'not-authenticated', ['dmarc']],
    [/mail\.163\.com\/help\/help_spam/i, 'spam', ['content-refused', 'client-blocklisted']],
  ]),
  ...rulesOf('Mail.ru', [
    [
      /message sending for this account is disabled/i,
      'account-locked',
      ['account-locked', 'access-switch-off'],
    ],
    [
      /parol prilozheniya|application password is required|neobhodim parol|account\.mail\.ru\/user\/2-step/i,
      'app-password',
      ['app-password-needed', 'access-switch-off'],
    ],
    [/not local sender over smtp/i, 'login-missing', ['auth-needed', 'sender-rejected']],
  ]),
  ...rulesOf('GMX, WEB.DE, IONOS', [
    [
      /reject due to policy restrictions/i,
      'policy',
      ['server-policy', 'client-blocklisted', 'content-refused'],
    ],
    [/invalid dns (?:mx|a\b)/i, 'sender-domain', ['sender-rejected', 'server-misconfigured']],
    [
      /authentication credentials invalid/i,
      'access-off',
      ['access-switch-off', 'app-password-needed', 'login-rejected'],
    ],
    [
      /sender address is not allowed\.?$|need to authenticate via (?:pop3|smtp)/i,
      'sender-not-yours',
      ['sender-rejected', 'auth-needed'],
    ],
    [
      /nemesis esmtp.{0,100}(?:policy|dynamic|blacklist)|transaction failed.{0,80}reject due to policy/i,
      'policy',
      ['server-policy', 'client-blocklisted', 'content-refused'],
    ],
  ]),
  ...rulesOf('Orange', [
    [/\bof[ru]_?506\b/i, 'spam', ['content-refused', 'client-blocklisted']],
    [/\bof[ru]_?999\b/i, 'block-listed', ['client-blocklisted', 'rate-limit']],
  ]),
  ...rulesOf('T-Online', [
    [
      /bitte (?:benutzen|verwenden) sie .{0,60}passwort|e-?mail-?passwort|passwort für e-mail-programme/i,
      'app-password',
      ['app-password-needed', 'login-rejected'],
    ],
    [
      /\bip=\S{3,45} - a problem occurred|tosa@rx\.t-online\.de|contact tosa@/i,
      'block-listed',
      ['client-blocklisted', 'client-refused'],
    ],
  ]),
  ...rulesOf('Fastmail', [
    [
      /incorrect username, password or access token|app password/i,
      'app-password',
      ['app-password-needed', 'plan-without-programs'],
    ],
  ]),
  ...rulesOf(undefined, [
    [
      /\b(?:your|current|this|free|basic) (?:plan|subscription|tariff|account type)\b.{0,60}\b(?:not|no|without|upgrade)\b|upgrade (?:your|to a).{0,60}\b(?:smtp|imap|pop3?|mail clients?|e-?mail programs?)\b/i,
      'plan-without-programs',
    ],
  ]),
  // RFC 6749 section 5.2.
  ...rulesOf(undefined, [
    [
      /\binvalid_grant\b|token has been (?:expired|revoked)|(?:refresh|access) ?token (?:is |has |was )?(?:been )?(?:expired|revoked|invalid|missing|not (?:found|valid))|\b(?:unauthorized|invalid)_client\b/i,
      'sign-in-expired',
      ['oauth-needed', 'clock-wrong'],
    ],
  ]),
  ...rulesOf('Microsoft', [[/\bbasicauthblocked\b/i, 'basic-login-off']]),
  ...rulesOf('Proton', [
    [
      /mailbox password|bridge.{0,40}(?:not running|login)/i,
      'login-refused',
      ['login-rejected', 'no-smtp-service'],
    ],
  ]),
  ...rulesOf('Mimecast', [
    [
      /administrative prohibition|(?<!(?:dmarc|spf|dkim).{0,60})envelope (?:blocked|rejected)/i,
      'policy',
      ['server-policy', 'content-refused', 'client-blocklisted'],
    ],
  ]),
  ...rulesOf('Proofpoint', [
    [/ipcheck\.proofpoint\.com/i, 'block-listed', ['client-blocklisted', 'client-refused']],
  ]),
  ...rulesOf('Amazon SES', [
    [/email address is not verified/i, 'sender-not-yours', ['sender-rejected']],
    [
      /throttling failure.{0,40}(?:daily|maximum|rate)|maximum sending rate exceeded|daily message quota exceeded/i,
      'rate-limited',
      ['rate-limit'],
    ],
    [
      /sending (?:paused|suspended) for this account|account is (?:in the sandbox|paused)/i,
      'account-locked',
      ['account-locked'],
    ],
    [/the request signature we calculated does not match/i, 'login-refused', ['login-rejected']],
  ]),
  ...rulesOf('SendGrid', [
    [
      /verified sender identity|from address does not match a verified/i,
      'sender-not-yours',
      ['sender-rejected'],
    ],
    [
      /maximum credits exceeded|you have exceeded your messaging limits/i,
      'own-quota',
      ['own-quota', 'rate-limit', 'account-locked'],
    ],
    [
      /provided authorization grant is invalid|bad username \/ password/i,
      'login-refused',
      ['login-rejected'],
    ],
  ]),
  ...rulesOf('Mailgun', [
    [
      /sandbox subdomains? are for test purposes|authorized recipients/i,
      'recipient-refused',
      ['plan-without-programs', 'server-policy'],
    ],
    [
      /domain \S{1,200} is not allowed to send/i,
      'account-locked',
      ['account-locked', 'plan-without-programs'],
    ],
  ]),
  ...rulesOf('Postmark', [[/sender signature/i, 'sender-not-yours', ['sender-rejected']]]),
  ...rulesOf('Brevo, Mailjet, SMTP2GO', [
    [
      /sender.{0,40}(?:not valid|has not been validated|not verified|isn't (?:allowed|verified))/i,
      'sender-not-yours',
      ['sender-rejected'],
    ],
    [/smtp account is not (?:yet )?activ/i, 'smtp-login-off', ['smtp-auth-off', 'account-policy']],
  ]),
];

/** What a server of any make says about a login. */
const ofAnyServer: readonly Rule[] = rulesOf(undefined, [
  [
    /\[limit\]|\[alert\] (?:too many|maximum)/i,
    'too-many-connections',
    ['too-many-connections', 'rate-limit'],
  ],
  [
    /\btls (?:is )?(?:currently |temporarily )?(?:not available|unavailable)|tls (?:engine|library|initiali[sz]ation) (?:error|problem|fail)/i,
    'starttls-broken',
    ['server-misconfigured', 'tls-blocked'],
  ],
  [
    /must issue a starttls command first|starttls (?:is )?(?:required|command first)|encryption (?:is )?required (?:for|before)|must (?:use|start|negotiate) tls|session encryption is required|tls (?:is )?required|(?:secure|encrypted) connection (?:is )?required|only .{0,20}over (?:tls|ssl)/i,
    'starttls-required',
    ['security-mismatch'],
  ],
  [
    /plaintext authentication (?:is )?disallowed|cleartext (?:logins?|authentication) (?:is |are )?(?:not |dis)|need tls first|\b538\b.{0,10}(?:5\.7\.11|encrypt)|encryption required for requested authentication/i,
    'login-needs-encryption',
    ['security-mismatch', 'auth-method-wrong'],
  ],
  [
    /authentication (?:is )?not enabled|auth(?:entication)? (?:command )?not (?:available|advertised|supported|enabled|offered|allowed here)|auth command used when not advertised|d(?:oes|id)(?: not|n't) (?:support|offer|allow|advertise|accept) (?:smtp )?auth(?:entication)?\b|auth (?:command|extension) not|smtp auth extension not supported/i,
    'login-not-offered',
    ['wrong-port', 'auth-not-offered', 'security-mismatch'],
  ],
  [
    /no (?:compatible|suitable|supported|common|known|acceptable|matching|worthy) (?:sasl |smtp )?(?:auth\w*|mechanism)[\w -]{0,30}|(?:auth\w*|login|sasl) (?:mechanism|method|type|scheme)s?(?: \S{1,30})? (?:is |was |are )?(?:not |un)\w{4,12}|unsupported auth\w*|unknown auth\w* (?:type|mech)|no (?:worthy )?mech(?:anism)?s? (?:found|available)|auth\w* requires sasl|(?:can ?not|can't|could not|unable to) (?:use|find) an? (?:\w{1,20} ){0,2}auth\w* (?:mechanism|method)|support (?:any|none) of the (?:\w{1,20} ){0,3}auth\w* (?:methods?|mechanisms?)/i,
    'login-method',
    ['auth-method-wrong', 'oauth-needed', 'security-mismatch'],
  ],
  [
    /(?:account|user|mailbox|login).{0,40}(?:temporarily )?(?:locked|blocked|suspended)\b(?!.{0,20}(?:list|recipient))|account (?:is |has been )?(?:disabled|deactivated|inactive|expired)/i,
    'account-locked',
    ['account-locked', 'login-rejected'],
  ],
  [
    /too (?:many|much) (?:fail(?:ed|ing)? |bad |invalid |unsuccessful )?(?:login|logon|auth\w*|password)s?(?: \w{1,12})?|\bauth(?:entication)? (?:error|failure)s? (?:limit|count) exceed/i,
    'too-many-logins',
    ['account-locked', 'rate-limit'],
  ],
  [
    /temporary authentication failure|authentication (?:service )?(?:temporarily )?(?:unavailable|not available)|cannot authenticate due to temporary|auth\w*.{0,20}try again later/i,
    'login-undecided',
    ['server-busy', 'server-misconfigured', 'rate-limit'],
  ],
  [
    /pop(?:3)?[- ]before[- ]smtp|(?:check|collect|retrieve|fetch|receive|read) (?:for )?(?:your )?(?:new )?mail (?:first|before)|must (?:first )?(?:check|pop|login).{0,30}before sending|authenticate via pop3? first/i,
    'pop-first',
    ['pop-before-smtp', 'auth-needed'],
  ],
  [
    /not owned by (?:the )?(?:auth\w* )?user|sender (?:address )?(?:mismatch|does not match)|from (?:address )?(?:does not|must) match|sender verify.{0,20}auth|not (?:allowed|permitted|authorized|authorised) to send (?:mail |email )?(?:as|from|on behalf)|you are not allowed to use this sender|insufficient authorization/i,
    'sender-not-yours',
    ['sender-rejected', 'relay-denied'],
  ],
  [
    /(?:auth(?:entication|orization)?|login|log-?in) (?:is )?required|(?:client|sender) (?:was|is|host) not authenticated|must (?:be )?(?:authenticated?|log ?in)|please (?:turn on|enable|use) smtp auth\w*|smtp auth\w* (?:is )?(?:required|needed)|authenticate first|requires (?:smtp )?authentication|need to (?:be )?authenticat|submission requires auth/i,
    'login-missing',
    ['auth-needed', 'security-mismatch'],
  ],
  [
    /(?:não|nao|non|nicht|niet|no está|no esta|n'est pas) (?:autentica\w*|authentifi\w*|geauthenticeerd|autenticad\w*)|aut(?:h)?enti\w*(?: smtp)? (?:é |es |est |è |ist )?(?:necess[áa]ri[ao]|obrigat[óo]ri[ao]|requerida|necesaria|obligatoria|requise|nécessaire|obligatoire|richiesta|necessaria|obbligatoria|erforderlich|notwendig|nötig|vereist|verplicht)|(?:habilite|active|activez|ative|attivi?|aktivieren sie) .{0,20}(?:aut(?:h)?enti\w*|smtp[- ]?auth)|認証が必要|需要(?:身份)?(?:验证|認證)|требуется (?:аутентификац|авторизац)|wymagan\w{1,3} uwierzytelni/i,
    'login-missing',
    ['auth-needed', 'security-mismatch'],
  ],
  [
    /(?:requiert|demande|exige|nécessite|requiere|necesita|requer|richiede|vereist|verlangt|erfordert|benötigt|wymaga|требует|kräver|kræver|krever|vyžaduje|vaatii) (?:une |la |l'|una |uma |de |een |eine )?(?:aut(?:h)?enti\w*|anmeldung|verificatie|uwierzytelni\w*|аутентификац\w*|авторизац\w*|ověření|todennuksen)/i,
    'login-missing',
    ['auth-needed', 'security-mismatch'],
  ],
  [
    /\bauth(?:entication)?_(?:failed|failure|error|rejected|invalid)\b|(?:incorrect|invalid|wrong|bad) (?:auth\w*(?: data)?|login|credentials?|user ?name|password|user(?: name)? (?:or|and|\/) password)|(?:auth\w*|login|logon) (?:credentials? )?(?:failed|failure|rejected|unsuccessful|denied|error|invalid|refused|incorrect)|(?:credentials?|password|username)\W.{0,20}(?:incorrect|invalid|rejected|not accepted|refused|wrong)|authentication(?:failed| was unsuccessful| not successful)|could not authenticate|unable to authenticate|failed to authenticate|not authenticated\b|sasl (?:login|plain|cram-md5|xoauth2) authentication/i,
    'login-refused',
  ],
  [
    /(?:authenti(?:fizierung|sierung)|anmeldung)s?(?:daten)?(?: an| am| bei| beim| auf)?(?: \S{1,60}){0,4}? (?:ist )?(?:fehlgeschlagen|abgelehnt|falsch|ungültig|nicht)|(?:falsches|ungültiges) (?:passwort|kennwort)|kennwort.{0,30}(?:falsch|abgelehnt)|(?:échec|échoué)[^.]{0,30}authentification|authentification[^.]{0,30}échou|mot de passe (?:incorrect|refusé|invalide)|(?:error|fallo|falló)[^.]{0,20}autenticaci[óo]n|contraseña (?:incorrecta|no válida)|autenticazione (?:non riuscita|fallita)|falha (?:de|na) autenticaç|ошибка (?:аутентификации|авторизации)|認証に失敗|ログイン(?:でき|に失敗)|身份验证失败|verificatie mislukt|inloggen mislukt|błąd uwierzytelniania/i,
    'login-refused',
  ],
]);

/** What is said about a login, by servers and to people. */
export const loginRules: readonly Rule[] = [...toldRules, ...ofAnyServer];

/** What providers say, each in words of its own. */
export const providerRules: readonly Rule[] = [...microsoft, ...google, ...others];
