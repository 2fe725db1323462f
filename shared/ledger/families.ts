import type { IpAddress } from './facts.ts';

/** The address families among these, in their order. */
export function familiesIn(addresses: readonly IpAddress[]): readonly (4 | 6)[] {
  return [...new Set(addresses.map(({ family }) => family))];
}

/** The address family of an IP address. */
export function familyOf(ipAddress: string): 4 | 6 {
  return ipAddress.includes(':') ? 6 : 4;
}
