import { explanationSchema, maxExplainedChars } from '../model/explained.ts';
import type { Explanation, ExplanationItem } from '../model/explanation.ts';
import { plainText } from '../parse/plain-text.ts';
import { type Said, said } from '../text/said.ts';
import type { Say } from '../text/words.ts';
import { causesBetweenServers, causesInBounce, isBetweenServers } from './between-servers.ts';
import { isMessage, readBounce, readReportText, readStatusFields } from './bounce/bounce.ts';
import type { ReadBounce, ReadRecipient } from './bounce/read.ts';
import { withoutNotes } from './client-line.ts';
import { outlookCodesIn, systemErrorsIn } from './codes.ts';
import { isForeign } from './foreign.ts';
import { type Found, firstBy, foundBy, foundOf } from './found.ts';
import { type KindName, kindOf } from './kinds.ts';
import { isOfMailer } from './mailer-line.ts';
import { masked } from './masked.ts';
import { causesAt } from './on-the-way.ts';
import { oneFailure } from './one-failure.ts';
import { oneLine } from './one-line.ts';
import { type Place, placeIn } from './place.ts';
import { causesOfReceiving, isAboutReceiving } from './receiving.ts';
import { repliesIn } from './reply.ts';
import { kindOfReply } from './reply-kind.ts';
import { loginRules, providerRules } from './rules/accounts.ts';
import { bannerRules } from './rules/banners.ts';
import { looseDeliveryRules } from './rules/delivery-loose.ts';
import { plainDeliveryRules } from './rules/delivery-plain.ts';
import { encryptionRules } from './rules/encryption.ts';
import { libraryRules } from './rules/libraries.ts';
import { kindOfNotice } from './rules/notices.ts';
import { platformRules } from './rules/platforms.ts';
import { programRules } from './rules/programs.ts';
import { saysStillTrying, saysUndelivered } from './rules/returned.ts';
import { kindOfSentence } from './rules/sentences.ts';
import { kindOfStandardWords } from './standard-words.ts';
import { thunderbirdTextsIn } from './thunderbird.ts';

const maxItems = 5;

const weight = {
  provider: 90,
  program: 80,
  thunderbird: 79,
  besideSystem: 69.5,
  encryption: 76,
  withoutReason: 73,
  login: 68,
  refused: 67.5,
  library: 69,
  platform: 67,
  standard: 77,
  delivery: 55,
  notice: 35,
  banner: 30,
} as const;

/** Kinds whose words are plain enough to be believed where no reply code stands beside them. */
const plainKinds: ReadonlySet<KindName> = new Set<KindName>([
  'relay-refused',
  'sender-refused',
  'recipient-unknown',
  'mailbox-full',
  'too-large',
  'greylisted',
  'too-many-connections',
  'not-authenticated',
  'block-listed',
  'spoke-early',
  'computer-name',
  'rate-limited',
  'mail-loop',
  'too-many-recipients',
  'virus',
  'content',
]);
/** How PHPMailer and Roundcube begin, in their languages; what follows is a sentence of theirs, and of no mail program. */
const saysErrorOfSmtp =
  /\bsmtp[ -]{0,3}(?:error|fehler|fout|fejl|fel\b|feil|viga|virhe|hata|greška|klaida|kļūda)|(?:error|erreur|errore|erro|błąd|chyba|ошибка|помилка|грешка|eroare|hiba|napaka)(?: del?| do| di| en el)? ?smtp|smtp ?(?:エラー|错误|錯誤|오류)/i;
const plainlySaid = plainDeliveryRules.filter(({ kind }) => plainKinds.has(kind));
/** How Postfix begins a refusal, whose reason may sound like an error of the network. */
const ofPostfix =
  /\b(?:(?:sender|recipient) address|helo command|client host|relay access|end-of-data|data command)\W{1,3}(?:rejected|denied)\b/i;
const aboutDelivery =
  /\b(?:[em]?smtp|e?-?mails?|nachricht(?:en)?|mensaje|mensagem|messaggio|ndr|dsn|attachments?|anhang|anhänge|anlagen?|pièces? jointes?|adjuntos?|allegat[oi]|anexos?|bijlagen?|courriels?|mensajes|mensagens|messaggi|berichten|mail(?:box|dir)|envelope|recipients?|senders?|relay\w*|relais|client host|dnsbl|spamhaus|spamcop|gmail|rcpt\w*|helo|ehlo|mail server|messages?|postfach|postmaster|gr[ae]y-?list\w*|unrouteable|address book|domino directory|destinat\w+|empfänger|absender|expéditeur|remitente|mittente|buz[óo]n|casella|skrzynk\w+|odbiorc\w+|postvak|brievenbus)\b|添付|附件|アドレス|受信者|差出人|宛先|収件|收件人|发件人|получател|адресат|отправител/i;

/**
 * What an error text, a line of a log or a whole bounce means, in the words of `say`. Pure; the same text always gives the same answer.
 * What is longer than `maxExplainedChars` is cut.
 */
export function explain(input: string, say: Say): Explanation {
  const text = input.slice(0, maxExplainedChars);
  const bounce = isMessage(text) ? readBounce(text) : readPasted(text);
  if (bounce) return ofBounce(bounce, say);
  // A message that is no report of a delivery is somebody's letter, whatever it is about.
  const line = isMessage(text) ? '' : withoutNotes(oneLine(text));
  const found = isForeign(line) ? [] : findIn(line);
  const place = placeIn(line);
  const told = isAboutReceiving(line, place) ? found.map(ofReceiving) : found.map(betweenServers(line));
  return { schema: explanationSchema, known: found.length > 0, items: itemsOf(told, place, say) };
}

function betweenServers(text: string): (found: Found) => Found {
  return isBetweenServers(text)
    ? (found) => ({ ...found, causes: causesBetweenServers(found.causes) })
    : (found) => found;
}

function ofReceiving(found: Found): Found {
  return { ...found, causes: causesOfReceiving(found.causes) };
}

/** A bounce of which only the report, or only its fields, were pasted. */
function readPasted(text: string): ReadBounce | null {
  const fields = readStatusFields(text);
  if (fields) return fields;
  const isReport = text.trim().split('\n', 3).length === 3 && toldAsReturned(oneLine(text)).length > 0;
  return isReport && /\S@\S/.test(text) ? readReportText(text) : null;
}

function ofBounce({ format, recipients }: ReadBounce, say: Say): Explanation {
  const failedFirst = [...recipients].sort((one, other) => Number(isDelayed(one)) - Number(isDelayed(other)));
  const found = failedFirst.flatMap((recipient) => {
    const { kind, diagnostic = '', status, replyCode } = recipient;
    const told = foundOf(kind, diagnostic, 0, {
      causes: causesInBounce(kindOf(kind).causes),
      certainty: kind === 'came-back' ? 'possible' : 'likely',
      ...(status !== undefined && { enhancedStatus: status }),
      ...(replyCode !== undefined && { replyCode }),
      ...(isDelayed(recipient) && { retry: 'never' }),
    });
    return isDelayed(recipient) ? [{ ...told, ...foundOf('still-trying', diagnostic, 0) }, told] : [told];
  });
  return {
    schema: explanationSchema,
    known: true,
    items: itemsOf(merged(found).slice(0, maxItems), {}, say),
    bounce: { format, recipients: recipients.map(({ kind: _kind, ...recipient }) => recipient) },
  };
}

/** The server keeps trying by itself: there is nothing to send again. */
function isDelayed({ action }: ReadRecipient): boolean {
  return action === 'delayed';
}

/** Everything that is recognised in one line of text, the most telling first, each kind once. */
export function findIn(text: string): Found[] {
  const ofSystem = systemErrorsIn(text);
  const ofLibraries = foundBy(libraryRules, text, weight.library);
  const isThunderbirds =
    !saysErrorOfSmtp.test(text) && !ofLibraries.some(({ program }) => program === 'PHPMailer');
  const found = [
    ...foundBy(providerRules, text, weight.provider),
    ...foundBy(programRules, text, weight.program).map(beneathReasons),
    // Its sentences are known by pieces, and a system's own words for an error are more exact than a piece. PHPMailer has some of them.
    ...(isThunderbirds
      ? thunderbirdTextsIn(text, ofSystem.length > 0 ? weight.besideSystem : weight.thunderbird)
      : []),
    ...foundBy(encryptionRules, text, weight.encryption).slice(0, 2),
    ...ofSystem,
    ...outlookCodesIn(text),
    ...ofLibraries.map(beneathWords),
    ...[firstBy(platformRules, text, weight.platform)].filter((rule) => rule !== undefined),
    ...[firstBy(loginRules, text, weight.login)].filter((rule) => rule !== undefined),
    ...repliesIn(text).flatMap((reply) => kindOfReply(reply) ?? []),
    ...plainDelivery(text),
    ...toldAsReturned(text),
  ];
  if (found.length === 0) return inWordsAlone(text);
  const sorted = found.sort((one, other) => other.weight - one.weight);
  return oneFailure(merged(sorted)).slice(0, maxItems);
}

/** That there was no connection says less than why, where the text has that too. */
function beneathReasons(found: Found): Found {
  return found.kind === 'no-connection' ? { ...found, weight: weight.withoutReason } : found;
}

/** That an address was refused says less than the server's words, which PHPMailer puts behind it. */
function beneathWords(found: Found): Found {
  return found.kind === 'sender-refused' ? { ...found, weight: weight.refused } : found;
}

function inWordsAlone(text: string): Found[] {
  const kind = kindOfStandardWords(text) ?? kindOfSentence(text);
  return kind === undefined ? [] : [foundOf(kind, text.slice(0, 200), 0, { certainty: 'possible' })];
}

function plainDelivery(text: string): Found[] {
  const isReturned = saysUndelivered(text) || isOfMailer(text);
  if (!isReturned && !aboutDelivery.test(text)) return [];
  const rules = isReturned ? plainDeliveryRules : plainlySaid;
  const isStandard = ofPostfix.test(text) && repliesIn(text).length === 0;
  const found = firstBy(rules, text, isStandard ? weight.standard : weight.delivery);
  if (found || !isReturned) return found ? [found] : [];
  const kind = kindOfNotice(text);
  const hint = kind
    ? foundOf(kind, text.slice(0, 120), weight.notice)
    : firstBy(looseDeliveryRules, text, weight.notice);
  // `deferred` and `timeout` stand in such lines of everything.
  const isTold = kind !== undefined || (isOfMailer(text) && hint?.kind !== 'gave-up');
  return hint && isTold ? [hint] : [];
}

/** That a message came back, or is still on its way, by what such notices begin with. */
function toldAsReturned(text: string): Found[] {
  const inWords: readonly KindName[] = [
    ...(saysStillTrying(text) ? ['still-trying' as const] : []),
    ...(saysUndelivered(text) ? ['came-back' as const] : []),
  ];
  return [
    ...foundBy(bannerRules, text, weight.banner),
    ...inWords.map((kind) => foundOf(kind, text.slice(0, 120), weight.banner)),
  ];
}

/** One entry a kind: the first says it, later ones add the program and the numbers it lacks. */
function merged(found: readonly Found[]): Found[] {
  const byKind = new Map<KindName, Found>();
  for (const one of found) {
    const { isFrame, ...before } = byKind.get(one.kind) ?? one;
    const { isFrame: isAlsoFrame, ...more } = one;
    byKind.set(one.kind, { ...more, ...before, ...(isFrame && isAlsoFrame && { isFrame }) });
  }
  return [...byKind.values()];
}

function itemsOf(found: readonly Found[], place: Place, say: Say): ExplanationItem[] {
  const { host, port } = place;
  return found.map(
    ({ kind, matched, program, code, causes, retry, stage, certainty, replyCode, enhancedStatus }) => {
      const words: Said = said(`explain.kind.${kind}`);
      return {
        ...(program !== undefined && { program }),
        ...(code !== undefined && code !== '' && { code }),
        matched: plainText(masked(matched, say), 300),
        meaning: say(words),
        words,
        certainty,
        causes: [...causesAt(causes, place)],
        ...(host !== undefined && { server: { host, ...(port !== undefined && { port }) } }),
        ...(stage && { stage }),
        ...(replyCode !== undefined && { replyCode }),
        ...(enhancedStatus !== undefined && { enhancedStatus }),
        retry,
      };
    },
  );
}
