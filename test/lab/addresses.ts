import { builtInReferences, type Reference } from '../../shared/model/references.ts';
import { addressesOf, hostOf, portsOf, siteNamed } from './sites.ts';

/** Fixed places of the lab's internet. Documentation addresses (RFC 5737, RFC 3849): outside the lab they are nobody. */
export const places = {
  connectivityCheck: { ipv4: '198.51.100.80', ipv6: '2001:db8:51::80' },
  /** What a provider that answers for every name shows. */
  advertisements: '198.51.100.81',
  /** Where a captive portal sends everybody. */
  portal: '198.51.100.82',
  /** Private addresses that lying DNS servers give for every name: with the portal's pages, and with nothing. */
  portalInside: '10.11.12.13',
  nobodyInside: '10.11.12.14',
  /** Where the Postfix listens that has a proxy in front. */
  behindProxy: '127.0.0.25',
  /** A provider's own mail relay, to which it leads port 25. */
  relay: { ipv4: '198.51.100.25', ipv6: '2001:db8:51::25' },
  antivirus: { ipv4: '198.51.100.201', ipv6: '2001:db8:51::201' },
  masking: { ipv4: '198.51.100.202', ipv6: '2001:db8:51::202' },
  deleting: { ipv4: '198.51.100.203', ipv6: '2001:db8:51::203' },
} as const;

/** DNS servers, by what they answer. */
export const dnsServers = {
  honest: '192.0.2.53',
  /** Gives the address of advertisements for names that do not exist. */
  everyName: '192.0.2.54',
  /** Give one private address for every name. */
  portal: '192.0.2.55',
  nobody: '192.0.2.56',
  /** Pass questions on to the honest one: answers come 2.5 s later; only who asks twice is answered. */
  slow: '192.0.2.57',
  forgetful: '192.0.2.58',
  /** No computer has this address. */
  nobodyThere: '192.0.2.59',
  /** Answers with NAT64's addresses only (RFC 6147); asked over IPv6. */
  nat64: '2001:db8:53::64',
} as const;

/** Where a control stands; well-known addresses stand where they say. */
export function addressesOfReference(reference: Reference): { readonly ipv4: string; readonly ipv6: string } {
  const number = 10 + builtInReferences.indexOf(reference);
  return { ipv4: `198.51.100.${number}`, ipv6: `2001:db8:51::${number}` };
}

/** The same address as NAT64's well-known prefix has it (RFC 6052). */
export function throughNat64(ipv4: string): string {
  const bytes = ipv4.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return `64:ff9b::${bytes[0]}${bytes[1]}:${bytes[2]}${bytes[3]}`;
}

/** One TCP port that a meddling device answers for: where the client means to go, and the device's own port. */
export type Meddled = {
  readonly hostName: string;
  readonly ipAddress: string;
  readonly port: number;
  readonly devicePort: number;
};

const incomingPorts = [110, 143, 993, 995];

/** Everything that the meddling devices answer for: the mail ports of the first site and of the controls. */
export function meddledPorts(): readonly Meddled[] {
  const lab = siteNamed('lab');
  const servers = [
    {
      hostName: hostOf(lab),
      at: addressesOf(lab),
      ports: [...numbers(portsOf(lab)), ...incomingPorts],
    },
    ...builtInReferences
      .filter(({ kind }) => kind === 'mail')
      .map((reference) => ({
        hostName: reference.host,
        at: addressesOfReference(reference),
        ports: reference.ports,
      })),
  ];
  return servers
    .flatMap(({ hostName, at, ports }) =>
      Object.values(at).flatMap((ipAddress) => ports.map((port) => ({ hostName, ipAddress, port }))),
    )
    .map((meddled, index) => ({ ...meddled, devicePort: 20_000 + index }));
}

function numbers(ports: Readonly<Record<number, unknown>>): number[] {
  return Object.keys(ports).map(Number);
}
