import type { PostfixPort } from './servers/postfix.ts';

/** Which certificate a site shows. */
export type CertificateKind =
  | 'good'
  | 'expired'
  | 'wrong-name'
  | 'self-made'
  | 'private-authority'
  | 'incomplete'
  | 'sha1';

/** How one port of a site behaves. */
export type PortPlay = Pick<PostfixPort, 'tls' | 'parameters'> & { readonly offersLogin?: boolean };

/**
 * A mail provider of the lab: domain `<name>.test`, server `mail.<name>.test`, mailbox `you@<name>.test`. Its DNS has MX
 * and SRV records, the SRV records for the ports it has among 587 and 465.
 */
export type Site = {
  readonly name: string;
  readonly certificate: CertificateKind;
  /** Served by a real Postfix. */
  readonly postfix: Readonly<Record<number, PortPlay>>;
  /** IMAP and POP3 by a real Dovecot. */
  readonly hasIncoming: boolean;
};

const starttls: PortPlay = { tls: 'starttls' };
const implicit: PortPlay = { tls: 'implicit' };

/** All five outgoing ports of the contract, as they should be. */
const allPorts = { 25: starttls, 26: starttls, 465: implicit, 587: starttls, 2525: starttls };

export const sites: readonly Site[] = [
  { name: 'lab', certificate: 'good', postfix: allPorts, hasIncoming: true },
];

/** Addresses of a site, by its place in the table. */
export function addressesOf(site: Site): { readonly ipv4: string; readonly ipv6: string } {
  const number = 10 + sites.indexOf(site);
  return { ipv4: `203.0.113.${number}`, ipv6: `2001:db8:25::${number}` };
}
