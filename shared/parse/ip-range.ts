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
 * What an answer of DNS means that names no computer at all: `none`, the unspecified address (RFC 1122 section 3.2.1.3, RFC 4291 section
 * 2.5.2), or `asker`, one that everybody has for himself (loopback). Filters give such answers for names that they hide. Null for all others.
 */
export function emptyAnswer(ipAddress: string): 'none' | 'asker' | null {
  if (!ipaddr.isValid(ipAddress)) return null;
  const range = ipaddr.process(ipAddress).range();
  if (range === 'unspecified') return 'none';
  return range === 'loopback' ? 'asker' : null;
}

type Place = 'public' | 'network' | 'nowhere';

/** The addresses of a check are asked about again and again, and reading one takes 0.01 ms. */
const places = new Map<string, Place>();
const mostPlaces = 1_000;

function lookedUp(ipAddress: string): Place {
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
      return isForExamples(ipAddress) ? 'public' : 'nowhere';
    default:
      return 'nowhere';
  }
}

/** 64:ff9b::/96. */
const wellKnownNat64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];

const exampleRanges = [
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['2001:db8::', 32],
  ['3fff::', 20],
] as const;

/** RFC 5737, RFC 3849, RFC 9637. */
function isForExamples(ipAddress: string): boolean {
  const address = ipaddr.parse(ipAddress);
  return exampleRanges.some(([network, bits]) => {
    const range = ipaddr.parse(network);
    return range.kind() === address.kind() && address.match(range, bits);
  });
}
