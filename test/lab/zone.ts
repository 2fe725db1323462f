import { builtInReferences, connectivityCheck } from '../../shared/model/references.ts';
import { addressesOfReference, places, throughNat64 } from './addresses.ts';
import type { Zone } from './servers/dnsmasq.ts';
import { addressesOf, domainOf, hostOf, portsOf, type Site, siteNamed, sites } from './sites.ts';

/** What an honest DNS server knows: every site, every control, the connectivity check. */
export function honestZone(): Zone {
  const controls = builtInReferences.filter(({ kind }) => kind !== 'well-known-address');
  const addresses = [
    ...named(connectivityCheck.host, Object.values(places.connectivityCheck)),
    ...controls.flatMap((reference) => named(reference.host, Object.values(addressesOfReference(reference)))),
    ...sites.flatMap((site) => named(hostOf(site), [...(site.deadAddresses ?? []), ...addressesInDns(site)])),
    ...named(otherName, Object.values(addressesOf(siteNamed('wrong-name')))),
  ];
  const mx = sites.map((site) => ({ domain: domainOf(site), exchange: hostOf(site) }));
  return { addresses, mx, srv: sites.flatMap(servicesOf) };
}

/** The same, seen through NAT64: IPv6 addresses only, each made of an IPv4 address. */
export function nat64Zone(): Zone {
  const honest = honestZone();
  const addresses = honest.addresses
    .filter(({ ipAddress }) => !ipAddress.includes(':'))
    .map(({ name, ipAddress }) => ({ name, ipAddress: throughNat64(ipAddress) }));
  return { ...honest, addresses };
}

function addressesInDns(site: Site): readonly string[] {
  const { ipv4, ipv6 } = addressesOf(site);
  return site.isInDnsOverIpv6 === false ? [ipv4] : [ipv4, ipv6];
}

/** A DNS server that gives one address for whatever it is asked. */
export function lyingZone(ipAddress: string): Zone {
  return { addresses: [], mx: [], srv: [], everyOtherName: ipAddress };
}

/** The name that the certificate of the site `wrong-name` is for; it leads to the same server. */
export const otherName = 'shared42.hosting.test';

function named(name: string, ipAddresses: readonly string[]): { name: string; ipAddress: string }[] {
  return ipAddresses.map((ipAddress) => ({ name, ipAddress }));
}

/** SRV records (RFC 6186, RFC 8314) for what the site really has. */
function servicesOf(site: Site): Zone['srv'] {
  const ports = portsOf(site);
  const services = [
    ...(ports[587] ? [{ service: 'submission', port: 587 }] : []),
    ...(ports[465] ? [{ service: 'submissions', port: 465 }] : []),
    ...(site.hasIncoming === false
      ? []
      : [
          { service: 'imaps', port: 993 },
          { service: 'pop3s', port: 995 },
        ]),
  ];
  return services.map(({ service, port }) => ({
    name: `_${service}._tcp.${domainOf(site)}`,
    target: hostOf(site),
    port,
  }));
}
