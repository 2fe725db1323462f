import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** What the mailbox it is for takes: too large, full, closed, moved. */
export const mailboxRules: readonly Rule[] = rulesOf(undefined, [
  [
    any(
      '(?:maximum|allowed) mailbox size|(?:error writing|cannot append) message\\b.{0,160}: (?:file too large|disk quota|no space)',
      '(?:over|exceed\\w*) (?:the )?(?:maximum )?allowed (?:number of messages|message count|storage)|exceed maximum allowed storage',
    ),
    'mailbox-full',
  ],
  [
    any(
      '(?:message|mail|e-?mail|attachment|body|data)(?: size)?(?: is| was| has| \\S{1,30}){0,3} (?:too (?:big|large|long)|exceed\\w* .{0,40}(?:size|limit|length|maximum|bytes)|larger than|over (?:the )?(?:size )?limit)',
      '(?:message|mail) size (?:exceed|too|limit|violat)|maximum (?:message )?size|(?<!mailbox )exceeds (?:the )?(?:global |fixed |administrative )?(?:maximum |allowed )?(?:message )?(?:size|length)|(?<!mailbox )size limit exceed|\\bclass=size\\b|\\bmax(?:imum|\\.)? (?:message |mail |e-?mail )?size\\b|too large (?:message|body|mail)',
      'resolver\\.rst\\.\\w{0,10}size\\w{0,10}|(?:nachricht|anhang|anlage|datei|e-?mail).{0,30}zu gro(?:ß|ss)|(?:pièce jointe|fichier).{0,30}trop (?:gros|volumineu|lourd)|(?:adjunto|archivo).{0,30}(?:demasiado|muy) grande|(?:allegato|messaggio).{0,30}troppo grande|(?:anexo|arquivo).{0,30}(?:muito grande|grande demais)|(?:bijlage|bericht).{0,30}te groot|(?:załącznik|wiadomość).{0,30}za duż|вложение.{0,30}слишком больш|(?:添付ファイル|メール).{0,20}大きすぎ|(?:附件|邮件).{0,10}(?:过大|太大|超过)|message trop (?:gros|volumineux)|mensaje.{0,30}demasiado grande|mensagem.{0,30}(?:muito|demasiado) grande',
      '(?:grö(?:ß|ss)en\\w{1,12}|grö(?:ß|ss)e|taille|tamaño|tamanho|dimensione).{0,60}(?:überschr|dépass|excede|excedi|supera)|überschreitet.{0,40}grö(?:ß|ss)|(?:dépass|exced|excede|supera).{0,40}(?:taille|tamaño|tamanho|dimension)|サイズ.{0,20}(?:超え|超過|大きすぎ)|p=maxsizeerror',
      'line limit exceeded',
    ),
    'too-large',
  ],
  [
    any(
      "(?:mailbox|mail box|inbox|account|user|recipient|storage|disk|maildir|box|incoming|folder)(?:'s)?(?: \\S{1,60}){0,4} (?:is |are |was |has |have |been )?(?:currently |too |almost )?(?:(?<!\\b\\d{1,2} ?% )full\\b|over ?-?quota|out of (?:storage|space|quota)|exceed\\w* .{0,30}(?:quota|storage|limit|size|space)|over (?:the |its |his |their )?(?:allowed )?(?:quota|limit|size))",
      '(?:exceed\\w*|over|above|beyond|out of|not enough|insufficient|no) (?:(?!system\\b)\\S{1,20} ){0,3}(?:quota|storage space|disk space|mailbox size|space left|storage)(?! (?:on|for) (?:the )?(?:server|system))',
      'overdrawn|quota is over|over quote\\b|space (?:has |is )?(?:been )?used up|(?:able|unable) to receive any more|over ?quota|quota ?(?:limit )?(?:exceed|full|violation|reached|error)|quotaexceeded',
      'mailbox[ _]?full|full mailbox|mailfolder is full|delivery failed: over quota',
      '(?:mailbox|maildir|inbox|account|storage|disk) ?-?(?:quota|size|storage|space|limit)s? (?:\\w{1,12} ){0,2}(?:exceed|reached|exhaust|full\\b)|reached (?:\\w{1,12} ){0,2}(?:disk|mail ?box|storage) (?:quota|limit)',
      'too much mail data|(?<!sent )too many (?:messages|mails|e-?mails) (?:in|on|stored)\\b|not enough (?:mail ?box )?(?:space|room)|(?:box|mail) space not enough',
      'account.{0,40}full|mailbox has exceeded',
      'recipientstoragefull|storage full|not enough (?:disk ?|storage )?space',
      'exceeded (?:his|her|its|their|the) (?:maximum )?(?:storage|disk|mailbox)',
      "(?:not|n't) have (?:enough|sufficient|any more) (?:\\w{1,12} ){0,2}(?:space|room|storage|quota)",
      'postfach.{0,80}(?:\\bvoll|überschritten|erschöpft|keine weiteren nachrichten)|speicherplatz.{0,40}(?:überschritten|erschöpft|belegt)',
      'bo[iî]te.{0,40}pleine|quota d[ée]pass[ée]|buz[óo]n.{0,60}lleno|(?:casella|cassetta).{0,60}piena|caixa.{0,40}cheia',
      'bandeja.{0,40}llena|bo[iî]te.{0,60}satur|postvak.{0,30}\\bvol\\b|gelen kutusu.{0,20}dolu|inkorg.{0,20}full|indbakke.{0,20}fuld|innboks.{0,20}full|täynnä|postafi[óo]k.{0,20}megtelt|schránka.{0,20}plná',
      '(?:casilla|buz[óo]n|cuenta|caixa|conta|espacio|espaço|spazio|espace|speicher(?:platz|volumen)?).{0,60}(?:agotad|esgotad|esaurit|épuisé|ueberschritten|überschritten|excedid|superad|insuficiente|insufficiente)',
      '受信トレイ.{0,10}(?:一杯|いっぱい)|(?:邮箱|收件箱|信箱).{0,10}(?:已满|满了|已滿)|받은편지함.{0,10}(?:가득|꽉)',
      'переполнен|メールボックスが.{0,10}(?:一杯|いっぱい)|容量.{0,10}(?:超|不足)|邮箱已满|skrzynka.{0,60}pełna',
    ),
    'mailbox-full',
  ],
  [
    any(
      "(?:account|mailbox|user|recipient|address|domain|customer)(?:\\(s\\))?(?:'s)?(?: \\S{1,60}){0,4} (?:is |has been |was |currently |temporarily )*(?:disabled|suspended|inactive|deactivated|deleted|discontinued|expired|frozen|closed|locked|dormant|terminated|not active|not enabled|no longer active|no longer in use)",
      '(?:account|mailbox|user) (?:is|was|has been) (?:temporarily )?blocked',
      '\\b(?:in|recipient |user |account )activity\\b|should log ?in to (?:enable|receive)',
      '> is (?:now |currently )?(?:an? )?(?:disabled|inactive|deactivated|suspended|closed)',
      '(?:account|mailbox|recipient|address) .{0,40}(?:disabled|suspended|inactive|deactivated|frozen)\\b',
      '(?:disabled|suspended|inactive|deactivated|expired|dormant) (?:user|account|mailbox|recipient|address)',
      'mailbox currently (?:suspended|unavailable)|not accepting (?:any )?(?:mail|messages|email)s?\\b(?! (?:from|in|of|with|containing|without|by|via))',
      "(?:user|recipient|account|mailbox|owner|addressee|customer|subscriber)\\b.{0,40} (?:has|have|had|was|been|did)? ?(?:n't|not|never) (?:\\w{1,12} )?(?:enter|log|sign|access|us|check|read|open|visit)(?:ed|ged)?(?: (?:in|on|into|onto|to|his|her|its|their|the|during|for|since|mail\\w{0,3})\\b|\\W{0,2}$)|never (?:logged|signed) (?:in|on)|\\binactive (?:on|at|in|for|since|as)\\b|unavailable to (?:take|receive|accept)",
      'no longer accept(?:s|ing) (?:mail|messages|email)',
      '(?:casilla|cuenta|buz[óo]n|usuario|caixa|conta|casella|compte|bo[iî]te).{0,40}(?:expirad|caducad|vencid|inactiv|inativ|desativad|deshabilitad|bloquead|cancelad|scadut|disattivat|disabilitat|expiré|fermée?\\b|clôtur|supprimé)|(?:konto|skrzynka|ящик).{0,40}(?:geschlossen|gelöscht|abgelaufen|zablokowan|nieaktywn|заблокирован|отключ[её]н|удал[её]н|неактив)',
      '(?:konto|postfach).{0,40}(?:gesperrt|deaktiviert)|compte.{0,40}(?:suspendu|désactivé|bloqué)|cuenta.{0,40}(?:suspendida|desactivada)|account.{0,30}sospeso',
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
]);
