import { type Rule, rulesOf } from '../../rule.ts';

/** What a server of any make says about a login. */
export const anyServerRules: readonly Rule[] = rulesOf(undefined, [
  [
    /\b(?:disabled|not available|unavailable|not (?:allowed|included)) (?:for|on|in|with) (?:the )?(?:free|basic|trial) (?:accounts?|plans?|users?)|upgrade to (?:a )?(?:premium|paid|pro)\b/i,
    'plan-without-programs',
  ],
  [/client (?:is )?disabled by (?:the |your )?administrator/i, 'smtp-login-off'],
  [
    /(?:invalid|unrecogni[sz]ed|bad|wrong) auth\w* (?:mechanism|type|method)|auth\w* mechanism (?:is )?too weak/i,
    'login-method',
    ['auth-method-wrong', 'smtp-auth-off', 'oauth-needed'],
  ],
  [
    /\b(?:2fa|two-?factor|otp|one-?time) (?:code|password|token) (?:is )?(?:required|needed|missing)/i,
    'app-password',
  ],
  [
    /bloqueado por envio de spam|looks like spam.{0,120}(?:robot|captcha|web)|you are not a robot/i,
    'account-locked',
  ],
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
    /(?:user ?name|user ?id|log-?in(?: name)?|account(?: name)?)s? (?:must|has to|have to|should|needs to) (?:be|contain|include) (?:\w{1,12} ){0,3}(?:(?:full|whole|complete|entire) (?:e-?mail )?address|@|domain)|(?:use|enter|specify|log ?in with) (?:your |the )?(?:full|whole|complete|entire) e-?mail address (?:as|for) (?:your |the )?(?:user ?name|log-?in)|(?:benutzername|anmeldename|kennung) (?:muss|ist) .{0,20}(?:vollständige|ganze|komplette) (?:e-?mail-?)?adresse|(?:nom d'utilisateur|identifiant) (?:doit|est) .{0,20}adresse (?:e-?mail |électronique |mail )?(?:complète|entière)|(?:nombre de usuario|usuario) debe .{0,20}direcci[óo]n (?:de correo |de e-?mail |electr[óo]nica )?(?:completa|entera)|(?:nome de usu[áa]rio|usu[áa]rio) (?:deve|precisa|tem de) .{0,20}endereço (?:de e-?mail )?(?:completo|inteiro)|nome utente .{0,30}indirizzo (?:e-?mail )?completo|gebruikersnaam .{0,30}volledige e-?mail-?adres|ユーザー?名.{0,12}メールアドレス(?:全体|の全体|をすべて)|(?:полн\w{1,4} адрес|полный e-?mail).{0,30}(?:логин|имени пользователя|имя пользователя)|用户名.{0,8}完整的?(?:邮箱|邮件|电子邮件)?地址/i,
    'login-name',
    ['login-name-form', 'login-rejected'],
  ],
  [
    /(?:account|user|mailbox|login).{0,40}(?:temporarily )?(?:locked|blocked|suspended)\b(?!.{0,20}(?:list|recipient)| by (?:your|the|an?) organi[sz]ation'?s)|account (?:is |has been )?(?:disabled|deactivated|inactive|expired)/i,
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
