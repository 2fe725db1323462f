import { any } from '../phrases.ts';
import { type Rule, rulesOf } from '../rule.ts';

/** Phrases that name what is wrong so plainly that they outrank the numbers beside them. */
export const plainDeliveryRules: readonly Rule[] = rulesOf(undefined, [
  [
    any(
      'procmail: .{0,30}(?:couldn|error|unable)',
      'unknown mailer error',
      'command died',
      '(?:can ?not|could not|unable to) open new e-?mail file',
      '\\berrno ?= ?28\\b',
    ),
    'server-broken',
  ],
  [
    any(
      '(?:contain|infected|detected|found|carr(?:y|ies)|due to|because of)\\w*.{0,40}\\b(?:virus|malware|trojan)',
      '\\b(?:virus|malware|trojan|phishing)(?:es)? .{0,40}(?:detected|found|rejected|infected|blocked)',
      '\\binfected\\b',
      'clamav|\\beicar\\b',
      'rejected due to security policies',
      'вирус',
      'ウイルス',
    ),
    'virus',
  ],
  [
    any(
      '(?:dynamic|dial-?up|residential|consumer|home) (?:ip|address|host|client|user|customer)?\\s?(?:address |ip )?(?:pool|range|block|space|addresses)',
      '(?:use|through|via) your (?:own )?(?:isp|provider|internet provider)(?:.s)? (?:mail|smtp|outgoing|relay|smart)',
    ),
    'block-listed',
    ['client-refused', 'client-blocklisted'],
  ],
  [
    any(
      '(?:sending|send|outgoing|outbound|relay|daily|hourly|monthly) (?:mail |message |e-?mail )?(?:quota|limit)s? (?:is |was |has been |have been )?(?:exceeded|reached)|quota exceeded for (?:this|the) sender',
      'limite? (?:de |d.|di |do |del )?(?:envio|envío|envoi|invio|mensage\\w{1,3}|mensajes|messages|messaggi|e-?mails?|correos)\\b.{0,40}(?:exced|super|dépass|atteint|ating|alcanz|raggiunt)',
      '(?:sende|versand)(?:limit|kontingent|grenze|quote)\\w{0,3}.{0,40}(?:überschr|erreicht|ausgeschöpft)|送信(?:数|通数|件数)?.{0,10}(?:上限|制限)|发送.{0,12}(?:超限|上限|限制)|лимит.{0,20}(?:отправ|писем).{0,30}(?:превыш|исчерпан)',
    ),
    'rate-limited',
  ],
  [
    any(
      '^50[14] (?:5\\.\\d\\.\\d{1,2} )?.{0,40}(?:invalid|bad|illegal|malformed|wrong) (?:domain|host) ?name',
    ),
    'computer-name',
    ['computer-name-invalid', 'sender-rejected'],
  ],
  [
    any(
      'polic(?:y|ies) (?:violation|reasons?|restriction)|(?:by|due to|against|violates?) (?:(?!dmarc|spf|dkim)\\w{1,20} ){0,3}polic(?:y|ies)(?! record)|policy reject(?!\\w*\\W{1,3}relay)|policy reasons',
      'organi[sz]ation(?:al|.s) (?:settings|rules)|unauthenticated senders? not allowed|content presents a potential|blocked because (?:its|of its|the) content',
    ),
    'policy',
  ],
  [
    any(
      "(?:sender|from|envelope from|return[- ]path|originator)'?s? (?:e-?mail )?(?:address|domain)(?: \\S{1,100}| is| has| was)*? ?(?:rejected|denied|refused|invalid|not (?:allowed|accepted|permitted|verified|valid|found|exist|authori[sz]ed)|blocked|does not exist|unknown|doesn't exist|could not be verified)",
      '(?<!recipient )verification failed for <|(?:from|sending) (?:an |your )?unregistered domains?',
      "sender (?:rejected|denied|refused|blocked|unknown|not (?:allowed|accepted|authori[sz]ed|permitted))|(?:domain|address) of sender|sender verify failed|sender(?:'s)? (?:address|domain|host) .{0,60}(?:does not|doesn't|not) (?:exist|resolve|found)",
      'mail from:? ?<?\\S{0,80}>? (?:denied|rejected|refused|not allowed)|(?:invalid|bad|illegal|unknown|blocked|prohibited) (?:sender|from address|return path|mail from)',
      'backscatter|null sender|empty (?:envelope )?sender|not accept(?:ing)? (?:mail )?from <>',
      'purported responsible address|from: domain is invalid|valid from:',
    ),
    'sender-refused',
  ],
  [
    any(
      '(?:invalid|bad|missing|no) (?:(?:dns|a|aaaa|a\\/aaaa|mx) ){1,2}(?:resource )?records? .{0,30}sender',
    ),
    'sender-domain',
    ['sender-rejected', 'server-misconfigured'],
  ],
  [
    any(
      'user unknown',
      'unknown (?:local )?(?:user|recipient|mailbox|local[- ]part|addressee|virtual user)',
      'unknown account',
      "(?:no|not|isn't a|is no) (?:such|valid|known|existing|registered|local|active) (?:mail )?(?:user|recipient|mailbox|address|person|account|customer|local user|mail ?drop|email)",
      'no (?:such )?(?:user|mailbox|recipient|person|account)s?(?: \\S{1,80})? (?:here|there|found|by that name|with that|of that|exists|named|known)',
      "(?:user|recipient|mailbox|account|addressee|alias|mail ?drop|email address|e-?mail account)(?: name)?(?:\\(?s\\)?)?(?: is| was| does| \\W?\\S{3,80})?:? ?(?:not found|(?:does )?not exist|doesn't exist|nonexistent|not known|unknown|not listed|not registered|does not have an?|doesn't have an?|no longer (?:at|on|exist|valid)|couldn't be found|could not be found|cannot be found|not here|not a (?:valid|known|local))",
      "(?:user|recipient|mailbox|account|address)\\w* .{0,60}(?:not listed in|not found (?:in|on|by|at)|does not exist|doesn't exist|is unknown|not known (?:at|to|here))",
      'invalid (?:recipient|mailbox|user|final delivery|local address|to address)',
      '(?:bad|illegal|improper) (?:destination )?(?:mailbox|recipient|user)',
      'addressee unknown',
      'unrouteable address',
      'unknown or illegal alias',
      'not our (?:user|customer)',
      'recipientnotfound|recipient not found|resolver\\.adr\\.\\w{0,10}recipnotfound|resolver\\.adr\\.recipientnotfound',
      'no mailbox (?:here )?(?:by|for|with)',
      'sorry, no mailbox here',
      'we do not have (?:a )?mailbox',
      'not a (?:registered|valid) (?:gateway )?(?:user|mailbox)',
      'does not (?:appear to )?(?:have|be) an? (?:account|valid|active) .{0,40}(?:here|user|account|mailbox)?',
      "address (?:you tried to reach|.{0,60}you sent .{0,40})(?: does not exist|doesn't exist| is invalid)",
      '(?:recipient|email) address (?:is )?(?:not (?:found|valid|exist)|invalid|unknown|incorrect)',
      'unknown (?:to address|user account)',
      'name is not recognized',
      'mailbox unavailable or access denied',
      'the account you tried may not exist',
      'dest(?:ination)? address.{0,30}(?:invalid|unknown)',
      'このユーザー|宛先不明|存在しません|見つかりません(?:でした)?|あて先.{0,20}(?:不明|ありません)',
      'benutzer.{0,60}(?:unbekannt|existiert nicht|nicht gefunden)|empfänger.{0,60}(?:unbekannt|existiert nicht)|postfach.{0,40}(?:existiert nicht|nicht gefunden)',
      "utilisateur (?:inconnu|inexistant)|(?:adresse|destinataire|compte|bo[iî]te).{0,60}(?:inconnue?|inexistante?|n'existe pas)|destinataire invalide",
      '(?:usuario|destinatario|cuenta|buz[óo]n).{0,60}(?:desconocid|no existe|inexistente)',
      '(?:utente|indirizzo|casella|destinatario).{0,60}(?:sconosciut|non esiste|inesistente)',
      '(?:usuário|endereço|destinatário|conta).{0,60}(?:desconhecid|não existe|inexistente)',
      '(?:пользовател|адрес|ящик).{0,60}(?:не найден|не существует|неизвест)',
      'nie istnieje|neexistuje|bestaat niet|onbekende gebruiker|用户不存在|收件人不存在',
      'nicht (?:im|in der|in dem) .{0,30}(?:verzeichnis|adressbuch)|(?:verzeichnis|adressbuch) nicht (?:aufgeführt|eingetragen|gefunden|gelistet|vorhanden)',
      'ディレクトリのリストに',
      'adresse (?:introuvable|(?:e-?mail )?nicht gefunden|(?:konnte|wurde|est|n.a pas pu).{0,20}(?:nicht gefunden|introuvable|trouvée))|(?:direcci[óo]n|destinatario).{0,20}no encontrad|no se ha encontrado la direcci[óo]n|indirizzo non trovato|endereço não encontrado',
      'adres niet gevonden|nie znaleziono adresu|adresi? bulunamad|adressen (?:hittades inte|blev ikke fundet|ble ikke funnet)|osoitetta ei löyt|a cím nem található|adresa nenalezena',
      'アドレス.{0,6}(?:不明|見つかりません)|找不到(?:该|该收件人|收件人)?(?:地址|邮箱|用户)|(?:邮箱|邮件地址|收件人|地址|用户).{0,60}不存在|주소를 찾을 수 없',
    ),
    'recipient-unknown',
  ],
  [
    any(
      '(?:message|mail|e-?mail|attachment|body|data)(?: size)?(?: is| was| has| \\S{1,30}){0,3} (?:too (?:big|large|long)|exceed\\w* .{0,40}(?:size|limit|length|maximum|bytes)|larger than|over (?:the )?(?:size )?limit)',
      '(?:message|mail) size (?:exceed|too|limit)|maximum (?:message )?size|(?<!mailbox )exceeds (?:the )?(?:global |fixed |administrative )?(?:maximum |allowed )?(?:message )?(?:size|length)|(?<!mailbox )size limit exceed|too large (?:message|body|mail)',
      'resolver\\.rst\\.\\w{0,10}size\\w{0,10}|nachricht.{0,30}zu gro(?:ß|ss)|message trop (?:gros|volumineux)|mensaje.{0,30}demasiado grande|mensagem.{0,30}(?:muito|demasiado) grande',
      '(?:grö(?:ß|ss)en\\w{1,12}|grö(?:ß|ss)e|taille|tamaño|tamanho|dimensione).{0,60}(?:überschr|dépass|excede|excedi|supera)|überschreitet.{0,40}grö(?:ß|ss)|(?:dépass|exced|excede|supera).{0,40}(?:taille|tamaño|tamanho|dimension)|サイズ.{0,20}(?:超え|超過|大きすぎ)|p=maxsizeerror',
      'line limit exceeded',
    ),
    'too-large',
  ],
  [
    any(
      "(?:mailbox|mail box|inbox|account|user|recipient|storage|disk|maildir|box|incoming|folder)(?:'s)?(?: \\S{1,60}){0,4} (?:is |are |was |has |have |been )?(?:currently |too |almost )?(?:full\\b|over ?-?quota|out of (?:storage|space|quota)|exceed\\w* .{0,30}(?:quota|storage|limit|size|space)|over (?:the |its |his |their )?(?:allowed )?(?:quota|limit|size))",
      '(?:exceed\\w*|over|above|beyond|out of|not enough|insufficient|no) (?:\\S{1,20} ){0,3}(?:quota|storage space|disk space|mailbox size|space left|storage)(?! (?:on|for) (?:the )?(?:server|system))',
      'over ?quota|quota ?(?:limit )?(?:exceed|full|violation|reached|error)|quotaexceeded',
      'mailbox[ _]?full|full mailbox|mailfolder is full|delivery failed: over quota',
      'too much mail data|too many messages in',
      'account.{0,40}full|mailbox has exceeded',
      'recipientstoragefull|storage full|not enough (?:disk |storage )?space',
      'exceeded (?:his|her|its|their|the) (?:maximum )?(?:storage|disk|mailbox)',
      'postfach.{0,40}(?:voll|überschritten|erschöpft)|speicherplatz.{0,40}(?:überschritten|erschöpft|belegt)',
      'bo[iî]te.{0,40}pleine|quota d[ée]pass[ée]|buz[óo]n.{0,40}lleno|casella.{0,40}piena|caixa.{0,40}cheia',
      'bandeja.{0,40}llena|bo[iî]te.{0,60}satur|postvak.{0,30}\\bvol\\b|gelen kutusu.{0,20}dolu|inkorg.{0,20}full|indbakke.{0,20}fuld|innboks.{0,20}full|täynnä|postafi[óo]k.{0,20}megtelt|schránka.{0,20}plná',
      '受信トレイ.{0,10}(?:一杯|いっぱい)|(?:邮箱|收件箱|信箱).{0,10}(?:已满|满了|已滿)|받은편지함.{0,10}(?:가득|꽉)',
      'переполнен|メールボックスが.{0,10}(?:一杯|いっぱい)|容量.{0,10}(?:超|不足)|邮箱已满|skrzynka.{0,30}pełna',
    ),
    'mailbox-full',
  ],
  [
    any(
      "(?:account|mailbox|user|recipient|address|domain|customer)(?:\\(s\\))?(?:'s)?(?: \\S{1,60}){0,4} (?:is |has been |was |currently |temporarily )*(?:disabled|suspended|inactive|deactivated|deleted|discontinued|expired|frozen|closed|locked|dormant|terminated|not active|not enabled|no longer active|no longer in use)",
      '(?:account|mailbox|user) (?:is|was|has been) (?:temporarily )?blocked',
      '(?:account|mailbox|recipient|address) .{0,40}(?:disabled|suspended|inactive|deactivated|frozen)\\b',
      '(?:disabled|suspended|inactive|deactivated|expired|dormant) (?:user|account|mailbox|recipient|address)',
      'mailbox currently (?:suspended|unavailable)|not accepting (?:any )?(?:mail|messages|email) (?:for|at) th',
      'no longer accept(?:s|ing) (?:mail|messages|email)',
      'konto.{0,40}(?:gesperrt|deaktiviert)|compte.{0,40}(?:suspendu|désactivé|bloqué)|cuenta.{0,40}(?:suspendida|desactivada)|account.{0,30}sospeso',
    ),
    'recipient-disabled',
  ],
  [
    any(
      '(?:user|mailbox|recipient|address|account).{0,40}(?:has |have )?(?:moved|been replaced|changed (?:to|their|his|her|his\\/her))',
      'has moved|moved to|relocated|new address is|please (?:use|try) (?:the )?(?:new |following )?(?:address )?<?\\S{1,64}@\\S{1,100} instead',
      'no longer (?:on|at) (?:this )?server',
    ),
    'recipient-moved',
  ],
  [
    any(
      'relay(?:ing)?(?: access| mail| to \\S{1,80}| of \\S{1,80}| from \\S{1,80}| by \\S{1,80}| not){0,2} (?:denied|not (?:permitted|allowed|authori[sz]ed|possible|supported)|prohibited|disallowed|refused|rejected|forbidden|disabled)',
      "(?:not|cannot|unable to|won't|will not|do(?:es)? not|refus\\w{1,3}|denied|prohibit\\w*|no) (?:\\w{1,20} ){0,3}relay(?:ing)?\\b",
      'relay(?:ing)? (?:is |was )?(?:denied|prohibited|not)|relay access denied|(?:unauthorized|insecure|open|mail server) relay|relay restriction|must be authenticated.{0,20}relay|relay[ -]?(?:nicht|verweigert)',
      'allowed rcpt ?hosts|rcpthosts',
      'not (?:a )?(?:local|hosted|handled|relay) domain|we do not relay|not a gateway|is not permitted to relay',
      'erlaubt keine weiterleitung|relais (?:refus|interdit)|n.(?:autorise|accepte|admet) pas (?:le )?relais|no se permite (?:la )?retransmisi|does not allow relaying',
    ),
    'relay-refused',
    ['auth-needed', 'relay-denied'],
  ],
  [
    any(
      'dmarc|\\bspf\\b|\\bdkim\\b|sender policy framework|sender id \\(pra\\)|domainkeys',
      'does not have authentication information|fails? to pass authentication|not authenticated (?:by|per)|email authentication|authentication checks|sender authentication',
      '(?:sender|message|e?-?mail) (?:is|was) unauthenticated|because .{0,40}\\bunauthenticated',
    ),
    'not-authenticated',
    ['dmarc', 'sender-rejected'],
  ],
  [
    any(
      'reverse (?:dns|name|lookup|address|hostname|ip|mapping|record)',
      '\\bptr\\b|\\brdns\\b|fcrdns|forward[- ]confirmed',
      'cannot (?:find|resolve) your (?:reverse )?(?:host ?name|address|ip)|unresolvable (?:client|ip|host|relay)',
      'no (?:reverse|hostname|rdns)|does not have a (?:reverse|ptr|host ?name)|ip name lookup failed|ip name is forged|(?:hostname|domain name|dns) lookup .{0,20}fail.{0,20}(?:client|your)',
      "(?:host|ip|server|relay|client|name|address)\\w* .{0,60}(?:does not|doesn't|must|failed to|could not be|not) (?:properly )?resolve[ds]?\\b",
      'client host rejected: cannot find|unable to (?:look ?up|resolve) .{0,20}(?:your|client|ip)',
      'dns (?:hostname )?(?:check|validation) .{0,30}fail',
      'unverif(?:y|i)able sending',
    ),
    'no-reverse-name',
  ],
  [
    any(
      'gr[ae]y-?\\s?list',
      'postgrey',
      'try again in \\d{1,6} ?(?:s|min)',
      'come back (?:in|later)',
      'first (?:contact|encounter)',
    ),
    'greylisted',
    ['greylisting'],
  ],
  [
    any(
      'too many (?:concurrent |simultaneous |open |active |incoming )?(?:smtp )?(?:connections?|sessions|clients|channels)',
      'connections? (?:rate|count|frequency) (?:limit|exceed)|maximum (?:number of )?(?:concurrent )?connections?',
      '(?:concurrent|simultaneous|concurrency) .{0,40}(?:limit|exceed|too many)',
    ),
    'too-many-connections',
  ],
  [
    any(
      'too many recipients',
      'recipients? (?:count|number|limit) .{0,30}exceed',
      'maximum (?:number of )?recipients',
      'too many rcpt',
    ),
    'too-many-recipients',
  ],
  [
    any(
      'too many (?:messages|mails|e-?mails|errors|requests|commands|unknown|invalid|bad)',
      'sent to too many recipients|has sent .{0,40}this (?:hour|day)',
      '(?:rate|sending|hourly|daily|frequency|submission|traffic|relay quota|volume) ?(?:rate |sending |message |of messages )?(?:limit|quota|exceeded)|rate[- ]?limit|throttl',
      'exceed\\w* .{0,60}(?:per|an|each) (?:hour|day|minute|second)|(?:messages|emails|recipients) per (?:hour|day|minute)',
      'sending too (?:fast|many|much)|too (?:fast|quickly|frequent)|receiving mail (?:at a rate|too quickly)|mail rate that|slow ?down|excessive (?:volume|rate|number)',
      'temporarily (?:rate|deferred due to unexpected volume)|user has exceeded .{0,40}limit',
      '(?:limit|number) (?:on|of) (?:the )?(?:\\w{1,20} ){0,3}(?:messages|mails|e-?mails|recipients)\\b.{0,30}(?:exceed|reached)',
    ),
    'rate-limited',
  ],
  [
    any(
      "host or domain name not found|host (?:name )?(?:is )?(?:unknown|not found)|unknown host|no such (?:host|domain)|domain (?:name )?(?:is )?(?:not found|unknown|does not exist|doesn't exist|invalid)|non-?existent (?:host|domain)|nxdomain|illegal host\\/domain|bad (?:destination )?(?:host|system|domain)|unknown (?:domain|host) ?name|invalid domain",
      "name ?server:? .{0,60}host not found|name service error .{0,60}(?:not found|nxdomain)|unrouteable mail domain|all relevant mx records point to non-existent|unable to route to domain|recipient domain .{0,60}(?:not exist|not found|invalid)|domain .{0,80}couldn't be found",
      "(?:no|couldn't find (?:any|an?)) (?:mx|mail exchanger|host named|valid (?:mx|host))|no (?:mx|a|aaaa)(?: or (?:mx|a|aaaa))? records?|dns (?:error|domain).{0,60}(?:nonexistent|not exist|not found|no such)|nonexistentdomain|infodomain",
      'no route (?:found )?to (?:the )?domain|keine route (?:zu|zur) .{0,20}domäne|the account or domain may not exist|domain is not reachable|\\b[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,4} does not exist',
    ),
    'recipient-host',
  ],
  [
    any(
      'spamhaus|spamcop|barracudacentral|uceprotect|invaluement|sorbs\\.|abuseat|proofpoint dynamic|spamrats|cloudmark|senderbase|trendmicro|\\b(?:rbl|dnsbl|dul|sbl|xbl|pbl|cbl)\\b',
      '(?:black|block|deny|ban)-?\\s?list',
      'blocked (?:using|by|due|for|because|at|-)(?! (?:spamassassin|rspamd|(?:our |the |a )?(?:spam|content) ?(?:filter|rule|score)))|is (?:currently )?(?:blocked|blacklisted|listed|banned)|listed (?:at|by|in|on)|denied by|access from (?:your )?ip',
      "(?:your|client|sending|remote|source|sender)(?:'s)? (?:\\w{1,20} ){0,2}(?:ip|ip address|host|server|network|mta)\\b.{0,60}(?:blocked|banned|denied|rejected|refused|not allowed|blacklisted)",
      'dynamic (?:ip|address|host|range|pool)|dial-?up|residential|generic (?:rdns|hostname)',
      'client host \\S{0,100} ?rejected|(?:connection|connections|mail|message|messages) (?:from \\S{1,80} )?(?:rejected|refused|blocked) (?:by|from|due to) (?:this |your )?(?:ip|host|network|server)',
      'no smtp service|you are not (?:allowed|authorized|permitted) to (?:connect|use this)|bad (?:ip|host|server)|unauthorized (?:ip|host)|connection (?:refused|rejected) (?:from|by) ',
      '\\(BL\\d{0,3}\\)|not accepting connections|refused to talk to me',
    ),
    'block-listed',
  ],
  [
    any(
      'reputation',
      'spam(?:my)? (?:source|host|network)|sent (?:a lot of )?spam|senderscore|(?:low|bad|poor) (?:sender|score|karma)|history of (?:sending )?(?:spam|abuse)|suspicious due to',
      'unusual rate of (?:unsolicited|mail)',
    ),
    'reputation',
  ],
  [
    any(
      '(?:helo|ehlo)\\b.{0,60}(?:invalid|reject|syntax|denied|fqdn|fully|bogus|refus|need|illegal|spoof|fake|domain must)',
      '(?:invalid|bad|bogus|syntactically invalid|illegal|forged) .{0,20}(?:helo|ehlo)',
    ),
    'computer-name',
    ['computer-name-invalid', 'server-policy'],
  ],
  [
    any(
      'smtp (?:protocol )?synchroni[sz]ation',
      'pipelining (?:not allowed|error|rejected|violation)',
      '(?:before|too early).{0,30}(?:banner|greeting|prompt)|talk(?:ed|ing|s)? (?:before|too (?:early|soon))',
    ),
    'spoke-early',
  ],
  [
    any(
      '\\bspam\\b',
      'spammy',
      '\\bjunk\\b',
      'unsolicited',
      'bulk (?:e-?)?mail',
      '\\b(?:ube|uce)\\b',
      'spamassassin',
      'spam ?score',
      '(?:identified|classified|considered|looks like|detected) (?:as |a )?spam',
      'message content rejected',
      '\\bgtube\\b',
      'high spam',
      'pyzor|razor2?\\b',
    ),
    'spam',
  ],
  [
    any(
      '(?:attachment|file ?type|file extension)s?.{0,60}(?:not (?:allowed|accepted|permitted)|blocked|banned|prohibited|rejected|forbidden|restrict)',
      'banned (?:file|content|extension)|blocked (?:attachment|file|content)|(?:forbidden|prohibited|restricted) (?:file|content|attachment|url)|content (?:reject|restrict|filter|block|policy|not allowed|scan)\\w*',
      'contains? (?:a |an )?(?:forbidden|prohibited|suspicious|blocked|unacceptable) (?:url|link|content|word|attachment)',
    ),
    'content',
    ['content-refused', 'server-policy'],
  ],
  [
    any(
      'command (?:not (?:recognized|implemented|understood)|unrecognized|unknown)',
      '(?:unrecognized|unknown) command',
      'syntax error, command',
    ),
    'command-unknown',
  ],
  [
    any(
      '\\brfc ?-?(?:2822|5322|822|2821|5321|1652|2047|1123)\\b',
      '(?:bare|stray) (?:lf|cr|line ?feed)',
      '(?:missing|duplicate|multiple|malformed|badly|improper|illegal|no valid|invalid) .{0,20}(?:header|from:|date:|message-?id|mime|from field)s?\\b|headers? (?:too (?:large|long|many)|.{0,20}(?:missing|invalid|syntax|malformed))|single-instance headers',
      'line too long|8-?bit (?:data|mime|body).{0,30}(?:not|cannot)|cannot (?:accept|forward) 8-?bit|charset|mime (?:error|structure|encoding)|protocol violation|syntax error|not (?:rfc|compliant)|command parameter not implemented|command out of',
      'header error|malformed address',
    ),
    'message-form',
    ['content-refused', 'program-too-old'],
  ],
  [
    any(
      "null ?mx|does not accept (?:mail|e-?mail)\\b(?! from)|domain .{0,60}does not accept mail|doesn't accept (?:any )?e?mail",
    ),
    'recipient-no-mail',
  ],
  [
    any(
      "unable to deliver in \\d|envelope expired|message expired|delivery (?:time )?expired|retry time(?:out| not reached)|(?:could not be|has not (?:yet )?been|not been|couldn't be) (?:delivered|sent) (?:.{0,40} )?(?:for|within|after|in) (?:more than )?(?:the last )?\\d|cannot send message for \\d|too old|in (?:the )?queue (?:too long|for more than|for \\d)|been trying to deliver|delivery failed \\d{1,3} attempts|giv(?:e|ing) up(?! on)|maximum (?:retry|queue|delivery) time|time ?out (?:exceeded|expired)|retries exceeded|undelivered after|connection (?:attempt )?timed ?out|conn(?:ection)? ?time-?out|did not accept our requests to connect|host not (?:reachable|responding)|(?:server|host) (?:is )?(?:not responding|did not respond|unreachable)|no answer from host|could(?: not|n't) (?:connect|contact)|message-?ttl|delivery (?:was )?delayed",
      'could not find a gateway',
    ),
    'gave-up',
  ],
  [
    any(
      'malformed or unexpected name server reply|host (?:is )?unreachable|no route to host|connection (?:was )?(?:reset|refused)|lost connection with|network is unreachable',
      'able to establish an smtp connection|network error on',
    ),
    'remote-down',
    ['remote-server-down', 'recipient-wrong'],
  ],
  [
    any(
      'mail (?:server )?loop|loops? back to|mx (?:record )?points? to (?:local ?host|this host|itself|me\\b)|too many (?:hops|received)|hop ?count|routing loop|forwarding loop|loop(?:ing)? (?:detected|found)|message looping',
    ),
    'mail-loop',
  ],
  [
    any(
      'local delivery failed|pipe to \\||\\|\\/\\S{1,60}\\/bin\\/|child process of|procmail|command (?:died|failed|output)|unknown mailer error|mailer (?:error|exited)|exit (?:status|code) \\d|x-unix; ?\\d|error writing (?:message|to)|maildrop|dovecot-lda|sieve',
      'could not load|unable to contact \\w{2,20} server|transaction failed|resources temporarily unavailable',
    ),
    'server-broken',
  ],
]);
