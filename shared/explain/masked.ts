import { withoutSpellings } from '../parse/address-spellings.ts';
import { addressesIn, withoutOwnLine } from '../parse/own-line.ts';
import type { Say } from '../text/words.ts';

const address =
  /(?:"[^"\n]{1,80}"\s{0,2}|(?:\p{Lu}[\p{L}'.-]{0,40} ){1,4})?<?[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\d](?:[\p{L}\d.-]{0,253}[\p{L}\d])?>?/gu;
const secret =
  /\b(pass(?:word|wd|wort)?|passwort|kennwort|mot de passe|contraseña|pwd|secret|token|api[_ -]?key|bearer|authorization)(["']?\s{0,2}[:=]\s{0,2}["']?|\s)(?!(?:is|was|not|and|or|ist|for|required|needed|incorrect|failed|expired|error)\b)([^\s"',;)}]{3,200})/gi;
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
