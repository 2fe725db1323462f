import { reportAnew } from '../diagnose/worded.ts';
import type { Report } from '../model/report.ts';
import { placeOf } from '../parse/ip-range.ts';
import type { Say } from '../text/words.ts';
import { nameless } from './nameless.ts';

/**
 * The part before the sign is between quotation marks, or in letters of any script (RFC 6531). Those of scripts that put no blanks between
 * words are not taken together with others: before `you@example.org` they are the sentence.
 */
const letters = '\\p{L}\\p{M}\\p{N}';
const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー';
const signs = "\\w.!#$%&'*+/=?^`{|}~-";
const local = `(?:"[^"@\\n]{1,64}"|(?:(?![${unspaced}])[${letters}${signs}]){1,64}|[${unspaced}\\p{N}._-]{1,64})`;
const domain = '[\\p{L}\\d](?:[\\p{L}\\p{M}\\d.-]{0,253}[\\p{L}\\p{M}\\d])?';
const address = new RegExp(`${local}(?:@|%40)${domain}`, 'giu');
const ipv4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]\d)/g;
const ipv6 = /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/gi;

/** Fields that name the person, whatever stands in them. */
const personal: ReadonlySet<string> = new Set(['username', 'user', 'displayName']);

/**
 * A report without what names the person: mail addresses, user names, the network this computer is in, and its own IP address where a
 * server repeated it, and addresses inside its network. Servers' names, addresses and ports stay, since the report is about them. What is left
 * out is a word in brackets, in the reader's language.
 */
export function maskedReport(report: Report, say: Say): Report {
  const mask = maskFor(report, say);
  const masked: Report = JSON.parse(
    JSON.stringify(marked(nameless(report)), (key, value) => {
      if (typeof value !== 'string') return value;
      if (personal.has(key) && value !== '') return say('letter.masked.user');
      return isMoment(key) ? value : mask(value);
    }),
  );
  // Addresses in sentences of ours, such as that of a name server to try, are nobody's.
  return reportAnew(masked, say);
}

/** Says of itself that it is masked, at the place that this has in a report read from a file, so that masking twice changes nothing. */
function marked({ network: _network, masked: _masked, ...rest }: Report): object {
  const next = rest.brokenRules ? 'brokenRules' : 'input';
  const fields = Object.entries(rest).flatMap((field) =>
    field[0] === next ? [['masked', true], field] : [field],
  );
  return Object.fromEntries(fields);
}

function maskFor({ observations }: Report, say: Say): (text: string) => string {
  const servers = new Set(
    observations.flatMap(({ address }) =>
      address !== null && placeOf(address) !== 'network' ? [address] : [],
    ),
  );
  // Two addresses stay two: whether names lead to the same one is what some verdicts rest on.
  const others = new Map<string, string>();
  const standIn = (found: string): string => {
    if (servers.has(found)) return found;
    const number = others.size + 1;
    const word = number === 1 ? say('letter.masked.ip') : say('letter.masked.ip-more', { number });
    const known = others.get(found.toLowerCase()) ?? word;
    others.set(found.toLowerCase(), known);
    return known;
  };
  return (text) =>
    text
      .replace(address, say('letter.masked.address'))
      .replace(ipv4, standIn)
      .replace(ipv6, (found) => (isAddress(found) ? standIn(found) : found));
}

/** Times, versions and fingerprints look like addresses and are none. */
function isMoment(key: string): boolean {
  return ['startedAt', 'validFrom', 'validTo', 'fingerprint256', 'version', 'at', 'asOf'].includes(key);
}

/** An IPv6 address, and not a time of day. */
function isAddress(text: string): boolean {
  return /[0-9a-f]/i.test(text) && (text.includes('::') || text.split(':').length > 4);
}
