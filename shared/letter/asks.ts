import type { FindingCode } from '../model/finding.ts';
import { type Attempt, isDoubted, isOutdated } from './attempts.ts';
import { type Measured, type Part, partOf, sendingOf } from './measured.ts';
import type { Recipient } from './recipients.ts';

/** What is asked for, beside the request that is each recipient's own: that a network lets pass, or that a server is put right. */
type Ask =
  | 'relay-port'
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
  | 'certificate'
  | 'encrypt'
  | 'new-tls'
  | 'ipv6'
  | 'login'
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
const certificate: Asks = { carrier: 'not-yours', server: 'certificate' };
const own: Asks = { carrier: 'own', server: 'own' };

/** What a verdict lets be asked of whom: nobody is asked for what another has to do, nor to open what is open. */
const asks: Readonly<Record<FindingCode, Asks>> = {
  'port-25-blocked': { carrier: 'relay-port', server: 'on-the-way' },
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
  'tls-too-old': { carrier: 'not-yours', server: 'new-tls' },
  'no-encryption': { carrier: 'not-yours', server: 'encrypt' },
  'starttls-refused': ofServer,
  'starttls-unsteady': ofServer,
  'client-certificate-wanted': ofServer,
  'name-not-served': ofServer,
  'auth-not-offered': { carrier: 'not-yours', server: 'login' },
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

/** What each request says of the ports that it names; of the others it says that they fail. */
const about: Partial<Record<Ask | Recipient, Part>> = {
  'internet-provider': 'unmade',
  administrator: 'unmade',
  hoster: 'unmade',
  'relay-port': 'unmade',
  inspected: 'made',
  'not-yours': 'made',
  altered: 'made',
  listed: 'rejected',
  objected: 'rejected',
  'let-in': 'rejected',
  busy: 'rejected',
  certificate: 'doubted',
  encrypt: 'encrypted',
  'new-tls': 'outdated',
  login: 'mute',
  ipv6: 'over-6',
};

/** Requests that say of connections that they are made: what is not made is said beside them. */
const saysMade: ReadonlySet<Part> = new Set(['made', 'rejected', 'doubted', 'outdated', 'mute']);

/** What certificates are in doubt for, where the verdict names it. */
const problems: Partial<Record<FindingCode, 'expired' | 'name' | 'chain'>> = {
  'certificate-expired': 'expired',
  'certificate-name-mismatch': 'name',
  'certificate-chain-incomplete': 'chain',
};

/** The request at a letter's end, the failures that it names, and those at ports to which no connection is made, where the request speaks of others. */
export type Request = {
  readonly key: `letter.ask.${Ask | Recipient}`;
  readonly named: readonly Attempt[];
  readonly unmade: readonly Attempt[];
  readonly problem: 'expired' | 'name' | 'chain' | 'other';
  readonly what: 'certificate' | 'other';
};

/** What is asked of the recipient, by the verdict and by what was measured: no port is said to be in a state that it was not seen in. */
export function requestOf(recipient: Recipient, code: FindingCode, measured: Measured): Request {
  const wanted = askOf(recipient, code, measured);
  const isCertificate = asks[code] === certificate;
  const part = isCertificate ? 'doubted' : (about[wanted] ?? 'all');
  const found = partOf(measured, part);
  // A sentence about connections that are made has nothing to say where none is.
  const ask = found.length === 0 && part !== 'all' ? recipient : wanted;
  const usualPart = partOf(measured, about[ask] ?? 'all');
  const named = [found, usualPart, measured.failed].find((some) => some.length > 0) ?? [];
  return {
    key: `letter.ask.${ask}`,
    named,
    unmade: ask === wanted && saysMade.has(part) ? partOf(measured, 'unmade') : [],
    problem: problems[code] ?? 'other',
    what: isCertificate ? 'certificate' : 'other',
  };
}

function askOf(recipient: Recipient, code: FindingCode, measured: Measured): Ask | Recipient {
  const party = recipient === 'mail-provider' ? 'server' : 'carrier';
  const ask = asks[code][party];
  // A server of one's own relays over that port, and no other way stands for it.
  if (ask === 'relay-port')
    return recipient === 'hoster' || sendingOf(measured) !== 'other' ? recipient : ask;
  if (ask !== 'usual') return ask;
  // Where the verdict leaves it open: what passes is not to be opened.
  const { failed } = measured;
  const isDoubtful = failed.every(({ observation }) => isDoubted(observation));
  if (isDoubtful) return party === 'server' ? 'certificate' : 'inspected';
  // A single one that came to no reply counts, since it may have been stopped on the way.
  const isAnswered = failed.every(
    ({ observation: o }) => o.outcome === 'rejected' || isDoubted(o) || isOutdated(o),
  );
  return party === 'carrier' && isAnswered ? 'not-yours' : recipient;
}
