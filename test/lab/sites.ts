import type { PostfixPort } from './servers/postfix.ts';

/** Which certificate a site shows. */
export type CertificateKind =
  | 'good'
  | 'expired'
  | 'wrong-name'
  | 'self-made'
  | 'private-authority'
  | 'incomplete'
  | 'sha1'
  | 'by-name';

/** How one port of a site behaves. */
export type PortPlay = Pick<PostfixPort, 'tls' | 'parameters'> & { readonly offersLogin?: boolean };

type Ports = Readonly<Record<number, PortPlay>>;

/**
 * A mail provider of the lab: domain `<name>.test`, server `mail.<name>.test`, mailbox `you@<name>.test`. Its DNS has MX
 * and SRV records, the SRV records for the ports it has among 587 and 465.
 */
export type Site = {
  readonly name: string;
  /** `good` unless said. */
  readonly certificate?: CertificateKind;
  /** What serves the outgoing ports; a real Postfix unless said. `nothing`: a computer without a mail server. */
  readonly software?: 'postfix' | 'exim' | 'scripted' | 'postfix behind a proxy' | 'nothing';
  /** All five of the contract as they should be, unless said. */
  readonly ports?: Ports;
  /** For `scripted`: STARTTLS only in every n-th session. */
  readonly offersStarttlsEvery?: number;
  /** For `scripted`: resets every connection on which TLS begins. */
  readonly cutsTls?: boolean;
  /** What the server's own firewall does with callers, in nftables' words. */
  readonly firewall?: { readonly ipv4?: readonly string[]; readonly ipv6?: readonly string[] };
  /** Addresses of the same name at which nobody is at home, named before the good one. */
  readonly deadAddresses?: readonly string[];
  /** DNS has its IPv6 address too; it does unless said. */
  readonly isInDnsOverIpv6?: boolean;
  /** Nothing comes back from its own address either. */
  readonly isSwitchedOff?: boolean;
  /** IMAP and POP3 by a real Dovecot; they are there unless said. */
  readonly hasIncoming?: boolean;
};

const starttls: PortPlay = { tls: 'starttls' };
const implicit: PortPlay = { tls: 'implicit' };
const plain: PortPlay = { tls: 'none' };

const allPorts = { 25: starttls, 26: starttls, 465: implicit, 587: starttls, 2525: starttls };

const syn = 'tcp flags & (syn | ack) == syn';

function overBoth(...rules: readonly string[]): NonNullable<Site['firewall']> {
  return { ipv4: rules, ipv6: rules };
}

/** All ports, with Postfix parameters in common. */
function everywhere(parameters: Readonly<Record<string, string>>, offersLogin = true): Ports {
  return Object.fromEntries(
    Object.entries(allPorts).map(([port, play]) => [port, { ...play, parameters, offersLogin }]),
  );
}

/** What Postfix says in place of a greeting. */
function greetsWith(reply: string): Ports {
  return everywhere({
    smtpd_delay_reject: 'no',
    smtpd_client_restrictions: `check_client_access static:{${reply}}`,
  });
}

const table = [
  { name: 'lab' },
  { name: 'no-25', ports: { 465: implicit, 587: starttls } },
  { name: 'only-25', ports: { 25: starttls } },
  { name: 'only-465', ports: { 465: implicit } },
  { name: 'only-26', ports: { 26: starttls } },
  { name: 'greets-after-7-s', ports: everywhere(waits(7)) },
  { name: 'greets-after-20-s', ports: everywhere(waits(20)) },
  { name: 'no-early-talk', ports: everywhere(punishesEarlyTalk()) },
  { name: 'two-connections', ports: everywhere({ smtpd_client_connection_count_limit: '2' }) },
  {
    name: 'starttls-one-in-three',
    software: 'scripted',
    ports: { 25: starttls, 587: starttls },
    offersStarttlsEvery: 3,
  },
  { name: '465-plain', ports: { ...allPorts, 465: starttls } },
  { name: '26-plain', ports: { ...allPorts, 26: plain } },
  { name: 'plain-only', ports: { 25: plain, 587: plain } },
  { name: 'plain-everywhere', ports: { 25: plain, 587: plain }, hasIncoming: false },
  { name: 'busy', ports: greetsWith('421 4.3.2 too many connections, try again later') },
  { name: 'block-list', ports: greetsWith('554 5.7.1 Service unavailable; blocked using zen.spamhaus.org') },
  {
    name: 'greylisting',
    ports: everywhere({ smtpd_recipient_restrictions: 'static:{450 4.2.0 greylisted}' }),
  },
  { name: 'no-login', ports: everywhere({}, false) },
  { name: 'tls-1-0', ports: everywhere(onlyTls10()), hasIncoming: false },
  { name: 'expired', certificate: 'expired' },
  { name: 'self-made', certificate: 'self-made' },
  { name: 'private-authority', certificate: 'private-authority' },
  { name: 'wrong-name', certificate: 'wrong-name' },
  { name: 'incomplete', certificate: 'incomplete' },
  { name: 'sha1', certificate: 'sha1' },
  { name: 'certificate-by-name', certificate: 'by-name', hasIncoming: false },
  { name: 'eight-bit', ports: everywhere({ smtpd_banner: '$myhostname ESMTP Gr\u00fc\u00dfe \u2709' }) },
  { name: 'proxied', software: 'postfix behind a proxy' },
  { name: 'cpanel', software: 'exim', ports: { 25: starttls, 26: starttls, 465: implicit, 587: starttls } },
  { name: 'many-addresses', deadAddresses: ['203.0.113.201', '203.0.113.202', '2001:db8:25::201'] },
  { name: 'switched-off', software: 'nothing', isSwitchedOff: true, hasIncoming: false },
  { name: 'all-closed', software: 'nothing', hasIncoming: false },
  { name: 'drops-25', firewall: overBoth('tcp dport 25 drop') },
  { name: 'prohibits-25', firewall: overBoth('tcp dport 25 reject with icmpx admin-prohibited') },
  { name: 'fenced', firewall: overBoth('tcp dport { 25, 465, 587 } drop') },
  {
    name: 'bans-the-busy',
    firewall: {
      ipv4: [`${syn} add @callers { ip saddr limit rate over 5/minute burst 4 packets } drop`],
      ipv6: [`${syn} add @callers6 { ip6 saddr limit rate over 5/minute burst 4 packets } drop`],
    },
  },
  {
    // As protection against floods does it: who means it sends the same packet again, a second later.
    name: 'ignores-first-packets',
    firewall: {
      ipv4: [
        `${syn} ip saddr . tcp sport . tcp dport != @tries add @tries { ip saddr . tcp sport . tcp dport timeout 20s } drop`,
      ],
      ipv6: [
        `${syn} ip6 saddr . tcp sport . tcp dport != @tries6 add @tries6 { ip6 saddr . tcp sport . tcp dport timeout 20s } drop`,
      ],
    },
  },
  { name: 'ipv4-only', isInDnsOverIpv6: false },
  { name: 'ipv4-only-drops-25', isInDnsOverIpv6: false, firewall: overBoth('tcp dport 25 drop') },
  { name: 'dead-ipv6', firewall: { ipv6: ['drop'] } },
  { name: '465-over-ipv6', firewall: { ipv4: ['tcp dport 465 reject with tcp reset'] } },
  {
    name: 'submission-over-ipv4',
    firewall: { ipv6: ['tcp dport { 26, 465, 587, 2525 } reject with tcp reset'] },
  },
  { name: '587-plain', ports: { 25: starttls, 465: implicit, 587: plain } },
  // Port 25 is another company's filter, with another name and without TLS.
  {
    name: 'filtered-25',
    ports: {
      25: { tls: 'none', parameters: { myhostname: 'mx1.filter.test' }, offersLogin: false },
      465: implicit,
      587: starttls,
    },
  },
  { name: 'login-on-465', ports: { 465: implicit, 587: { ...starttls, offersLogin: false } } },
  { name: 'login-before-tls', ports: everywhere({ smtpd_tls_auth_only: 'no' }) },
  {
    name: 'cuts-tls',
    software: 'scripted',
    ports: { 25: starttls, 465: implicit, 587: starttls },
    cutsTls: true,
  },
  { name: 'no-submission', ports: {} },
] as const satisfies readonly Site[];

export type SiteName = (typeof table)[number]['name'];

export const sites: readonly Site[] = table;

export function siteNamed(name: SiteName): Site {
  const site = sites.find((one) => one.name === name);
  if (!site) throw new Error(`no site is named ${name}`);
  return site;
}

/** Where nothing comes back from: the addresses above that are dead, and switched-off sites. */
export const deadNetworks = ['203.0.113.200/29', '2001:db8:25::200/120'];

export function domainOf(site: Site): string {
  return `${site.name}.test`;
}

export function hostOf(site: Site): string {
  return `mail.${site.name}.test`;
}

export function portsOf(site: Site): Readonly<Record<number, PortPlay>> {
  return site.software === 'nothing' ? {} : (site.ports ?? allPorts);
}

/** The site's own addresses, by its place in the table. */
export function addressesOf(site: Site): { readonly ipv4: string; readonly ipv6: string } {
  const number = site.isSwitchedOff ? 203 : 10 + sites.findIndex(({ name }) => name === site.name);
  return { ipv4: `203.0.113.${number}`, ipv6: `2001:db8:25::${number}` };
}

function waits(seconds: number): Readonly<Record<string, string>> {
  return { smtpd_delay_reject: 'no', smtpd_client_restrictions: `sleep ${seconds}` };
}

/** Postfix's own recipe against clients that speak before the greeting. */
function punishesEarlyTalk(): Readonly<Record<string, string>> {
  return { smtpd_delay_reject: 'no', smtpd_client_restrictions: 'sleep 1, reject_unauth_pipelining' };
}

function onlyTls10(): Readonly<Record<string, string>> {
  return {
    smtpd_tls_protocols: 'TLSv1',
    smtpd_tls_mandatory_protocols: 'TLSv1',
    smtpd_tls_ciphers: 'low',
    tls_low_cipherlist: 'ALL:@SECLEVEL=0',
  };
}
