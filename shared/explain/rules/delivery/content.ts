import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** What the message says, carries, and how it is written. */
export const contentRules: readonly Rule[] = rulesOf(undefined, [
  [
    any(
      '\\bspam(?!@|haus|cop|rats)',
      'spammy',
      '\\bjunk\\b',
      'unsolicited',
      '\\b(?:mass|bulk)[ -]?(?:e-?)?mail',
      '\\b(?:ube|uce)\\b',
      'spamassassin',
      'spam ?score',
      '(?:identified|classified|considered|looks like|detected) (?:as |a )?spam',
      'message content rejected',
      '\\bgtube\\b',
      'high spam',
      'pyzor|razor2?\\b|\\b(?:by|at) dcc\\b',
    ),
    'spam',
  ],
  [
    any(
      '(?:attachment|file ?type|file extension)s?.{0,60}(?:not (?:allowed|accepted|permitted)|blocked|banned|prohibited|rejected|forbidden|restrict)',
      "(?:archives?|zip|rar|7z|macros?|executables?|encrypted|password[- ]protected|office documents?|\\.\\w{2,4} files?)\\b.{0,60}(?:not (?:allowed|accepted|permitted)|n.t (?:allowed|accepted|permitted)|blocked|banned|prohibited|rejected|forbidden)|(?:not|n't) (?:permit|allow|accept) (?:\\w{1,20} ){0,3}(?:attachments?|archives?|zip|executables?|macros?)",
      '(?:anhang|anhänge|anlagen?|dateityp\\w*|dateiendung\\w*|pièces? jointes?|type de fichier|archivos? adjuntos?|adjuntos?|allegat[oi]|anexos?|bijlagen?|załącznik\\w*|вложени\\w*).{0,80}(?:nicht (?:erlaubt|zugelassen|gestattet|akzeptiert)|verboten|gesperrt|blockiert|abgelehnt|interdit|refus|non autoris|pas autoris|bloqué|no (?:está )?permitid|prohibid|bloquead|rechazad|non (?:è |sono )?(?:consentit|ammess|permess)|bloccat|não (?:é |são )?permitid|niet toegestaan|geblokkeerd|niedozwol|zablokow|запрещен|заблокирован|не разреш)|添付ファイル.{0,30}(?:許可され|拒否|ブロック|禁止)|附件.{0,20}(?:不允许|拒绝|禁止|被拦截)',
      '\\bbanned: ?[\\w.-]{1,40}\\/|(?:banned|blocked|forbidden|prohibited|restricted|dangerous|disallowed|unacceptable) (?:file|content|extension|attachment|archive|url)|content (?:reject|restrict|filter|block|policy|not allowed|scan)\\w*',
      'message (?:has been |was )?filtered|(?:not|n.t) accept(?:ing)? (?:any )?(?:mails?|messages?|e-?mails?) (?:in|of|with|without|containing|that contain)\\b|contains? (?:a |an )?(?:forbidden|prohibited|suspicious|blocked|unacceptable) (?:url|link|content|word|attachment)',
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
      '(?:no|missing|without) (?:an? |the )?[a-z-]{2,20} (?:header|field)\\b',
      '\\brfc ?-?(?:2822|5322|822|2821|5321|1652|2047|1123)\\b',
      '(?:bare|stray) (?:lf|cr|line ?feed)',
      '(?:missing|duplicate|multiple|malformed|badly|improper|illegal|no valid|invalid) .{0,20}(?:header|from:|date:|message-?id|mime|from field)s?\\b|headers? (?:too (?:large|long|many)|.{0,20}(?:missing|invalid|syntax|malformed))|single-instance headers',
      'line too long|(?:8|eight)[- ]?bit (?:data|mime|body|characters?|headers?).{0,30}(?:not|cannot)|non-?ascii .{0,40}(?:header|not)|cannot (?:accept|forward) 8-?bit|charset|mime (?:error|structure|encoding)|protocol violation|syntax error|not (?:rfc|compliant)|command parameter not implemented|command out of',
      '(?:message|mail|content|body|mime)?:? ?\\bconversion (?:failure|failed|error|(?:is )?not|prohibited)|not comply with|bad[_ -]header|header error|malformed address',
    ),
    'message-form',
    ['content-refused', 'program-too-old'],
  ],
]);
