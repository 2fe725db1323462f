import type { Cause } from '../model/explanation.ts';
import { type Found, foundOf } from './found.ts';
import type { KindName } from './kinds.ts';
import { cdoCodes, mailCodeRanges, mailCodes, otherCodes, replyOfMailCode } from './rules/outlook-codes.ts';
import { aboutSending } from './rules/sentences.ts';
import { bsdErrors, linuxErrors, posixErrors, systemPhrases, windowsErrors } from './rules/system-errors.ts';

/** How codes weigh beside words: a number of the network says more than Outlook's, which says more than a library's own. */
export const codeWeight = { system: 74, outlook: 72, phrase: 70 } as const;

const mailCodeBase = 0x800ccc00;
const win32Facility = 0x80070000;

// With and without 0x, with a multiplication sign, blanks inside, letters O for zeros, and behind 0x a B for the 8, L and I for ones: as
// people copy it from a window or a photo.
const hexadecimal =
  /(?<![\w-])(?:(?:[0o][x×] ?)?(8[ ]?[0o]{2}[ ]?[c47b9o][ ]?[0-9a-fo]{1,4}(?: ?[0-9a-fo]{1,4})?)|[0o][x×]([8b][0o]{2}[c47b9o][0-9a-foil|]{4}))(?![\w])/gi;
const decimal = /(?<![\d.])-?(21[45]\d{7}|21[45]\d{1,3}(?:[.,' ]\d{3}){2})(?![\d.])/g;

/** What every program of Windows has, from updates to backups (winerror.h): E_FAIL, no access, no file, no memory, a wrong value, no such class. */
const ofAnyProgram: ReadonlySet<number> = new Set([
  0x80004005, 0x80070002, 0x80070005, 0x8007000e, 0x80070057, 0x80040154,
]);

/** Outlook's and Windows' codes in the text, in whatever way they are written. */
export function outlookCodesIn(text: string): Found[] {
  const numbers = [
    ...[...text.matchAll(hexadecimal)].map((match) => ({
      number: Number.parseInt(digitsOf(match[1] ?? match[2] ?? ''), 16),
      matched: match[0],
    })),
    ...[...text.matchAll(decimal)].map((match) => ({
      number: unsigned(match[0].replace(/[^\d-]/g, '')),
      matched: match[0],
    })),
  ];
  const isOfMail = aboutSending.test(text) || /outlook|imap|pop3|exchange/i.test(text);
  return numbers.slice(0, 10).flatMap(({ number, matched }) => {
    const found = outlookCode(number, matched.trim(), isOfMail);
    return found ? [found] : [];
  });
}

/** Of a code that began with a letter B, an 8 is meant; of Outlook's 0x800CCC.. people forget a C. */
function digitsOf(code: string): string {
  const digits = code.replace(/ /g, '').replace(/^b/i, '8').replace(/o/gi, '0').replace(/[il|]/gi, '1');
  return digits.replace(/^(800cc)([0-9a-f]{2})$/i, '$1c$2');
}

/** An HRESULT that was printed as a signed number is negative. */
function unsigned(digits: string): number {
  const number = Number(digits);
  return number < 0 ? number + 2 ** 32 : number;
}

function outlookCode(number: number, matched: string, isOfMail: boolean): Found | undefined {
  const code = `0x${number.toString(16).toUpperCase().padStart(8, '0')}`;
  const last = number - mailCodeBase;
  const cdo = cdoCodes[number];
  const own = last >= 0 && last <= 0xff ? (mailCodes[last] ?? rangeOf(last)) : (cdo ?? otherCodes[number]);
  if (own) {
    const replyCode = replyOfMailCode[last];
    const program =
      last >= 0 && last <= 0xff ? 'Outlook, Windows Live Mail, Outlook Express' : cdo ? 'CDO' : 'Outlook';
    return foundOf(own[0], matched, codeWeight.outlook, {
      ...given(own[1]),
      ...(replyCode !== undefined && { replyCode }),
      code,
      ...(ofAnyProgram.has(number) && !isOfMail
        ? { certainty: 'possible' as const }
        : { program, certainty: 'certain' as const }),
    });
  }
  const win32 = windowsErrors[number - win32Facility];
  return win32 && number !== win32Facility + 5
    ? foundOf(win32[1], matched, codeWeight.outlook, { ...given(win32[2]), code, certainty: 'certain' })
    : undefined;
}

function rangeOf(last: number) {
  return mailCodeRanges.find(([first, end]) => last >= first && last <= end)?.[2];
}

const windowsNumber =
  /(?:winerror|errno|wsa|socket[ -]?(?:error|fehler)|sockets? error|erreur (?:de )?socket|error de socket|errore socket|ソケット ?エラー|套接字错误|fehler|error|code|nr\.?|#|\[|\()(?: ?(?:number|nr\.?|code|is))?[ :#=.[(-]{0,4}(1[01]0\d{2})\b/gi;
const windowsName = /\bWSA(E[A-Z]{3,14}|HOST_NOT_FOUND|TRY_AGAIN|NO_DATA|SYSNOTREADY)\b/g;
const posixName = /\b(E[A-Z]{2,14}(?:_[A-Z]{4,7})?)\b/g;
const posixNumber = /(?:\[errno |os error |errno[ :=]{1,3}|: \(|socket error #?|\()(\d{1,3})(?:\]|\)|\b)/gi;

const windowsNames: Readonly<Record<string, keyof typeof posixErrors>> = {
  HOST_NOT_FOUND: 'ENOTFOUND',
  TRY_AGAIN: 'EAI_AGAIN',
  NO_DATA: 'ENODATA',
  SYSNOTREADY: 'ENETDOWN',
};

/** Errors of the network in the text: their names, their numbers, and what operating systems say for them. */
export function systemErrorsIn(text: string): Found[] {
  const found: Found[] = [];
  const said = systemPhrases.flatMap(([name, words]) => {
    const match = words.exec(text);
    return match ? [[name, match[0]] as const] : [];
  });
  for (const match of text.matchAll(windowsNumber)) {
    const row = windowsErrors[Number(match[1])];
    if (row) found.push(systemError(row[0], row[1], row[2], match[0], codeWeight.system));
  }
  for (const match of text.matchAll(windowsName))
    addName(windowsNames[match[1] ?? ''] ?? match[1] ?? '', match[0]);
  for (const match of text.matchAll(posixName)) addName(match[1] ?? '', match[0]);
  for (const match of text.matchAll(posixNumber)) addNumber(Number(match[1]), match[0]);
  for (const [name, matched] of said) found.push(named(name, matched, codeWeight.phrase));
  return found.slice(0, 10).map((error) => withFamily(error, text));

  function addName(name: string, matched: string): void {
    if (isPosix(name)) found.push(named(name, matched, codeWeight.system));
  }

  /** A number alone is Linux's or a BSD's; the words beside it have to agree, or the system be named. */
  function addNumber(number: number, matched: string): void {
    const isApple = /\b(?:mac ?os|darwin|apple|bsd)\b/i.test(text);
    const name = isApple
      ? (bsdErrors[number] ?? linuxErrors[number])
      : (linuxErrors[number] ?? bsdErrors[number]);
    if (name === undefined || (number < 49 && !/errno/i.test(matched))) return;
    if (!/errno|os error|socket error/i.test(matched) && said.length === 0) return;
    found.push(named(name, matched, codeWeight.phrase - 1));
  }
}

function isPosix(name: string): name is keyof typeof posixErrors {
  return Object.hasOwn(posixErrors, name);
}

function named(name: keyof typeof posixErrors, matched: string, weight: number): Found {
  const [kind, causes] = posixErrors[name];
  return systemError(name, kind, causes, matched, weight);
}

function systemError(
  code: string,
  kind: KindName,
  causes: readonly Cause[] | undefined,
  matched: string,
  weight: number,
): Found {
  return foundOf(kind, matched, weight, { ...given(causes), code, certainty: 'certain' });
}

/** A network that has no way to an address with colons has no way for IPv6, and may have one for IPv4. */
function withFamily(found: Found, text: string): Found {
  if (found.kind !== 'unreachable' || !/(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}|::\w|ipv6|colons/i.test(text))
    return found;
  return foundOf('unreachable-ipv6', found.matched, found.weight, {
    ...(found.code !== undefined && { code: found.code }),
    certainty: 'certain',
  });
}

function given(causes: readonly Cause[] | undefined): { causes?: readonly Cause[] } {
  return causes ? { causes } : {};
}
