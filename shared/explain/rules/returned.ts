import { neededOf } from '../needles.ts';
import { any } from '../phrases.ts';

/** Parcels and letters on paper are not delivered in the same words. */
const onPaper =
  /\b(?:pa[ck]kete?|parcels?|packages?|colis|paquetes?|pacc(?:o|hi)|encomendas?|przesyłk\w{1,3}|sendung(?:en)?|dhl|ups|fedex|hermes|dpd|gls|usps)\b|посылк|荷物|小包|包裹|택배/i;
const message =
  /\S@\S|\b(?:e-?mail\w*|gmail|mail|messages?|nachricht\w*|courriels?|mensajes?|correo|mensage[mn]s?|messaggi\w*|bericht(?:en)?|wiadomoś\w*|meddeland\w*|melding\w*|besked\w*|viesti\w*|ileti\w*|zpráv\w*|üzenet\w*)\b|письм|сообщени|メール|メッセージ|邮件|郵件|메일|메시지/i;
const undelivered = any(
  "(?:could ?n[o']t|could not|can ?not|can't) deliver\\b|(?:could ?n[o']t|could not|can ?not|can't|was ?n[o']t|was not|were not|weren't|not) (?:be )?(?:successfully )?delivered(?! yet)",
  '(?:unable|failed|failure|problem|error|trouble) (?:to |while |in )?deliver(?:ing)?\\b|delivery (?:has |to \\S{1,80} )?(?:failed|failure|unsuccessful)|undeliver(?:able|ed)|non-?delivery|(?:did not|didn.t) reach (?:some|all|the|\\S{1,80}@)|(?:message|e?-?mail) (?:was |has been )?blocked|did not reach|address not found',
  'nicht (?:\\S{1,40} ){0,3}(?:zugestellt|übermittelt|ausgeliefert)|unzustellbar|zustellung .{0,60}(?:fehlgeschlagen|nicht möglich|gescheitert)|nicht zustellbar|nachricht (?:\\S{1,60} ){0,6}(?:blockiert|abgelehnt|abgewiesen)|(?:hat|haben|konnte) .{0,60}nicht erreich',
  "n'(?:a|ont) (?:pas )?(?:pu|été|pas).{0,30}(?:remis|distribu|délivr|livr|achemin)|\\bnon (?:remis|distribu|délivr)|échec de (?:la )?(?:remise|distribution|livraison)|n'est pas parvenu|(?:remise|distribution|livraison) .{0,40}(?:échoué|impossible)|impossible de (?:remettre|distribuer|livrer)|message bloqué|n.a (?:pas )?(?:atteint|pu atteindre)|pas (?:atteint|pu atteindre)",
  'no (?:se )?(?:pudo|ha podido|pudieron|fue posible|ha sido|se ha) .{0,20}entreg|no (?:se )?(?:entreg(?:ó|ado)|fue entregado)|mensaje (?:bloqueado|no entregado|rechazado)|(?:error|fallo) (?:de|en la) entrega|mensaje (?:\\S{1,60} ){0,6}(?:rechazado|bloqueado)|bloqueó (?:tu|su|el) mensaje|no (?:ha )?(?:llegó|llegado|alcanz)',
  'não (?:pôde|foi possível|pode|foi) .{0,20}entreg|mensagem (?:\\S{1,60} ){0,6}(?:bloqueada|rejeitada)|mensagem não entregue|falha (?:na|de) entrega|não (?:chegou|alcançou)',
  '(?:\\bnon|impossibile) .{0,40}(?:recapita|consegna)|mancat[oa] (?:recapito|consegna)|messaggio bloccato|è stato bloccato|non ha raggiunto|non è arrivat',
  'niet (?:\\S{1,40} ){0,3}(?:bezorgd|afgeleverd)|bezorging .{0,80}mislukt|onbestelbaar|bericht (?:is )?geblokkeerd|(?:niet|kan .{0,30}niet) bezorgen|heeft .{0,60}niet bereikt',
  'nie .{0,30}dostarcz|niedostarcz|wiadomość zablokowan|не .{0,30}доставл|доставить .{0,30}не удалось|не удалось доставить|недоставл|(?:письмо|сообщение) .{0,20}заблокирован',
  '(?:kunde|kunne) (?:inte|ikke) (?:levereras|leveres)|ikke (?:levert|leveret)|inte levererat|voitu toimittaa|teslim edilemedi|(?:nelze|nepodařilo se|nebyla) .{0,20}doruč|nem (?:sikerült|lehetett) .{0,20}kézbesít|kézbesíthetetlen',
  '配信(?:が|を|は)?(?:でき|されません|されなかった|不能|に?失敗|エラー)|(?:お届け|配達)でき|届(?:きません|けられません)|(?:メール|メッセージ)が?(?:は)?ブロックされ',
  '(?:无法|未能|不能|未).{0,20}(?:送达|投递|传递|送出|发送给)|退信|邮件(?:已)?被(?:阻止|拒绝|屏蔽|退回)|無法.{0,20}(?:傳遞|送達|投遞|傳送給)|(?:전송|배달|전달)(?:되지|할 수 없|하지 못|에 실패)|메시지(?:가)? 차단',
);
const trying = any(
  "not (?:yet )?been delivered(?: yet| to one or more of its recipients after)|n't been delivered yet|still (?:be(?:ing)? )?(?:retried|trying)|will (?:be )?(?:retr(?:y|ied)|attempted again)|(?:will )?continue to be attempted|will keep trying|will be notified if the (?:message|delivery)|will (?:re)?try (?:again )?for \\d{1,3}",
  'noch nicht zugestellt|(?:zustellung|übermittlung|zustellversuch\\w*) .{0,60}(?:weiter\\w*|erneut|wiederholt) .{0,20}versuch|versuch\\w* .{0,60}(?:weiterhin|erneut) .{0,20}zuzustellen|wird (?:weiterhin|weiter|erneut) versucht|versucht (?:es )?(?:noch|weitere) \\d{1,3} (?:stunden|tage)|verzögerte? (?:zustellung|übermittlung)|zustellung .{0,30}verzögert',
  "n'a pas encore (?:été|pu)|(?:nouvelle|prochaine) tentative de (?:remise|livraison|distribution)|(?:remise|livraison|distribution) .{0,30}(?:retardée|différée)|réessaiera|continuera (?:d'|de |à )(?:essayer|tenter)|va (?:réessayer|continuer)",
  'a[úu]n no (?:se ha|ha sido) entregado|(?:seguirá|seguiremos|continuará) intentando|volverá a (?:intentar|probar)|tentará (?:novamente|de novo|outra vez)|riproverà|ritenterà|(?:entrega|mensaje) .{0,20}retrasad|ainda não foi entregue|(?:continuará|continuaremos) (?:a )?tenta|entrega .{0,20}(?:atrasada|adiada)|non è ancora stat[oa] (?:recapitat|consegnat)|consegna .{0,20}ritardata|continuerà a (?:provare|tentare)',
  'nog niet (?:bezorgd|afgeleverd)|blijft .{0,30}proberen|bezorging .{0,20}vertraagd|jeszcze nie (?:został\\w* )?dostarcz|ещ[её] не доставл|доставка .{0,20}(?:задерж|отложен)|まだ配信されて|配信が(?:遅延|遅れて)|引き続き.{0,20}(?:配信|再試行)|時間(?:以内に)?、?再試行|尚未(?:送达|投递|傳遞)|(?:继续|重新)尝试(?:投递|发送)',
);

/** Whether a text tells people, in whatever language, that a message was not delivered: then its words are as telling as a server's. */
export function saysUndelivered(text: string): boolean {
  return isThere(undelivered, text) && isOfMail(text);
}

/** Whether it tells them that a server goes on trying. */
export function saysStillTrying(text: string): boolean {
  return isThere(trying, text) && isOfMail(text);
}

function isThere(pattern: RegExp, text: string): boolean {
  return neededOf(pattern, text)?.test(text) ?? false;
}

function isOfMail(text: string): boolean {
  return message.test(text) && !onPaper.test(text);
}
