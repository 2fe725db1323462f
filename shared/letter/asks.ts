import type { FindingCode } from '../model/finding.ts';
import type { Recipient } from './recipients.ts';

/** What is asked for, beside the request that is each recipient's own: that a network lets pass, or that a server is put right. */
type Ask =
  | 'listed'
  | 'objected'
  | 'let-in'
  | 'busy'
  | 'not-yours'
  | 'inspected'
  | 'one-server'
  | 'on-the-way'
  | 'altered'
  | 'name'
  | 'entry'
  | 'inside'
  | 'packets'
  | 'ipv6'
  | 'own';

type Asks = {
  /** Of whoever carries the connections: the internet provider, the network's administrator, the hoster of one's own server. */
  readonly carrier: Ask | 'usual';
  /** Of whoever runs the mail server. */
  readonly server: Ask | 'usual';
};

const usual: Asks = { carrier: 'usual', server: 'usual' };
const blocked: Asks = { carrier: 'usual', server: 'on-the-way' };
const altered: Asks = { carrier: 'altered', server: 'on-the-way' };
const oneServer: Asks = { carrier: 'one-server', server: 'usual' };
const ofServer: Asks = { carrier: 'not-yours', server: 'usual' };
const certificate: Asks = { carrier: 'inspected', server: 'usual' };
const own: Asks = { carrier: 'own', server: 'own' };

/** What a verdict lets be asked of whom: nobody is asked for what another has to do, nor to open what is open. */
const asks: Readonly<Record<FindingCode, Asks>> = {
  'port-25-blocked': blocked,
  'mail-allow-list': blocked,
  'submission-blocked': blocked,
  'submission-port-blocked': blocked,
  'mail-ports-blocked': blocked,
  'proxy-only': blocked,
  'port-25-intercepted': altered,
  'relayed-elsewhere': altered,
  'tls-intercepted': altered,
  'tls-blocked': altered,
  'starttls-stripped': altered,
  'client-blocklisted': { carrier: 'listed', server: 'let-in' },
  'client-refused': { carrier: 'objected', server: 'let-in' },
  'server-busy': { carrier: 'not-yours', server: 'busy' },
  'server-down': oneServer,
  'port-closed': oneServer,
  'submission-failing': oneServer,
  'certificate-expired': certificate,
  'certificate-name-mismatch': certificate,
  'certificate-untrusted': certificate,
  'certificate-chain-incomplete': certificate,
  'tls-too-old': ofServer,
  'no-encryption': ofServer,
  'starttls-refused': ofServer,
  'starttls-unsteady': ofServer,
  'client-certificate-wanted': ofServer,
  'name-not-served': ofServer,
  'auth-not-offered': ofServer,
  'no-smtp-service': ofServer,
  'domain-not-found': { carrier: 'name', server: 'entry' },
  'dns-hijacked': { carrier: 'name', server: 'on-the-way' },
  'private-address': { carrier: 'inside', server: 'inside' },
  'packet-size': { carrier: 'packets', server: 'packets' },
  'ipv6-unreachable': { carrier: 'ipv6', server: 'ipv6' },
  'clock-wrong': own,
  'this-computer': own,
  'security-mismatch': own,
  'domain-misspelt': own,
  // These say nothing of whose fault a failure is.
  'all-clear': usual,
  'slow-greeting': usual,
  'dns-slow': usual,
  'network-changed': usual,
  inconclusive: usual,
  // No letter is written about these.
  'dns-unreachable': usual,
  offline: usual,
  'captive-portal': usual,
};

/** How the failed attempts ended: with no connection, in the server's own reply, or with a certificate in doubt. */
export type Ending = 'unreached' | 'answered' | 'doubted';

/** The request that stands at a letter's end. */
export function askOf(
  recipient: Recipient,
  code: FindingCode,
  ending: Ending,
): `letter.ask.${Ask | Recipient}` {
  const party = recipient === 'mail-provider' ? 'server' : 'carrier';
  const ask = asks[code][party];
  if (ask !== 'usual') return `letter.ask.${ask}`;
  // Where the verdict leaves it open: what passes is not to be opened.
  if (party === 'carrier' && ending === 'doubted') return 'letter.ask.inspected';
  if (party === 'carrier' && ending === 'answered') return 'letter.ask.not-yours';
  return `letter.ask.${recipient}`;
}
