import { reportAnew } from '../diagnose/worded.ts';
import { addressIn, type Report } from '../model/report.ts';
import { withoutSpellings } from '../parse/address-spellings.ts';
import { placeOf } from '../parse/ip-range.ts';
import { withoutMailAddresses } from '../parse/mail-addresses.ts';
import { addressesIn, withoutOwnLine } from '../parse/own-line.ts';
import type { Say } from '../text/words.ts';
import { nameless } from './nameless.ts';

/** Fields that name the person, whatever stands in them. */
const personal: ReadonlySet<string> = new Set(['username', 'user', 'displayName']);

/**
 * A report without what names the person: mail addresses, user names, the network this computer is in, and the IP address and name of
 * its line where a server repeated them, and addresses inside its network. Servers' names, addresses and ports stay, since the report is about them. What is left
 * out is a word in brackets, in the reader's language.
 */
export function maskedReport(report: Report, say: Say): Report {
  const bare = marked(nameless(report));
  const mask = maskFor(report, addressesIn(JSON.stringify(bare)), say);
  const masked: Report = JSON.parse(
    JSON.stringify(bare, (key, value) => {
      if (typeof value !== 'string') return value;
      if (personal.has(key) && value !== '') return say('letter.masked.user');
      return isMoment(key) ? value : mask(value);
    }),
  );
  // Addresses in sentences of ours, such as that of a name server to try, are nobody's.
  return reportAnew(masked, say);
}

/** Says of itself that it is masked, at the place that this has in a report read from a file, so that masking twice changes nothing. */
function marked({ network: _network, masked: _masked, ...rest }: Report): object {
  const next = rest.brokenRules ? 'brokenRules' : 'input';
  const fields = Object.entries(rest).flatMap((field) =>
    field[0] === next ? [['masked', true], field] : [field],
  );
  return Object.fromEntries(fields);
}

function maskFor(report: Report, told: readonly string[], say: Say): (text: string) => string {
  const servers = serversIn(report);
  // Two addresses stay two: whether names lead to the same one is what some verdicts rest on.
  const others = new Map<string, string>();
  const standIn = (found: string): string => {
    const plain = found.toLowerCase();
    if (servers.addresses.has(plain)) return found;
    const number = others.size + 1;
    const word = number === 1 ? say('letter.masked.ip') : say('letter.masked.ip-more', { number });
    const known = others.get(plain) ?? word;
    others.set(plain, known);
    return known;
  };
  const itsAddress = say('letter.masked.address');
  const user = userIn(report);
  const isServer = (name: string): boolean => servers.names.has(name);
  const own = told.filter((address) => !servers.addresses.has(address));
  return (text) => {
    const named = withoutOwnLine(withoutMailAddresses(text, itsAddress), standIn, isServer);
    const line = isServer(text.toLowerCase()) ? named : withoutSpellings(named, own, standIn);
    // Only sentences: a code may be the same word.
    return user && /\s/.test(line) ? line.replace(user, say('letter.masked.user')) : line;
  };
}

/** What belongs to servers, in small letters. */
function serversIn({ observations, discovery, input }: Report): {
  readonly addresses: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
} {
  const names = [
    input.domain,
    input.server,
    ...discovery.flatMap(({ servers }) => servers.map(({ host }) => host)),
    ...observations.flatMap(({ host, serverName, tls }) => [host, serverName, ...(tls?.names ?? [])]),
  ];
  const addresses = observations.flatMap(({ address }) =>
    address !== null && placeOf(address) !== 'network' ? [address.toLowerCase()] : [],
  );
  return {
    addresses: new Set(addresses),
    names: new Set(names.flatMap((name) => name?.toLowerCase() ?? [])),
  };
}

/** The part before the sign, where a server says it without the rest; null where it is a word that is nobody's name. */
function userIn(report: Report): RegExp | null {
  const whole = addressIn(report) ?? '';
  const part = whole.slice(0, whole.lastIndexOf('@'));
  if (part.length < 3 || nobodys.has(part.toLowerCase())) return null;
  const literal = part.replace(/[^\p{L}\p{M}\p{N}_]/gu, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_.@-])${literal}(?![\\p{L}\\p{N}_-]|\\.\\p{L})`, 'giu');
}

/** Words that many a server says, and that are mailboxes of no person. */
const nobodys: ReadonlySet<string> = new Set(
  'abuse account admin client contact email hello host info list login mail mailbox office password postmaster root sales server service spam support team test user you'.split(
    ' ',
  ),
);

/** Times, versions and fingerprints look like addresses and are none. */
function isMoment(key: string): boolean {
  return ['startedAt', 'validFrom', 'validTo', 'fingerprint256', 'version', 'at', 'asOf'].includes(key);
}
