import { BlockList, isIP } from 'node:net';

// One list each: in a common one Node takes every IPv4 address for its IPv6 form, and so for a member of ::/64.
const notPublic4 = new BlockList();
const notPublic6 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  notPublic4.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  // Holds the unspecified address, loopback, and IPv4 written as IPv6: no honest name leads there.
  ['::', 64],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  notPublic6.addSubnet(network, bits, 'ipv6');
}

/** Whether an IP address is this computer's own, its network's, or nobody's: RFC 6890. What is no address counts as one. */
export function isPrivateAddress(ipAddress: string): boolean {
  switch (isIP(ipAddress)) {
    case 4:
      return notPublic4.check(ipAddress, 'ipv4');
    case 6:
      return notPublic6.check(ipAddress, 'ipv6');
    default:
      return true;
  }
}
