import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** Who sends: the address, and its domain. */
export const senderRules: readonly Rule[] = rulesOf(undefined, [
  [
    any(
      "(?:sender|from|envelope from|return[- ]path|originator)'?s? (?:e-?mail )?(?:address|domain)(?: \\S{1,100}| is| has| was)*? ?(?:rejected|denied|refused|invalid|not (?:allowed|accepted|permitted|verified|valid|found|exist|authori[sz]ed)|blocked|does not exist|unknown|doesn't exist|could not be verified|not hosted)",
      '(?<!recipient )verification failed for <|call-?(?:back|out) (?:setup |verification )?failed|(?:from|sending) (?:an |your )?unregistered domains?',
      "sender (?:rejected|denied|refused|blocked|unknown|not (?:allowed|accepted|authori[sz]ed|permitted))|(?:domain|address) of sender|sender verify failed|sender(?:'s)? (?:address|domain|host) .{0,60}(?:does not|doesn't|not) (?:exist|resolve|found)",
      'mail from:? ?<?\\S{0,80}>? ?(?:denied|rejected|refused|not allowed|invalid)|your (?:e-?mail )?address\\b.{0,60}(?:not (?:subscribed|allowed|permitted|authori|a member)|black-?list|blocked)|fake sender|mail from\\b.{0,100}mismatch|verify (?:mail ?from|sender)\\b.{0,10}fail|(?:denies|deny|refuses?) (?:the )?sender|(?:invalid|bad|illegal|unknown|blocked|prohibited) (?:sender|from address|return path|mail from)',
      'unauthori[sz]ed (?:sender|from)|(?:postmaster|sender|call-?(?:back|out)|return[- ]path) verif\\w{3,8} (?:has )?(?:failed|error|unsuccessful)|verification failed (?:while|when) checking|no access for (?:this|your) (?:user|sender|address|domain)',
      'backscatter|null (?:sender|return[- ]path|reverse[- ]path)|sender (?:address )?is (?:null|empty)|empty (?:envelope )?sender|not accept(?:ing)? (?:mail )?from <>',
      'sender (?:is )?not (?:pre-?)?(?:approved|in .{0,30}(?:guest|white|allow|contact) ?-?list)|not accept(?:ing)? (?:any )?(?:mails?|messages?|e-?mails?) from (?!\\[?\\d|your (?:ip|host|server|network))|envelope (?:blocked|rejected)\\W{1,3}(?:user|domain) entry|purported responsible address|from: domain is invalid|valid from:',
      '(?:absender|expéditeur|remitente|mittente|remetente|afzender)(?:adresse)?(?: \\S{1,60}){0,3} (?:abgelehnt|verweigert|nicht erlaubt|refusé|rejeté|non autorisé|rechazado|denegado|no autorizado|rifiutato|respinto|recusado|rejeitado|geweigerd)|(?:refusé|rejeté|rechaz(?:ó|ado|a)|rifiutato|recusou|rejeitou) (?:l.|el |al |il |o )?(?:expéditeur|remitente|mittente|remetente)',
    ),
    'sender-refused',
  ],
  [
    any(
      '(?:from:? ?|sender:? ?|your |^501 (?:5\\.\\d\\.\\d{1,2} )?|mail from:? ?)domain (?:name )?(?:must|has to|needs? to|should) (?:resolve|exist|be (?:valid|registered))|unresolvable \\S{0,12} ?(?:from|sender|envelope)',
      '(?:valid|no|an?) (?:a|mx|dns)(?:(?:,|\\/| or| and)? (?:a|mx|aaaa|dns))* records? .{0,30}(?:sender|sending|from)|(?:invalid|bad|missing|no) (?:(?:dns|a|aaaa|a\\/aaaa|mx) ){1,2}(?:resource )?records? .{0,30}sender',
    ),
    'sender-domain',
    ['sender-rejected', 'server-misconfigured'],
  ],
]);
