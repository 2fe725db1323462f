import { withoutSpellings } from '../parse/address-spellings.ts';
import { addressesIn, withoutOwnLine } from '../parse/own-line.ts';
import type { Say } from '../text/words.ts';

const address =
  /(?:"[^"\n]{1,80}"\s{0,2}|(?:\p{Lu}[\p{L}'.-]{0,40} ){1,4})?<?[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\d](?:[\p{L}\d.-]{0,253}[\p{L}\d])?>?/gu;
/** What stands behind the word password in a sentence about one, in the languages that programs speak. */
const ofSentences =
  'is|was|were|are|has|have|had|not|no|and|or|for|does|did|do|do(?:es)?n.t|can|cannot|could|may|might|must|should|will|you|your|to|in|on|of|at|by|from|with|that|this|the|it|we|if|when|then|authentication|required|needed|missing|incorrect|invalid|wrong|failed|expired|error|rejected|refused|accepted|denied|mismatch|provided|entered|given|supplied|changed?|reset|verification|combination|isn.t|nicht|nich|kein\\p{L}{0,2}|und|oder|sowie|ist|sind|war|wurden?|wird|werden|hat|haben|muss|kann|konnten?|darf|für|von|vom|des|der|die|das|dem|den|zum|zur|bei|beim|auf|aus|mit|falsch|ungültig|abgelehnt|abgelaufen|fehlt|leer|stimmt|erforderlich|überprüfen|prüfen|eingeben|akzeptiert|pour|est|sont|était|n.est|n.a|pas|et|ou|ont|doit|peut|par|avec|dans|sur|des|du|la|les|que|qui|incorrecte?|invalide|erronée?|refusée?|rejetée?|requise?|manquante?|expirée?|es|son|está|fue|ha|han|no|ni|y|o|para|por|con|del|los|las|incorrect[ao]s?|inválid[ao]s?|errón[ea]s?|rechazad[ao]s?|caducad[ao]s?|é|são|foi|foram|não|nem|e|ou|da|do|dos|com|incorret[ao]s?|recusad[ao]s?|rejeitad[ao]s?|expirad[ao]s?|expirou|è|sono|stata|stato|non|né|di|per|errat[ao]|scadut[ao]|rifiutat[ao]|niet|geen|en|of|voor|werd|wordt|onjuist|ongeldig|geweigerd|jest|są|nie|lub|oraz|dla|zostało|nieprawidłowe|błędne|не|и|или|для|неверен|неверный';
const secret = new RegExp(
  `\\b(pass(?:word|wd|wort)?|passwort|kennwort|mot de passe|contraseña|pwd|secret|token|api[_ -]?key|bearer|authorization)(["']?\\s{0,2}[:=]\\s{0,2}["']?|\\s)(?!(?:${ofSentences})(?![\\p{L}\\p{N}]))([^\\s"',;)}]{3,200})`,
  'giu',
);
const user =
  /\b(user(?:name|id)?|login(?: name)?|account|konto|compte|cuenta|benutzer(?:name)?|sasl_username|authid)(["']?\s{0,2}[:=]\s{0,2}["']?| ["'])([^\s"',;)}]{1,100})/gi;
const webQuery = /(https?:\/\/[^\s?#"'<>]{1,300})[?#][^\s"'<>]{1,2000}/gi;
const token =
  /(?<![\w.-])(?=[\w+/=-]{16,}(?![\w-]))(?=[\w+/=-]{0,200}\d)(?=[\w+/=-]{0,200}[a-z])[\w+/=-]{16,2000}/gi;

/** The longest text that is masked; what lies behind is cut off. */
export const maxMaskedChars = 64_000;

/**
 * A pasted text without what belongs to a person: mail addresses with the name in front, user names, passwords, tokens, the queries of web
 * addresses, and IP addresses become a word in brackets, in the reader's language. Names of servers and codes stay, since they are what the text is about.
 */
export function masked(text: string, say: Say): string {
  const itsUser = say('letter.masked.user');
  const itsIp = say('letter.masked.ip');
  const bare = text
    .slice(0, maxMaskedChars)
    .replace(webQuery, '$1?[...]')
    .replace(address, say('letter.masked.address'))
    .replace(secret, `$1$2${say('letter.masked.secret')}`)
    .replace(user, (whole, word: string, sign: string, value: string) =>
      value.startsWith('[') ? whole : `${word}${sign}${itsUser}`,
    );
  const line = withoutOwnLine(bare, () => itsIp, noServer);
  return withoutSpellings(line, addressesIn(text.slice(0, maxMaskedChars)), () => itsIp).replace(
    token,
    (found) => (isWord(found) ? found : say('letter.masked.token')),
  );
}

/** A pasted text does not tell which names are servers'; those that are spared have no address inside. */
const noServer = (): boolean => false;

/** Codes such as SMTPAuthenticationError5 or 550-5.7.1 are words; ids of messages and sessions have digits and letters mixed. */
function isWord(found: string): boolean {
  const changes = found.match(/\d[a-z]|[a-z]\d/gi)?.length ?? 0;
  const digits = found.match(/\d/g)?.length ?? 0;
  return changes < 3 && digits < 6 && !/[=+/]/.test(found);
}
