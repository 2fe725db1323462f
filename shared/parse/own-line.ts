/**
 * What names the line that somebody is on, in words that others said: its IP addresses, with the tag that mail servers put before one (RFC 5321
 * section 4.1.3), and its names, which mostly have the address inside (`p5b0c2a11.dip0.example`, `203-0-113-77.dyn.example`).
 * `isServer` says which names are those of servers; `standIn` gives the words that stand there instead.
 */
export function withoutOwnLine(text: string, standIn: StandIn, isServer: (name: string) => boolean): string {
  const named = (whole: string, name: string): string =>
    isServer(name.toLowerCase()) ? whole : whole.replace(name, () => standIn(name, 'name'));
  const ip = (found: string): string => standIn(found, 'ip');
  return text
    .replace(reverse, (found) => named(found, found))
    .replace(besideAddress, named)
    .replace(afterHello, named)
    .replace(ipv6, (found) => (isAddress(found) ? ip(found) : found))
    .replace(ipv4, ip)
    .replace(hostName, (found) => (hasAddress(found) ? named(found, found) : found))
    .replace(dashed, (found, four: string) => (isQuad(four) ? ip(found) : found))
    .replace(bracketed, '$1');
}

/** The IP addresses in a text, as they are usually written. */
export function addressesIn(text: string): string[] {
  const found = [...(text.match(ipv4) ?? []), ...(text.match(ipv6) ?? []).filter(isAddress)];
  return [...new Set(found.map((one) => one.toLowerCase()))];
}

type StandIn = (found: string, kind: 'ip' | 'name') => string;

const label = '[a-z\\d_](?:[\\w-]{0,61}[a-z\\d])?';
const begins = '(?<![\\w.@-])';
const quad = '\\d{1,3}(?:\\.\\d{1,3}){3}';

const ipv4 = new RegExp(`(?<![\\d.])${quad}(?![\\d.]\\d)`, 'g');
/** In its old form with an IPv4 address at the end, too; after a word and a colon (`IPv6:`), or where nothing of a name stands before it. */
const ipv6 =
  /(?:(?<=(?<![\w:.])(?=\w{0,15}[g-z])\w{1,16}:)|(?<![\w:.]))(?:[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){1,6}:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?![\w:])/gi;
const reverse = new RegExp(`${begins}(?:[\\w-]{1,63}\\.){1,40}(?:in-addr|ip6)\\.arpa(?![\\w-])`, 'gi');
const name = `(?:${label}\\.){1,10}[a-z][a-z\\d-]{1,62}`;
const hostName = new RegExp(`${begins}${name}(?![\\w-]|\\.\\w)`, 'gi');
/** `name [192.0.2.1]`, `name[192.0.2.1]`, as servers write who is asking. */
const besideAddress = new RegExp(
  `${begins}(${name})\\.?\\s?\\[(?=(?:IPv6:)?[\\da-f]*[.:][\\da-f.:]+\\])`,
  'gi',
);
const afterHello = new RegExp(`\\b(?:hello|[eh]?helo|ehlo)[ =:<(\\[]{1,2}(${name})(?![\\w-])`, 'gi');
/** An address as a name's label, with no name behind it. */
const dashed = /(?<![\w.@-])(?:[a-z]{1,15}-?)?(\d{1,3}([-_x])\d{1,3}\2\d{1,3}\2\d{1,3})(?![\w-]|\.\w)/gi;
/** The brackets in which servers write an address, around the brackets of the word for it. */
const bracketed = /\[(?:IPv6:)?(\[ip(?: \d+)?\])\]/gi;

const fourNumbers = /(?<!\d)\d{1,3}([-._x])\d{1,3}\1\d{1,3}\1\d{1,3}(?!\d)/;
const twelveDigits = /(?<!\d)\d{12}(?!\d)/;
/** All of a label's end, since machines of large providers have such runs in the middle of theirs. */
const hexadecimal = /^(?:[a-z]{1,8}-?)?(?=[a-f]*\d)(?:[\da-f]{8}|[\da-f]{16}|[\da-f]{32})$/i;
const sixNumbers = /(?<![\da-f])[\da-f]{1,4}(?:-{1,2}[\da-f]{1,4}){5,7}(?![\da-f])/i;
const shortened = /(?<![\da-f])[\da-f]{1,4}(?:-[\da-f]{1,4}){1,6}--[\da-f]{1,4}(?![\da-f])/i;

/** Whether a name has an IP address inside, in one of the ways in which those who give out lines write it. */
function hasAddress(name: string): boolean {
  if (fourNumbers.test(name)) return true;
  return name
    .split('.')
    .some((part) => [twelveDigits, hexadecimal, sixNumbers, shortened].some((form) => form.test(part)));
}

/** Four numbers that an address may have, and not a short number with signs between. */
function isQuad(dashed: string): boolean {
  const parts = dashed.split(/[-_x]/i);
  return parts.join('').length > 6 && parts.every((part) => Number(part) <= 255);
}

/** An IPv6 address, and not a time of day. */
function isAddress(text: string): boolean {
  return /[0-9a-f]/i.test(text) && (text.includes('::') || text.split(':').length > 4);
}
