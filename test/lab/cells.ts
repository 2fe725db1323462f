import type { FindingCode } from '../../shared/model/finding.ts';
import type { NetworkName } from './networks.ts';
import type { SiteName } from './sites.ts';
import type { WireQuality } from './wire.ts';

/** One situation of the lab, and what Postway has to say in it. */
export type Cell = {
  readonly network: NetworkName;
  readonly site: SiteName;
  readonly wire?: Partial<WireQuality>;
  /** What is asked besides `--json`; the site's mailbox unless it begins with something else. */
  readonly args?: readonly string[];
  readonly verdict: FindingCode;
  /** Port and security of the recommended outgoing server (`host:port/security` where the host is another), or none. */
  readonly recommend: string | null;
  /**
   * Just as right. Of settings that work alike the provider's own order decides (contract, section 5, rule 4), and on a line that loses
   * packets a part of what it publishes may not be heard.
   */
  readonly orElse?: string;
  /** Findings that must be there besides. Any other finding of a problem is a mistake. */
  readonly also?: readonly FindingCode[];
};

const dead = { network: 'open', recommend: null } as const;

/** What networks do to a provider whose servers are as they should be. */
// biome-ignore format: one cell, one line
const networkCells: readonly Cell[] = [
  { network: 'open', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: '25 dropped', site: 'lab', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 reset', site: 'lab', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 prohibited', site: 'lab', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 led to the relay', site: 'lab', verdict: 'port-25-intercepted', recommend: '587/starttls' },
  { network: '25 dropped over IPv4', site: 'lab', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '587 and 465 dropped', site: 'lab', verdict: 'submission-blocked', recommend: '2525/starttls' },
  { network: '587 and 465 reset', site: 'lab', verdict: 'submission-blocked', recommend: '2525/starttls' },
  { network: '25, 587 and 465 dropped', site: 'lab', verdict: 'submission-blocked', recommend: '2525/starttls', also: ['port-25-blocked'] },
  { network: 'only 80, 443 and 26', site: 'lab', verdict: 'submission-blocked', recommend: '26/starttls', also: ['port-25-blocked'] },
  { network: 'all mail dropped', site: 'lab', verdict: 'mail-ports-blocked', recommend: null },
  { network: 'all mail reset', site: 'lab', verdict: 'mail-ports-blocked', recommend: null },
  { network: 'mail over IPv4 dropped', site: 'lab', verdict: 'mail-ports-blocked', recommend: '587/starttls' },
  { network: 'captive portal', site: 'lab', verdict: 'captive-portal', recommend: null },
  { network: 'captive portal by DNS', site: 'lab', verdict: 'captive-portal', recommend: null },
  { network: 'antivirus', site: 'lab', verdict: 'tls-intercepted', recommend: '587/starttls' },
  { network: 'STARTTLS masked', site: 'lab', verdict: 'starttls-stripped', recommend: '465/tls' },
  { network: 'STARTTLS deleted, 465 reset', site: 'lab', verdict: 'starttls-stripped', recommend: null, also: ['submission-port-blocked'] },
  { network: 'DNS dead', site: 'lab', verdict: 'dns-unreachable', recommend: null },
  { network: 'DNS lies', site: 'lab', verdict: 'dns-hijacked', recommend: null },
  { network: 'DNS answers every name', site: 'lab', verdict: 'all-clear', recommend: '587/starttls', also: ['dns-hijacked'] },
  { network: 'IPv6 black-holed', site: 'lab', verdict: 'ipv6-unreachable', recommend: '587/starttls' },
  { network: 'IPv4 black-holed', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'IPv6 only', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'allow list', site: 'lab', verdict: 'mail-allow-list', recommend: '2525/starttls' },
  { network: 'allow list, refusing', site: 'lab', verdict: 'mail-allow-list', recommend: '2525/starttls' },
  { network: 'TLS cut', site: 'lab', verdict: 'tls-blocked', recommend: null },
  { network: 'clock two years ahead', site: 'lab', verdict: 'clock-wrong', recommend: '587/starttls' },
  { network: 'clock two years behind', site: 'lab', verdict: 'clock-wrong', recommend: '587/starttls' },
  { network: 'offline', site: 'lab', verdict: 'offline', recommend: null },
  { network: 'offline, told so', site: 'lab', verdict: 'offline', recommend: null },
  { network: 'MTU black hole', site: 'lab', verdict: 'packet-size', recommend: null },
  { network: '25 reset from afar', site: 'lab', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 let in and silenced', site: 'lab', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped over IPv6', site: 'lab', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 to large providers dropped', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: '25 and 587 led to the relay', site: 'lab', verdict: 'port-25-intercepted', recommend: '465/tls', also: ['starttls-stripped'] },
  { network: 'sending over IPv4 dropped', site: 'lab', verdict: 'submission-blocked', recommend: '587/starttls', also: ['port-25-blocked'] },
  { network: 'captive portal on every port', site: 'lab', verdict: 'captive-portal', recommend: null },
  { network: 'STARTTLS masked on 25', site: 'lab', verdict: 'starttls-stripped', recommend: '587/starttls' },
  { network: 'DNS slow', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'DNS answers every other question', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'first DNS server dead', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'IPv4 only', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
];

/** What servers do on a network that hides nothing. */
// biome-ignore format: one cell, one line
const siteCells: readonly Cell[] = [
  { network: 'open', site: 'no-25', verdict: 'all-clear', recommend: '587/starttls', also: ['port-closed'] },
  { network: 'open', site: 'only-25', verdict: 'all-clear', recommend: '25/starttls', also: ['port-closed'] },
  { network: 'open', site: 'only-465', verdict: 'all-clear', recommend: '465/tls', also: ['port-closed'] },
  { network: 'open', site: 'only-26', verdict: 'all-clear', recommend: '26/starttls', also: ['port-closed'] },
  { network: 'open', site: 'greets-after-7-s', verdict: 'slow-greeting', recommend: '587/starttls' },
  { network: 'open', site: 'greets-after-20-s', verdict: 'slow-greeting', recommend: '587/starttls' },
  { network: 'open', site: 'no-early-talk', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'two-connections', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'starttls-one-in-three', verdict: 'all-clear', recommend: '587/starttls', also: ['starttls-unsteady'] },
  { network: 'open', site: '465-plain', verdict: 'all-clear', recommend: '587/starttls', also: ['security-mismatch'] },
  { network: 'open', site: '26-plain', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'plain-only', verdict: 'starttls-stripped', recommend: null },
  { network: 'open', site: 'plain-everywhere', verdict: 'no-encryption', recommend: '587/none' },
  { network: 'open', site: 'busy', verdict: 'server-busy', recommend: null },
  { network: 'open', site: 'block-list', verdict: 'client-blocklisted', recommend: null },
  { network: 'open', site: 'greylisting', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'no-login', verdict: 'auth-not-offered', recommend: null },
  { network: 'open', site: 'tls-1-0', verdict: 'tls-too-old', recommend: '587/starttls' },
  { network: 'open', site: 'expired', verdict: 'certificate-expired', recommend: '587/starttls' },
  { network: 'open', site: 'self-made', verdict: 'certificate-untrusted', recommend: '587/starttls' },
  { network: 'open', site: 'private-authority', verdict: 'certificate-untrusted', recommend: '587/starttls' },
  { network: 'open', site: 'wrong-name', verdict: 'certificate-name-mismatch', recommend: 'shared42.hosting.test:587/starttls' },
  { network: 'open', site: 'incomplete', verdict: 'certificate-chain-incomplete', recommend: '587/starttls' },
  { network: 'open', site: 'sha1', verdict: 'certificate-untrusted', recommend: '587/starttls' },
  { network: 'open', site: 'certificate-by-name', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'eight-bit', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'proxied', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'cpanel', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'many-addresses', verdict: 'all-clear', recommend: '587/starttls' },
  { ...dead, site: 'switched-off', verdict: 'server-down' },
  { ...dead, site: 'all-closed', verdict: 'server-down' },
  { ...dead, site: 'lab', args: ['you@no-such-domain.test'], verdict: 'domain-not-found' },
  { ...dead, site: 'lab', args: ['--server', 'smtp.lab.test'], verdict: 'domain-not-found' },
];

/** Servers whose ways could be taken for a block, where nothing is blocked. */
// biome-ignore format: one cell, one line
const innocentCells: readonly Cell[] = [
  { network: 'open', site: 'drops-25', verdict: 'all-clear', recommend: '587/starttls', also: ['port-closed'] },
  { network: 'open', site: 'prohibits-25', verdict: 'all-clear', recommend: '587/starttls', also: ['port-closed'] },
  { network: 'open', site: 'fenced', verdict: 'mail-allow-list', recommend: '2525/starttls' },
  { network: 'open', site: 'bans-the-busy', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'ignores-first-packets', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'dead-ipv6', verdict: 'ipv6-unreachable', recommend: '587/starttls' },
  { network: 'open', site: '465-over-ipv6', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'submission-over-ipv4', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: '587-plain', verdict: 'all-clear', recommend: '465/tls' },
  { network: 'open', site: 'filtered-25', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'login-on-465', verdict: 'all-clear', recommend: '465/tls' },
  { network: 'open', site: 'login-before-tls', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'cuts-tls', verdict: 'submission-failing', recommend: null },
  { network: 'open', site: 'no-submission', verdict: 'port-closed', recommend: null },
  { network: 'foreign servers cut off', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'foreign servers cut off', site: 'drops-25', verdict: 'inconclusive', recommend: '587/starttls' },
  { network: 'foreign servers cut off', site: 'switched-off', verdict: 'inconclusive', recommend: null },
  { network: 'IPv6 to foreign servers black-holed', site: 'drops-25', verdict: 'all-clear', recommend: '587/starttls' },
  { network: '25 to large providers dropped', site: 'drops-25', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'line with gaps', site: 'drops-25', wire: { seed: 1 }, verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'line with gaps', site: 'drops-25', wire: { seed: 2 }, verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'line with gaps', site: 'drops-25', wire: { seed: 3 }, verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'line with gaps', site: 'lab', wire: { seed: 4 }, verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'line with gaps, IPv6 black-holed', site: 'drops-25', verdict: 'ipv6-unreachable', recommend: '587/starttls' },
  { network: 'line with gaps', site: 'switched-off', wire: { seed: 5 }, verdict: 'server-down', recommend: null },
  { network: 'line with gaps', site: 'fenced', wire: { seed: 6 }, verdict: 'mail-allow-list', recommend: '2525/starttls' },
  { network: 'open', site: 'ipv4-only-drops-25', verdict: 'all-clear', recommend: '587/starttls', also: ['port-closed'] },
  { network: '10 new connections a second', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: '10 new connections a second', site: 'drops-25', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'first packet to every address lost', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'first packet to every address lost', site: 'drops-25', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'line with full buffers', site: 'lab', verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'line with full buffers', site: 'drops-25', verdict: 'all-clear', recommend: '587/starttls' },
];

/** Both at once, and what the person says. */
// biome-ignore format: one cell, one line
const mixedCells: readonly Cell[] = [
  { network: '25 dropped', site: 'no-25', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'only-25', verdict: 'port-25-blocked', recommend: null, also: ['port-closed'] },
  { network: '25 dropped', site: 'expired', verdict: 'port-25-blocked', recommend: '587/starttls', also: ['certificate-expired'] },
  { network: '25 dropped', site: 'cpanel', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'greets-after-7-s', verdict: 'port-25-blocked', recommend: '587/starttls', also: ['slow-greeting'] },
  { network: '25 dropped', site: 'many-addresses', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'lab', args: ['--current', 'mail.lab.test:25/none'], verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 reset', site: 'switched-off', verdict: 'server-down', recommend: null },
  { network: 'open', site: '465-plain', args: ['--current', 'mail.465-plain.test:465/tls'], verdict: 'security-mismatch', recommend: '587/starttls' },
  { network: 'open', site: 'lab', args: ['--server', 'mail.lab.test'], verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'lab', args: ['--no-references'], verdict: 'all-clear', recommend: '587/starttls' },
  { network: '25 dropped', site: 'lab', args: ['--no-references'], verdict: 'inconclusive', recommend: '587/starttls' },
  { network: '25 led to the relay', site: 'only-25', verdict: 'port-25-intercepted', recommend: null, also: ['starttls-stripped', 'port-closed'] },
  { network: '587 and 465 dropped', site: 'cpanel', verdict: 'submission-blocked', recommend: '26/starttls' },
  { network: '587 and 465 dropped', site: '26-plain', verdict: 'submission-blocked', recommend: '2525/starttls' },
  { network: 'only 80, 443 and 26', site: 'cpanel', verdict: 'submission-blocked', recommend: '26/starttls', also: ['port-25-blocked'] },
  { network: 'only 80, 443 and 26', site: '26-plain', verdict: 'submission-blocked', recommend: null, also: ['port-25-blocked', 'no-encryption'] },
  { network: 'allow list', site: 'cpanel', verdict: 'mail-allow-list', recommend: '26/starttls' },
  { network: 'allow list', site: 'switched-off', verdict: 'mail-allow-list', recommend: null },
  { network: 'STARTTLS masked', site: 'lab', args: ['--ports', '25,587'], verdict: 'starttls-stripped', recommend: '465/tls' },
  { network: 'captive portal', site: 'switched-off', verdict: 'captive-portal', recommend: null },
  { network: '25 dropped', site: 'two-connections', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'proxied', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'greylisting', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'no-early-talk', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: '465-plain', verdict: 'port-25-blocked', recommend: '587/starttls', also: ['security-mismatch'] },
  { network: '25 dropped', site: 'plain-everywhere', verdict: 'port-25-blocked', recommend: '587/none', also: ['no-encryption'] },
  { network: '25 dropped', site: 'plain-only', verdict: 'port-25-blocked', recommend: null, also: ['starttls-stripped'] },
  { network: '25 dropped', site: 'tls-1-0', verdict: 'port-25-blocked', recommend: '587/starttls', also: ['tls-too-old'] },
  { network: '25 dropped', site: 'wrong-name', verdict: 'port-25-blocked', recommend: 'shared42.hosting.test:587/starttls', also: ['certificate-name-mismatch'] },
  { network: '25 dropped', site: 'bans-the-busy', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'ignores-first-packets', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'dead-ipv6', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'switched-off', verdict: 'server-down', recommend: null },
  { network: '25 dropped', site: 'only-465', verdict: 'port-25-blocked', recommend: '465/tls' },
  { network: '25 dropped', site: 'lab', args: ['--server', 'mail.lab.test:25'], verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 dropped', site: 'lab', args: ['--current', 'mail.lab.test:587/starttls'], verdict: 'all-clear', recommend: '587/starttls' },
  { network: '25 dropped', site: 'lab', args: ['--current', 'mail.lab.test:465/starttls'], verdict: 'security-mismatch', recommend: '587/starttls' },
  { network: 'open', site: 'ipv4-only', verdict: 'all-clear', recommend: '587/starttls' },
  { network: '25 dropped', site: 'ipv4-only', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 reset', site: 'ipv4-only', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 prohibited', site: 'ipv4-only', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: '25 led to the relay', site: 'ipv4-only', verdict: 'port-25-intercepted', recommend: '587/starttls' },
  { network: '587 and 465 reset', site: 'ipv4-only', verdict: 'submission-blocked', recommend: '2525/starttls' },
  { network: 'all mail dropped', site: 'ipv4-only', verdict: 'mail-ports-blocked', recommend: null },
  { network: 'all mail reset', site: 'ipv4-only', verdict: 'mail-ports-blocked', recommend: null },
  { network: 'allow list, refusing', site: 'ipv4-only', verdict: 'mail-allow-list', recommend: '2525/starttls' },
  { network: 'line with gaps, 25 reset', site: 'lab', wire: { seed: 7 }, verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: 'IPv6 only, 25 dropped', site: 'lab', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: 'IPv6 only, 587 and 465 dropped', site: 'lab', verdict: 'submission-blocked', recommend: '2525/starttls' },
  { network: 'IPv4 only, 25 dropped', site: 'lab', verdict: 'port-25-blocked', recommend: '587/starttls' },
  { network: 'clock two years ahead, 25 dropped', site: 'lab', verdict: 'clock-wrong', recommend: '587/starttls', also: ['port-25-blocked'] },
  { network: 'antivirus, 25 dropped', site: 'lab', verdict: 'tls-intercepted', recommend: '587/starttls', also: ['port-25-blocked'] },
  { network: 'TLS cut, 25 dropped', site: 'lab', verdict: 'tls-blocked', recommend: null, also: ['port-25-blocked'] },
  { network: 'MTU black hole, 25 dropped', site: 'lab', verdict: 'packet-size', recommend: null, also: ['port-25-blocked'] },
  { network: 'DNS answers every name', site: 'switched-off', verdict: 'server-down', recommend: null, also: ['dns-hijacked'] },
  { network: 'all mail dropped', site: 'switched-off', verdict: 'mail-ports-blocked', recommend: null },
  { network: '587 and 465 dropped', site: 'lab', args: ['--current', 'mail.lab.test:587/starttls'], verdict: 'submission-blocked', recommend: '2525/starttls' },
  { network: '587 and 465 dropped', site: 'only-465', verdict: 'submission-blocked', recommend: null, also: ['port-closed'] },
  { network: 'allow list', site: 'lab', args: ['--current', 'mail.lab.test:587/starttls'], verdict: 'mail-allow-list', recommend: '2525/starttls' },
  { network: 'allow list', site: 'lab', args: ['--no-references'], verdict: 'inconclusive', recommend: '2525/starttls' },
  { network: 'open', site: 'login-on-465', args: ['--current', 'mail.login-on-465.test:587/starttls'], verdict: 'auth-not-offered', recommend: '465/tls' },
  { network: 'open', site: 'lab', args: ['--current', 'mail.lab.test:587/starttls'], verdict: 'all-clear', recommend: '587/starttls' },
  { network: 'open', site: 'lab', args: ['--current', 'mail.lab.test:25/none'], verdict: 'security-mismatch', recommend: '587/starttls' },
  { network: 'IPv6 black-holed', site: 'no-25', verdict: 'ipv6-unreachable', recommend: '587/starttls', also: ['port-closed'] },
];

const slow = { site: 'lab', recommend: '587/starttls' } as const;
const lossy = { ...slow, orElse: '465/tls' } as const;

/** Slow and lossy wires: nothing of what they do may look like a block. */
// biome-ignore format: one cell, one line
const wireCells: readonly Cell[] = [
  { ...slow, network: 'open', wire: { roundTripMs: 20 }, verdict: 'all-clear' },
  { ...slow, network: 'open', wire: { roundTripMs: 150 }, verdict: 'all-clear' },
  { ...slow, network: 'open', wire: { roundTripMs: 300 }, verdict: 'all-clear' },
  { ...slow, network: 'open', wire: { roundTripMs: 600 }, verdict: 'all-clear' },
  { ...lossy, network: 'open', wire: { lossPercent: 5 }, verdict: 'all-clear' },
  { ...lossy, network: 'open', wire: { lossPercent: 10 }, verdict: 'all-clear' },
  { ...lossy, network: 'open', wire: { lossPercent: 20 }, verdict: 'all-clear' },
  { ...lossy, network: 'open', wire: { roundTripMs: 600, lossPercent: 5 }, verdict: 'all-clear' },
  { ...slow, network: '25 dropped', wire: { roundTripMs: 20 }, verdict: 'port-25-blocked' },
  { ...slow, network: '25 dropped', wire: { roundTripMs: 150 }, verdict: 'port-25-blocked' },
  { ...slow, network: '25 dropped', wire: { roundTripMs: 600 }, verdict: 'port-25-blocked' },
  { ...lossy, network: '25 dropped', wire: { lossPercent: 5 }, verdict: 'port-25-blocked' },
  { ...lossy, network: '25 dropped', wire: { lossPercent: 10 }, verdict: 'port-25-blocked' },
  { ...lossy, network: '25 dropped', wire: { lossPercent: 20 }, verdict: 'port-25-blocked' },
  { ...lossy, network: '25 dropped', wire: { roundTripMs: 300, lossPercent: 10 }, verdict: 'port-25-blocked' },
  { ...slow, network: 'open', wire: { roundTripMs: 1500 }, verdict: 'all-clear' },
  { ...lossy, network: 'open', site: 'drops-25', wire: { lossPercent: 20 }, verdict: 'all-clear' },
  { ...slow, network: 'open', site: 'drops-25', wire: { roundTripMs: 600 }, verdict: 'all-clear' },
  { ...lossy, network: '25 reset', wire: { lossPercent: 10 }, verdict: 'port-25-blocked' },
  { ...slow, network: '25 reset', wire: { roundTripMs: 600 }, verdict: 'port-25-blocked' },
  { ...lossy, network: '25 reset from afar', wire: { lossPercent: 10 }, verdict: 'port-25-blocked' },
  { ...slow, network: 'allow list', wire: { lossPercent: 10 }, verdict: 'mail-allow-list', recommend: '2525/starttls' },
  { ...slow, network: 'allow list', wire: { roundTripMs: 300 }, verdict: 'mail-allow-list', recommend: '2525/starttls' },
  { ...slow, network: '587 and 465 dropped', wire: { lossPercent: 10 }, verdict: 'submission-blocked', recommend: '2525/starttls' },
  { ...slow, network: '587 and 465 dropped', wire: { roundTripMs: 600 }, verdict: 'submission-blocked', recommend: '2525/starttls' },
  { ...slow, network: 'all mail dropped', wire: { lossPercent: 10 }, verdict: 'mail-ports-blocked', recommend: null },
  { ...slow, network: 'TLS cut', wire: { lossPercent: 5 }, verdict: 'tls-blocked', recommend: null },
  { ...slow, network: 'captive portal', wire: { lossPercent: 5 }, verdict: 'captive-portal', recommend: null },
  { ...lossy, network: 'IPv6 black-holed', wire: { lossPercent: 10 }, verdict: 'ipv6-unreachable' },
  { ...lossy, network: '25 reset', site: 'ipv4-only', wire: { lossPercent: 10 }, verdict: 'port-25-blocked' },
  { ...lossy, network: '25 dropped', site: 'ipv4-only', wire: { roundTripMs: 150, lossPercent: 10 }, verdict: 'port-25-blocked' },
  { ...lossy, network: 'IPv4 only', wire: { lossPercent: 10, seed: 1 }, verdict: 'all-clear' },
  { ...lossy, network: 'IPv4 only', wire: { lossPercent: 10, seed: 2 }, verdict: 'all-clear' },
  { ...lossy, network: 'IPv4 only', wire: { lossPercent: 20, seed: 3 }, verdict: 'all-clear' },
  { ...lossy, network: 'IPv6 only', wire: { lossPercent: 10 }, verdict: 'all-clear' },
  { ...slow, network: 'STARTTLS masked', wire: { lossPercent: 10 }, verdict: 'starttls-stripped', recommend: '465/tls' },
  { ...slow, network: 'antivirus', wire: { roundTripMs: 300 }, verdict: 'tls-intercepted' },
  { ...lossy, network: 'DNS answers every other question', wire: { lossPercent: 10 }, verdict: 'all-clear' },
];

export const cells: readonly Cell[] = [
  ...networkCells,
  ...siteCells,
  ...innocentCells,
  ...mixedCells,
  ...wireCells,
];
