import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import type { Report } from '../../shared/model/report.ts';
import type { System } from '../engine/system.ts';

/** An address of one of this computer's interfaces with its netmask, as Node names it: `192.168.1.23/24`. */
export type InterfaceAddress = { readonly address: string; readonly cidr: string | null };

/** Whatever an interface says, an IPv6 network is no smaller: RFC 4291 section 2.5.4. The second half is the computer's own. */
const networkBits = 64;

/**
 * The networks that this computer is in, by the addresses from which it would send to the world: not the addresses themselves, which name
 * the computer. Sends nothing. Never rejects.
 */
export async function ownNetwork(
  system: Pick<System, 'ownAddress'>,
  interfaces: readonly InterfaceAddress[] = Object.values(networkInterfaces()).flatMap((list) => list ?? []),
): Promise<NonNullable<Report['network']>> {
  const [ipv4, ipv6] = await Promise.all([system.ownAddress(4), system.ownAddress(6)]);
  return {
    ...(ipv4 === null ? {} : { ipv4: networkOf(ipv4, interfaces) }),
    ...(ipv6 === null ? {} : { ipv6: networkOf(ipv6, interfaces) }),
  };
}

/** An address that no interface has, or has alone (a VPN, a dial-up line), is a network of one. */
function networkOf(address: string, interfaces: readonly InterfaceAddress[]): string {
  const bare = address.replace(/%.*$/, '');
  const { cidr } = interfaces.find((one) => one.address.replace(/%.*$/, '') === bare) ?? { cidr: null };
  if (ipaddr.IPv6.isValid(bare) && !ipaddr.IPv4.isValid(bare)) {
    return `${ipaddr.IPv6.networkAddressFromCIDR(`${bare}/${networkBits}`)}/${networkBits}`;
  }
  const bits = Number(cidr?.split('/')[1] ?? 32);
  return `${ipaddr.IPv4.networkAddressFromCIDR(`${bare}/${bits}`)}/${bits}`;
}
