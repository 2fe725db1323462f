import ipaddr from 'ipaddr.js';

/**
 * Where an IP address belongs (RFC 6890, RFC 8190): `public`; `network`, addresses that a home's or company's own network gives out (RFC
 * 1918, RFC 6598, RFC 4193); or `nowhere`, where no server can be: this computer, link-local, multicast, tunnels and reserved ones. What
 * is no address is `nowhere`. An IPv4 address inside NAT64's prefix (RFC 6052), which networks with IPv6 alone hand out for every name,
 * belongs where that address does. Documentation's own ranges count as public: they lead nowhere, and examples are full of them.
 */
export function placeOf(ipAddress: string): Place {
  const known = places.get(ipAddress);
  if (known !== undefined) return known;
  if (places.size >= mostPlaces) places.clear();
  const place = lookedUp(ipAddress);
  places.set(ipAddress, place);
  return place;
}

/**
 * What an answer of DNS means that names no server anywhere: `none`, the unspecified address (RFC 1122 section 3.2.1.3, RFC 4291 section
 * 2.5.2), or `asker`, one that everybody has for himself (loopback): filters give these for names that they hide. `group` (multicast, RFC 5771,
 * RFC 4291 section 2.7), `example` (RFC 5737, RFC 3849, RFC 9637), `test` (RFC 2544, RFC 5180) and `nobody` (reserved or for discarding, RFC 1112
 * section 4, RFC 6666) are the other ranges that belong to no computer on the internet. Null for all others.
 */
export function emptyAnswer(ipAddress: string): EmptyAnswer | null {
  if (!ipaddr.isValid(ipAddress)) return null;
  const address = ipaddr.process(ipAddress);
  if (isWithin(address, exampleRanges)) return 'example';
  return isWithin(address, testRanges) ? 'test' : (emptyRanges[address.range()] ?? null);
}

type EmptyAnswer = 'none' | 'asker' | 'group' | 'example' | 'test' | 'nobody';

const emptyRanges: Readonly<Record<string, EmptyAnswer>> = {
  unspecified: 'none',
  loopback: 'asker',
  multicast: 'group',
  broadcast: 'nobody',
  reserved: 'nobody',
  discard: 'nobody',
};

/** An address that a device gives itself where nobody gives it one, valid for its own piece of cable or air alone (RFC 3927, RFC 4291 section 2.5.6). */
export function isSelfGiven(ipAddress: string): boolean {
  return ipaddr.isValid(ipAddress) && ipaddr.process(ipAddress).range() === 'linkLocal';
}

/** Whether the text stands for an address that a masked report leaves out. Those of servers are such as a network of one's own gives out. */
export function isLeftOut(text: string): boolean {
  return standIn.test(text);
}

type Place = 'public' | 'network' | 'nowhere';

/** The addresses of a check are asked about again and again, and reading one takes 0.01 ms. */
const places = new Map<string, Place>();
const mostPlaces = 1_000;

function lookedUp(ipAddress: string): Place {
  if (isLeftOut(ipAddress)) return 'network';
  if (!ipaddr.isValid(ipAddress)) return 'nowhere';
  const address = ipaddr.parse(ipAddress);
  if (address.kind() === 'ipv6') {
    const bytes = address.toByteArray();
    if (wellKnownNat64.every((byte, index) => bytes[index] === byte))
      return placeOf(bytes.slice(12).join('.'));
    // IPv4 written as IPv6 in the old way (RFC 4291 section 2.5.5.1): no honest name leads there.
    if (bytes.slice(0, 8).every((byte) => byte === 0)) return 'nowhere';
  }
  switch (address.range()) {
    case 'private':
    case 'carrierGradeNat':
    case 'uniqueLocal':
      return 'network';
    case 'unicast':
    case 'as112':
    case 'as112v6':
    case 'amt':
      return 'public';
    case 'reserved':
      return isWithin(address, exampleRanges) ? 'public' : 'nowhere';
    default:
      return 'nowhere';
  }
}

/** 64:ff9b::/96. */
const wellKnownNat64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];

type Ranges = readonly (readonly [network: string, bits: number])[];

/** RFC 5737, RFC 3849, RFC 9637. */
const exampleRanges: Ranges = [
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['2001:db8::', 32],
  ['3fff::', 20],
];

/** What a masked report has in place of an address, in every language. */
const standIn = /^\[ip(?: \d+)?\]$/i;

/** RFC 2544, RFC 5180. */
const testRanges: Ranges = [
  ['198.18.0.0', 15],
  ['2001:2::', 48],
];

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, ranges: Ranges): boolean {
  return ranges.some(([network, bits]) => {
    const range = ipaddr.parse(network);
    return range.kind() === address.kind() && address.match(range, bits);
  });
}
