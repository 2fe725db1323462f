import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** What is said so plainly that whatever stands beside it is less: a program that broke, a virus, limits of the sender, rules. */
export const overrulingRules: readonly Rule[] = rulesOf(undefined, [
  // Behind the frame of a refused sender, what the server has against it.
  [any('address rejected: (?:\\w{1,20} ){0,3}rate limit'), 'rate-limited'],
  [any('address rejected: not logged in'), 'login-missing'],
  [
    any(
      '(?:account|user|mailbox|sender) (?:\\w{1,12} ){0,2}(?:suspended|blocked|disabled|locked) (?:for|due to|because of) (?:sending )?(?:spam|abuse)',
    ),
    'account-locked',
  ],
  [any('\\bpop[- ]before[- ]smtp\\b'), 'pop-first'],
  // A name server that gives no answer for now says nothing against the name.
  [
    any(
      'host (?:name )?not found, try again|temporary (?:name )?(?:lookup|resolution) (?:failure|error)|\\bservfail\\b',
    ),
    'remote-down',
  ],
  [
    any(
      '(?:el|o|il|la) dominio .{0,60}(?:no existe|não existe|non esiste)|(?:domäne|domain) .{0,60}existiert nicht|le domaine .{0,60}n.existe pas|(?:域名|域).{0,40}不存在',
    ),
    'recipient-host',
  ],
  [any('\\blista negra|\\bliste noire|\\bsperrliste|黑名单|ч[её]рн\\w{2,3} спис'), 'block-listed'],
  // That an address refuses is told with the words of a connection, too: the status says which it is.
  [
    any(
      '^5\\d\\d[ -]5\\.7\\.\\d{1,3}\\W{1,3}(?:\\S{1,20} ){0,3}connection (?:was )?(?:refused|rejected|denied)',
    ),
    'block-listed',
  ],
  [
    any(
      'received:?[\'"]? .{0,20}headers? (?:exceed|counts?)|\\b(?:loop|hop|forwarding|received)\\w* (?:\\w{1,12} )?counts? (?:exceed|too|limit|is|of \\d)',
    ),
    'mail-loop',
  ],
  [
    any(
      '(?<!or )(?:account|mailbox|user) (?:is|was|has been) (?:\\w{1,12} )?(?:disabled|deactivated|suspended|inactive)\\b(?! or)',
    ),
    'recipient-disabled',
  ],
  [
    any(
      '\\bqueue quota\\b|(?:message|mail|sending|receiving|delivery) rate limit',
      '(?:excessive|too many) (?:\\w{1,12} )?(?:unknown|invalid|bad) (?:recipients|users|addresses)',
    ),
    'rate-limited',
  ],
  [
    any(
      'fail\\w* (?:\\w{1,12} ){0,3}anti-?spam|(?:detected|identified|flagged|rejected|classified|considered|blocked) (?:\\w{1,12} ){0,2}(?:as|for|by) (?:\\w{1,12} ){0,2}(?:anti-?)?spam\\b',
      '\\bspam (?:or|and|\\/) (?:a )?virus|\\bspam (?:mails? |messages? |e-?mails? |content )?(?:is |was |has been )?(?:blocked|rejected|refused|denied|detected|not (?:accepted|allowed))',
    ),
    'spam',
  ],
  [
    any(
      'procmail: .{0,30}(?:couldn|error|unable)|error writing to (?:mail ?)?file|(?:space left|esaurito) (?:on|sul) device',
      'unknown mailer error',
      'command (?:died|time limit)',
      '(?:can ?not|could not|unable to) open new e-?mail file',
      '\\berrno ?= ?28\\b',
      '\\/\\.forward\\b|out of memory',
    ),
    'server-broken',
  ],
  [
    any(
      '(?:contain|infected|detected|found|carr(?:y|ies)|due to|because of)\\w*.{0,40}\\b(?:virus|malware|trojan)',
      '\\b(?:virus|malware|trojan|phishing)(?:es)? .{0,40}(?:detected|found|rejected|infected|blocked)',
      '\\bvirus\\b.{0,60}(?:gefunden|entdeckt|erkannt|détecté|trouvé|detectad|encontrad|rilevat|trovat|gevonden|gedetecteerd|wykryt|обнаружен|検出)|(?:contains?|infected with|found|detected) .{0,20}\\b(?:mal|troj|w32|win32|vbs|js|html|doc)\\/\\w',
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
      '(?:message|mail|attachment|content|file|url|link)s? (?:is|are|was|were|has been|have been) banned|words? in (?:the|your) (?:message|mail|subject|text)\\b|(?:blocked|rejected|refused) because it contains|quarantined|(?:message|mail) (?:is |was )?held (?:for|before|until)',
    ),
    'content',
    ['content-refused', 'server-policy'],
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
      '(?:reached|exceeded|hit|over) (?:the|your|a|its|their) (?:\\w{1,20} ){0,3}(?:limit|quota|maximum) (?:for|on|of|to) (?:the )?(?:\\w{1,20} ){0,4}(?:send\\w*|sent|messages?|e-?mails?|mails?|recipients?)\\b',
      '(?:limit\\w*|grenze|höchstzahl|maximum|límite|plafond|quota) .{0,40}(?:senden|versand|versend|envoi|envoy|envi[oóa]|invi[oa]|verzend|wysył|отправ).{0,40}(?:erreicht|überschr|atteint|dépass|alcanz|super|ating|exced|raggiunt|bereikt|overschr|osiągn|przekrocz|достиг|превы)|(?:erreicht|überschritten|atteint|dépassé|alcanzad\\w|superado|atingi\\w{1,2}|excedid\\w|raggiunto|superato|bereikt|osiągnię\\w+|достиг\\w*|превысил\\w*) .{0,20}(?:limit\\w*|grenze|límite|plafond|quota|лимит) .{0,40}(?:senden|versand|envoi|envoy|envi[oóa]|invi[oa]|verzend|wysył|отправ)',
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
      'polic(?:y|ies) (?:violation|reasons?|restriction)|(?:by|due to|against|violates?) (?:(?!dmarc|spf|dkim)\\w{1,20} ){0,3}polic(?:y|ies)(?! record)|policy reject(?!\\w*\\W{1,3}relay)|policy reasons|policy (?:failure )?error|rule imposed|delivery is not (?:allowed|permitted) to|not accept delivery of',
      '(?:delivery|sending|permission|allowed|address|group) .{0,40}\\brestricted|(?:übermittlung|zustellung|senden) .{0,40}eingeschränkt|(?:remise|envoi|distribution) .{0,60}(?:restreint|limité)|(?:entrega|envío|envio) .{0,60}(?:restringid|limitad)|(?:recapito|consegna|invio) .{0,60}(?:limitat)|配信.{0,30}制限され|(?:allowed|berechtigt|autorisé|autorizado|autorizzato) .{0,30}(?:group|gruppe|groupe|grupo|gruppo)|verteilerliste|mail ?flow rule|nachrichtenflussregel|règle de flux|regla de flujo',
      'organi[sz]ation(?:al|.s) (?:settings|rules)|unauthenticated senders? not allowed|content presents a potential|blocked because (?:its|of its|the) content',
    ),
    'policy',
  ],
]);
