import type { Family } from '../model/family.ts';
import type { IpAddress } from './facts.ts';

/** The address families among these, in their order. */
export function familiesIn(addresses: readonly IpAddress[]): readonly Family[] {
  return [...new Set(addresses.map(({ family }) => family))];
}

/** The address family of an IP address. */
export function familyOf(ipAddress: string): Family {
  return ipAddress.includes(':') ? 6 : 4;
}
