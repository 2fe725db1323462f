import ipaddr from 'ipaddr.js';

/** So many addresses of one text are looked for in other spellings. */
const mostAddresses = 20;

/**
 * A text without those IP addresses in the spellings in which servers hide them in the names of lines, in links, and in ids: as hexadecimal or
 * decimal number, with other signs between their parts, filled with zeros, turned around, or encoded for a web address. `standIn` gives the words
 * that stand there instead. As an address is usually written, it is not looked for.
 */
export function withoutSpellings(
  text: string,
  addresses: readonly string[],
  standIn: (address: string) => string,
): string {
  return addresses
    .slice(0, mostAddresses)
    .reduce((rest, one) => rest.replace(patternOf(one), () => standIn(one)), text);
}

/** The same addresses are looked for in every text of a report. */
const patterns = new Map<string, RegExp>();

function patternOf(address: string): RegExp {
  const known = patterns.get(address);
  if (known) return known;
  if (patterns.size >= 200) patterns.clear();
  const pattern = lookedUp(address);
  patterns.set(address, pattern);
  return pattern;
}

const nothing = /(?!)/g;

function lookedUp(address: string): RegExp {
  if (!ipaddr.isValid(address)) return nothing;
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  // "This network" and its like are no line's, and as numbers too short to be known.
  if (bytes[0] === 0) return nothing;
  const spellings = parsed.kind() === 'ipv4' ? ofFour(bytes) : ofSix(bytes);
  return new RegExp(`(?<![\\da-f])(?:${spellings.join('|')})(?![\\da-f])`, 'gi');
}

const between = '(?:%2e|[-_x])';

function ofFour(bytes: readonly number[]): string[] {
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const turned = [...bytes].reverse();
  const orders = [bytes, turned];
  const filled = (order: readonly number[]) => order.map((byte) => `${byte}`.padStart(3, '0'));
  return [
    ...orders.map((order) => order.map((byte) => `0{0,2}${byte}`).join(between)),
    ...orders.map((order) => filled(order).join('\\.?')),
    turned.join('\\.'),
    ...orders.map((order) => `(?:0x)?${order.map(hex).join('[-.:]?')}`),
    `${number}`,
  ];
}

function ofSix(bytes: readonly number[]): string[] {
  const groups = Array.from({ length: 8 }, (_, at) => {
    return ((bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0)).toString(16);
  });
  const sign = '(?:%3a|[-_x:])';
  const whole = groups.map((group) => `0{0,3}${group}`).join(sign);
  // As it is shortened (RFC 5952), with other signs.
  const short = ipaddr
    .fromByteArray([...bytes])
    .toString()
    .replaceAll(':', sign);
  return [whole, short, bytes.map(hex).join('')];
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
