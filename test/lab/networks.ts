import type { Family } from '../../shared/model/family.ts';
import { builtInReferences } from '../../shared/model/references.ts';
import { addressesOfReference, dnsServers, meddledPorts, places } from './addresses.ts';
import type { RouterRules } from './line.ts';
import type { WireQuality } from './wire.ts';

/** What a subscriber's network does to mail. */
export type Network = {
  readonly rules?: RouterRules;
  readonly wire?: Partial<WireQuality>;
  /** Address families that the home computer has; both unless said. */
  readonly families?: readonly Family[];
  /** DNS servers that the home computer knows, the first one asked first. */
  readonly resolvers?: readonly string[];
  /** How far the home computer's clock is off, as faketime has it: `+730d`. */
  readonly clockOffset?: string;
};

const otherThan25 = [26, 110, 143, 465, 587, 993, 995, 2525];
const mailPorts = '{ 25, 26, 110, 143, 465, 587, 993, 995, 2525 }';

/** The start of a TCP connection. */
const syn = 'tcp flags & (syn | ack) == syn';

/** What every site's addresses have in common: the country's own network, so to speak. */
const siteNetworks = { ipv4: '203.0.113.0/24', ipv6: '2001:db8:25::/64' };

function drops(...matches: readonly string[]): Network {
  return { rules: { forward: matches.map((match) => `${match} drop`) } };
}

/** IPv6 only, as mobile networks have it, with IPv4 reached through NAT64. */
const ipv6Only = { families: [6], resolvers: [dnsServers.nat64] } as const satisfies Network;

/** Every network of the lab. nftables' words: `forward` is what the router lets through, `redirect` where it leads. */
export const networks = {
  open: {},
  '25 dropped': drops('tcp dport 25'),
  '25 reset': { rules: { forward: ['tcp dport 25 reject with tcp reset'] } },
  '25 prohibited': { rules: { forward: ['tcp dport 25 reject with icmpx admin-prohibited'] } },
  '25 led to the relay': { rules: { redirect: ledTo(places.relay, 'tcp dport 25') } },
  '25 reset from afar': { rules: { far: ['tcp dport 25 reject with tcp reset'] } },
  // The handshake passes, and nothing that the server says.
  '25 let in and silenced': drops('tcp sport 25 tcp flags & psh == psh'),
  '25 dropped over IPv4': drops('meta nfproto ipv4 tcp dport 25'),
  '25 dropped over IPv6': drops('meta nfproto ipv6 tcp dport 25'),
  '25 to large providers dropped': drops(...toLargeProviders('tcp dport 25')),
  '25 and 587 led to the relay': { rules: { redirect: ledTo(places.relay, 'tcp dport { 25, 587 }') } },
  '587 and 465 dropped': drops('tcp dport { 465, 587 }'),
  '587 and 465 reset': { rules: { forward: ['tcp dport { 465, 587 } reject with tcp reset'] } },
  '25, 587 and 465 dropped': drops('tcp dport { 25, 465, 587 }'),
  'only 80, 443 and 26': {
    rules: { forward: ['tcp dport != { 26, 53, 80, 443 } ct state new reject with tcp reset'] },
  },
  'all mail dropped': drops(`tcp dport ${mailPorts}`),
  'all mail reset': { rules: { forward: [`tcp dport ${mailPorts} reject with tcp reset`] } },
  'mail over IPv4 dropped': drops(`meta nfproto ipv4 tcp dport ${mailPorts}`),
  'sending over IPv4 dropped': drops('meta nfproto ipv4 tcp dport { 25, 465, 587 }'),
  'captive portal': {
    rules: {
      redirect: [`meta nfproto ipv4 tcp dport 80 dnat ip to ${places.portal}`],
      forward: [`ip daddr ${places.portal} accept`, 'meta l4proto tcp ct direction original drop'],
    },
  },
  'captive portal on every port': {
    rules: {
      redirect: [`meta nfproto ipv4 meta l4proto tcp tcp dport != 53 dnat ip to ${places.portal}:80`],
      forward: [`ip daddr ${places.portal} accept`, 'meta nfproto ipv6 drop'],
    },
  },
  'captive portal by DNS': { rules: asksInstead(dnsServers.portal) },
  antivirus: { rules: { redirect: meddling('antivirus') } },
  'antivirus, 25 dropped': {
    rules: { redirect: meddling('antivirus', [25]), forward: ['tcp dport 25 drop'] },
  },
  'STARTTLS masked': { rules: { redirect: meddling('masking') } },
  // What a firewall's mail guard does that looks after port 25 alone.
  'STARTTLS masked on 25': { rules: { redirect: meddling('masking', otherThan25) } },
  'STARTTLS deleted, 465 reset': {
    rules: { redirect: meddling('deleting', [465]), forward: ['tcp dport 465 reject with tcp reset'] },
  },
  'DNS dead': drops('meta l4proto { tcp, udp } th dport 53'),
  'DNS lies': { rules: asksInstead(dnsServers.nobody) },
  'DNS answers every name': { rules: asksInstead(dnsServers.everyName) },
  'DNS slow': { rules: asksInstead(dnsServers.slow) },
  'DNS answers every other question': { rules: asksInstead(dnsServers.forgetful) },
  'first DNS server dead': { resolvers: [dnsServers.nobodyThere, dnsServers.honest] },
  'IPv6 black-holed': drops('meta nfproto ipv6'),
  'IPv6 to foreign servers black-holed': drops(`ip6 daddr != ${siteNetworks.ipv6} ct direction original`),
  'IPv4 black-holed': drops('meta nfproto ipv4 tcp dport != 53'),
  'IPv6 only': ipv6Only,
  'IPv6 only, 25 dropped': { ...ipv6Only, ...drops('tcp dport 25') },
  'IPv6 only, 587 and 465 dropped': { ...ipv6Only, ...drops('tcp dport { 465, 587 }') },
  'IPv4 only': { families: [4] },
  'IPv4 only, 25 dropped': { families: [4], ...drops('tcp dport 25') },
  'foreign servers cut off': drops(
    `ip daddr != { ${siteNetworks.ipv4}, ${dnsServers.honest} } ct direction original`,
    `ip6 daddr != ${siteNetworks.ipv6} ct direction original`,
  ),
  // What cheap routers take for a flood.
  '10 new connections a second': drops(`${syn} limit rate over 10/second burst 10 packets`),
  'first packet to every address lost': {
    rules: {
      forward: [
        `${syn} ip daddr != @seen add @seen { ip daddr timeout 1m } drop`,
        `${syn} ip6 daddr != @seen6 add @seen6 { ip6 daddr timeout 1m } drop`,
      ],
    },
  },
  'allow list': {
    rules: { forward: [...largeProviders('accept'), 'tcp dport { 25, 465, 587 } drop'] },
  },
  'allow list, refusing': {
    rules: { forward: [...largeProviders('accept'), 'tcp dport { 25, 465, 587 } reject with tcp reset'] },
  },
  // The first bytes of a ClientHello: a handshake record of TLS 1.0's format.
  'TLS cut': { rules: { forward: [`tcp dport ${mailPorts} @ih,0,16 0x1603 reject with tcp reset`] } },
  'TLS cut, 25 dropped': {
    rules: { forward: [`tcp dport ${mailPorts} @ih,0,16 0x1603 reject with tcp reset`, 'tcp dport 25 drop'] },
  },
  'clock two years ahead': { clockOffset: '+730d' },
  'clock two years ahead, 25 dropped': { clockOffset: '+730d', ...drops('tcp dport 25') },
  'clock two years behind': { clockOffset: '-730d' },
  offline: { rules: { forward: ['drop'] } },
  'offline, told so': { rules: { forward: ['reject with icmpx no-route'] } },
  'MTU black hole': { wire: { mtu: 1000 } },
  'MTU black hole, 25 dropped': { wire: { mtu: 1000 }, ...drops('tcp dport 25') },
  // A radio link at the edge of its reach: dead for longer than a few SYNs take, again and again.
  'line with gaps': { wire: { outage: { everyMs: 5000, forMs: 1800 } } },
  'line with gaps, IPv6 black-holed': {
    wire: { outage: { everyMs: 5000, forMs: 1800 } },
    ...drops('meta nfproto ipv6'),
  },
  'line with gaps, 25 reset': {
    wire: { outage: { everyMs: 5000, forMs: 1800 } },
    rules: { forward: ['tcp dport 25 reject with tcp reset'] },
  },
  'line with full buffers': { wire: { jitterMs: 800 } },
} as const satisfies Record<string, Network>;

export type NetworkName = keyof typeof networks;

function ledTo(place: { readonly ipv4: string; readonly ipv6: string }, match: string): string[] {
  return [
    `meta nfproto ipv4 ${match} dnat ip to ${place.ipv4}`,
    `meta nfproto ipv6 ${match} dnat ip6 to ${place.ipv6}`,
  ];
}

function asksInstead(dnsServer: string): RouterRules {
  return { redirect: [`meta nfproto ipv4 meta l4proto { tcp, udp } th dport 53 dnat ip to ${dnsServer}`] };
}

/** Leads each mail port of each server to the port of the device that meddles with it; the exempted ports stay as they are. */
function meddling(device: 'antivirus' | 'masking' | 'deleting', exempted: readonly number[] = []): string[] {
  return (['ipv4', 'ipv6'] as const).map((family) => {
    const ip = family === 'ipv4' ? 'ip' : 'ip6';
    const entries = meddledPorts()
      .filter(
        ({ ipAddress, port }) => ipAddress.includes(':') === (family === 'ipv6') && !exempted.includes(port),
      )
      .map(
        ({ ipAddress, port, devicePort }) =>
          `${ipAddress} . ${port} : ${places[device][family]} . ${devicePort}`,
      );
    return `dnat ${ip} to ${ip} daddr . tcp dport map { ${entries.join(', ')} }`;
  });
}

/** What a router's list of well-known providers contains. */
function largeProviders(verdict: 'accept'): string[] {
  return toLargeProviders('').map((match) => `${match} ${verdict}`);
}

/** Matches what goes to large providers, and is besides as `match` says. */
function toLargeProviders(match: string): string[] {
  const large = builtInReferences
    .filter(({ kind, size }) => kind === 'mail' && size === 'large')
    .map((reference) => addressesOfReference(reference));
  return [
    `ip daddr { ${large.map(({ ipv4 }) => ipv4).join(', ')} } ${match}`,
    `ip6 daddr { ${large.map(({ ipv6 }) => ipv6).join(', ')} } ${match}`,
  ];
}
