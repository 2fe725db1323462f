import { any } from '../../phrases.ts';
import { type Rule, rulesOf } from '../../rule.ts';

/** How much, and how often: later, fewer, slower. */
export const limitRules: readonly Rule[] = rulesOf(undefined, [
  [
    any(
      'gr[ae]y-?\\s?list',
      'not yet (?:\\w{1,12} )?(?:authori[sz]ed|allowed|permitted|known|accepted)',
      'postgrey|soft[- ]?reject',
      'try again in \\d{1,6} ?(?:s|min)',
      'come back (?:in|later)',
      'first (?:contact|encounter)',
      '(?:grau|gris|grises|grigi[ae]|cinzentas?|szar[aey]|сер\\w{2})[- ]?list|listes? (?:grises?|grise)|listas? gris(?:es)?|lista grigia|szara lista|сер\\w{2} спис|グレー ?リスト|灰名单',
      '(?:in|dans|en|tra|fra|em|za|over|через|om) (?:ein paar|einigen?|quelques|unos|algunos|qualche|alguns|alcuni|kilka|enkele|несколько|\\d{1,4}) ?(?:minut\\w*|sekund\\w*|second\\w*|segund\\w*|минут\\w*|секунд\\w*) (?:\\S{1,20} ){0,3}(?:erneut|noch ?(?:ein)?mal|wieder|opnieuw|ponownie|nuevo|novamente|nuovamente|снова)|(?:erneut|réessay|reintent|riprova|tente novamente|spróbuj|intente|повторите|попробуйте).{0,40} \\d{1,4} ?(?:minut|sekund|second|segund|минут|секунд)|\\d{1,4} ?(?:分|秒).{0,6}後に',
    ),
    'greylisted',
    ['greylisting'],
  ],
  [
    any(
      '(?:zu viele|trop de|demasiadas|muitas|troppe|te veel|zbyt wiele|слишком много) (?:\\S{1,30} ){0,2}(?:verbindungen|connexions|conexiones|conexões|connessioni|verbindingen|połączeń|соединений|подключений)|(?:同時)?接続(?:数)?が?(?:多すぎ|上限)|连接(?:数)?(?:过多|太多|超)',
      'too many (?:concurrent |simultaneous |open |active |incoming )?(?:smtp )?(?:connections?|sessions|clients|channels)',
      'connections? (?:rate|count|frequency) (?:limit|exceed)|maximum (?:number of )?(?:concurrent )?connections?',
      '(?:concurrent|simultaneous|concurrency) .{0,40}(?:limit|exceed|too many)',
    ),
    'too-many-connections',
  ],
  [
    any(
      'too many recipients',
      '(?:zu viele|trop de|demasiad[oa]s|muitos|troppi|te veel|zbyt (?:wiele|wielu)|слишком много) (?:empf(?:ä|ae)nger|destinataires|destinatari\\w{0,2}|destinatários|ontvangers|geadresseerden|odbiorców|adresatów|получателей)|(?:宛先|受信者).{0,6}多すぎ|收件人(?:数量)?(?:过多|太多|超)',
      'recipients? (?:count|number|limit) .{0,30}exceed|(?:rcpt|recipient) numbers?\\b',
      'maximum (?:number of )?recipients',
      'too many rcpt',
    ),
    'too-many-recipients',
  ],
  [
    any(
      'too many (?:\\w{1,8} ){0,2}(?:messages|mails|e-?mails|errors|requests|commands|unknown|invalid|bad)',
      '(?:zu viele|trop de|demasiad[oa]s|muit[oa]s|troppi|troppe|te veel|zbyt (?:wiele|dużo)|слишком много|för många|for mange|liian monta) (?:\\S{1,30} ){0,2}(?:nachrichten|e-?mails?|mails?|messages|courriels|mensajes|correos|mensagens|messaggi|berichten|wiadomości|писем|сообщений|meddelanden|beskeder|viestiä)|(?:送信|メール|メッセージ)(?:数|の数)?が(?:多すぎ|制限)|(?:发送|邮件).{0,8}(?:过多|过于频繁|太多|频繁)',
      'max(?:imum)? (?:number of )?messages? per (?:connection|session)|\\brate\\b (?:\\S{1,20} ){0,6}exceed|sent to too many recipients|has sent .{0,40}this (?:hour|day)',
      '(?:rate|sending|hourly|daily|frequency|submission|traffic|relay quota|volume) ?(?:rate |sending |message |of messages )?(?:limit|quota|exceeded)|rate[- ]?limit|throttl',
      'exceed\\w* .{0,60}(?:per|an|each) (?:hour|day|minute|second)|(?:messages|emails|recipients) per (?:hour|day|minute)',
      'sending too (?:fast|many|much)|too (?:fast|quickly|frequent)|receiving mail (?:at a rate|too quickly)|mail rate that|slow ?down|excessive (?:volume|rate|number)',
      'temporarily (?:rate|deferred\\b)|user has exceeded .{0,40}limit',
      '(?:limit|number) (?:on|of) (?:the )?(?:\\w{1,20} ){0,3}(?:messages|mails|e-?mails|recipients)\\b.{0,30}(?:exceed|reached)',
    ),
    'rate-limited',
  ],
  // A rule that is for now: rspamd and others put off whom they do not know yet.
  [
    any('^4[25]\\d 4\\.7\\.1\\b.{0,160}\\b(?:try (?:again )?later|temporarily (?:unavailable|rejected))'),
    'greylisted',
    ['greylisting'],
  ],
]);
