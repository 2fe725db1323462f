import type { KindName } from '../kinds.ts';
import { neededOf } from '../needles.ts';
import { any } from '../phrases.ts';

/** What notices about a message that was not delivered tell people: what it is about, and what befell it. */
const mailbox = any(
  'mailbox|inbox|postfach|posteingang|speicherplatz|bo[iî]te|buz[óo]n|bandeja de entrada|caixa (?:de|postal)|casella|cassetta|skrzynk|postvak|brievenbus|ящик|受信トレイ|受信箱|メールボックス|邮箱|信箱|收件箱|郵箱|메일함|편지함|inkorg|brevlåd|indbakke|postkas|innboks|postboks|schránk|postafi[óo]k|postilaatik|saapuneet|gelen kutusu|posta kutusu|\\bquota',
);
const full = any(
  '\\bfull\\b|\\bvoll\\b|überschritten|erschöpft|ausgeschöpft|keine? weiteren|pleine?\\b|satur|llen[oa]\\b|chei[oa]\\b|pien[oa]\\b|\\bvol\\b|\\bpełn|przepełn|переполн|заполн|いっぱい|一杯|満杯|上限|已满|已滿|满了|超出|가득|꽉|초과|\\bfullt?\\b|\\bfuld\\b|plná|zaplněn|megtelt|täynnä|\\bdolu\\b|dépass|superad|excedid|esgotad|esaurit',
);
const message = any(
  'message|e-?mail|nachricht|courriel|mensaje|mensage|messaggio|bericht|wiadomo|письм|сообщени|メール|メッセージ|邮件|郵件|메일|메시지|meddeland|besked|melding|viesti|ileti|zpráv|üzenet|anhang|anlage|pièce|adjunto|anexo|allegat|bijlage|załącznik|вложени|添付|附件',
);
const tooLarge = any(
  'too (?:big|large)|zu gro(?:ß|ss)|trop (?:gros|volumineu|grand|lourd)|demasiado grand|muito grande|grande demais|troppo grand|te groot|zbyt duż|za duż|слишком (?:больш|велик)|大きすぎ|过大|太大|過大|너무 (?:크|큽)|för stor|for stor|liian suuri|çok büyük|příliš velk|túl nagy',
);
const missing = any(
  'not found|(?:could|can)(?: not|n.t) be found|nicht (?:gefunden|ermittelt)|existiert nicht|introuvable|(?:trouvé|trouver).{0,10}\\bpas|pas (?:été |pu être )?trouvé|n.existe pas|no se (?:ha )?(?:encontr|pudo encontrar|pudo localizar)|no existe|não (?:foi |pôde ser |pode ser )?encontrad|não existe|non (?:è stat[oa] |è )?trovat|inesistente|non esiste|niet (?:worden )?gevonden|bestaat niet|nie (?:został[aoy]? |można |udało się )?(?:znalezion|znaleźć|odnal)|nie istnieje|не (?:был[аио]? )?найден|не существует|не удалось найти|見つか|存在しな|找不到|不存在|찾을 수 없|hittades inte|finns inte|ikke fundet|ikke funnet|finnes ikke|ei löyt|bulunamad|nenalezen|neexistuje|nem található|nem létezik',
);
const rules = any(
  '\\bpolic(?:y|ies)\\b|richtlinie|\\bregeln?\\b|stratégie|\\brègles?\\b|directiva|política|\\bregla|criteri|regole|beleid|zasad|политик|правил|ポリシー|ルール|策略|规则|정책',
);
const restricted = any(
  "restrict|not allowed|isn't allowed|(?:keine |nicht )(?:berechtig|zugelassen|erlaubt)|zugelassenen absender|eingeschränkt|restreint|autoris|limité|restringid|autoriz|permitid|limitad|limitat|consentit|permess|toegestaan|toestemming|beperkt|uprawnie|ogranicz|разреш|огранич|許可|制限|不允许|权限|권한|제한",
);
const spam = any(
  '\\bspam|\\bjunk\\b|unerwünscht|indésirable|no deseado|indesejad|indesiderat|ongewenst|niechcian|нежелательн|спам|迷惑メール|スパム|垃圾邮件|垃圾郵件|스팸',
);

const longTime = any(
  '(?:for|after|within|seit|nach|innerhalb von|während|pendant|durant|après|depuis|durante|tras|después de|após|dopo|per|gedurende|sinds|przez|po|в течение|после|i|efter|under) (?:the last |mehr als |more than |plus de |más de |mais de |più di |meer dan |ponad |более )?\\d{1,3} ?(?:tag|stund|day|hour|jour|heure|día|hora|dia|giorn|\\bore\\b|dag|dage|dygn|uur|dni\\b|godzin|дн|час|timme|time)|\\d{1,3} ?(?:日間|時間|天|小时|일 동안|시간)',
);
const silent = any(
  "(?:not|n't) (?:respond|answer|repl|accept\\w* connections)|antwortete? nicht|nicht (?:erreichbar|geantwortet|erreicht werden)|n.a pas répondu|ne répond pas|injoignable|no (?:ha )?respond|não respond|non (?:ha )?rispo|non raggiungibile|reageer\\w* niet|niet bereikbaar|nie odpowiad|не отвеча|недоступен|応答(?:し|が)|没有响应|无响应|응답",
);

const pairs: readonly (readonly [kind: KindName, about: RegExp, fate?: RegExp])[] = [
  ['mailbox-full', mailbox, full],
  ['too-large', message, tooLarge],
  ['recipient-unknown', missing],
  ['spam', spam],
  ['policy', rules],
  ['policy', restricted],
  ['gave-up', longTime],
  ['remote-down', silent],
];

/** Longer texts quote the message that came back. */
const mostChars = 1500;

/** Why a message was not delivered, by the words that a notice about it has in whatever language; for where nothing else tells. */
export function kindOfNotice(text: string): KindName | undefined {
  const start = text.slice(0, mostChars);
  const has = (pattern: RegExp): boolean => neededOf(pattern, start)?.test(start) ?? false;
  return pairs.find(([, about, fate]) => has(about) && (fate === undefined || has(fate)))?.[0];
}
