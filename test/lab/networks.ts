import { builtInReferences } from '../../shared/model/references.ts';
import { addressesOfReference, dnsServers, meddledPorts, places } from './addresses.ts';
import type { RouterRules } from './line.ts';
import type { WireQuality } from './wire.ts';

/** What a subscriber's network does to mail. */
export type Network = {
  readonly rules?: RouterRules;
  readonly wire?: Partial<WireQuality>;
  /** The home computer has IPv6 only, behind NAT64. */
  readonly isIpv6Only?: boolean;
  /** How far the home computer's clock is off, as faketime has it: `+730d`. */
  readonly clockOffset?: string;
};

const mailPorts = '{ 25, 26, 110, 143, 465, 587, 993, 995, 2525 }';

function drops(match: string): Network {
  return { rules: { forward: [`${match} drop`] } };
}

/** Every network of the lab. nftables' words: `forward` is what the router lets through, `redirect` where it leads. */
export const networks = {
  open: {},
  '25 dropped': drops('tcp dport 25'),
  '25 reset': { rules: { forward: ['tcp dport 25 reject with tcp reset'] } },
  '25 prohibited': { rules: { forward: ['tcp dport 25 reject with icmpx admin-prohibited'] } },
  '25 led to the relay': { rules: { redirect: ledTo(places.relay, 'tcp dport 25') } },
  '25 dropped over IPv4': drops('meta nfproto ipv4 tcp dport 25'),
  '587 and 465 dropped': drops('tcp dport { 465, 587 }'),
  '587 and 465 reset': { rules: { forward: ['tcp dport { 465, 587 } reject with tcp reset'] } },
  '25, 587 and 465 dropped': drops('tcp dport { 25, 465, 587 }'),
  'only 80, 443 and 26': {
    rules: { forward: ['tcp dport != { 26, 53, 80, 443 } ct state new reject with tcp reset'] },
  },
  'all mail dropped': drops(`tcp dport ${mailPorts}`),
  'all mail reset': { rules: { forward: [`tcp dport ${mailPorts} reject with tcp reset`] } },
  'mail over IPv4 dropped': drops(`meta nfproto ipv4 tcp dport ${mailPorts}`),
  'captive portal': {
    rules: {
      redirect: [`meta nfproto ipv4 tcp dport 80 dnat ip to ${places.portal}`],
      forward: [`ip daddr ${places.portal} accept`, 'meta l4proto tcp ct direction original drop'],
    },
  },
  'captive portal by DNS': { rules: asksInstead(dnsServers.portal) },
  antivirus: { rules: { redirect: meddling('antivirus') } },
  'STARTTLS masked': { rules: { redirect: meddling('masking') } },
  'DNS dead': drops('meta l4proto { tcp, udp } th dport 53'),
  'DNS lies': { rules: asksInstead(dnsServers.nobody) },
  'DNS answers every name': { rules: asksInstead(dnsServers.everyName) },
  'IPv6 black-holed': drops('meta nfproto ipv6'),
  'IPv4 black-holed': drops('meta nfproto ipv4 tcp dport != 53'),
  'IPv6 only': { isIpv6Only: true },
  'allow list': {
    rules: { forward: [...largeProviders('accept'), 'tcp dport { 25, 465, 587 } drop'] },
  },
  'allow list, refusing': {
    rules: { forward: [...largeProviders('accept'), 'tcp dport { 25, 465, 587 } reject with tcp reset'] },
  },
  // The first bytes of a ClientHello: a handshake record of TLS 1.0's format.
  'TLS cut': { rules: { forward: [`tcp dport ${mailPorts} @ih,0,16 0x1603 reject with tcp reset`] } },
  'clock two years ahead': { clockOffset: '+730d' },
  'clock two years behind': { clockOffset: '-730d' },
  offline: { rules: { forward: ['drop'] } },
  'offline, told so': { rules: { forward: ['reject with icmpx no-route'] } },
  'MTU black hole': { wire: { mtu: 1000 } },
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

/** Leads each mail port of each server to the port of the device that meddles with it. */
function meddling(device: 'antivirus' | 'masking'): string[] {
  return (['ipv4', 'ipv6'] as const).map((family) => {
    const ip = family === 'ipv4' ? 'ip' : 'ip6';
    const entries = meddledPorts()
      .filter(({ ipAddress }) => ipAddress.includes(':') === (family === 'ipv6'))
      .map(
        ({ ipAddress, port, devicePort }) =>
          `${ipAddress} . ${port} : ${places[device][family]} . ${devicePort}`,
      );
    return `dnat ${ip} to ${ip} daddr . tcp dport map { ${entries.join(', ')} }`;
  });
}

/** What a router's list of well-known providers contains. */
function largeProviders(verdict: 'accept'): string[] {
  const large = builtInReferences
    .filter(({ kind, size }) => kind === 'mail' && size === 'large')
    .map((reference) => addressesOfReference(reference));
  return [
    `ip daddr { ${large.map(({ ipv4 }) => ipv4).join(', ')} } ${verdict}`,
    `ip6 daddr { ${large.map(({ ipv6 }) => ipv6).join(', ')} } ${verdict}`,
  ];
}
