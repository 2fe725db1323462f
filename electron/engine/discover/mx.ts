import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import type { DiscoverySource } from './source.ts';
import { outcomeOf } from './source.ts';

/** Hosts that receive mail for the domain, best first; with many small providers they also take submissions. */
const hostsUsed = 2;

/** The domain's MX records (RFC 5321 section 5.1). */
export const mx: DiscoverySource = async ({ input, names }, found) => {
  const { domain } = input;
  if (domain === undefined || input.server !== undefined) return;
  const answer = await names.mx(domain);
  const records = answer.outcome === 'found' && answer.found.type === 'MX' ? answer.found.records : [];
  const hosts = records
    .filter((record) => record.exchange !== '.' && record.exchange !== '')
    .toSorted((a, b) => a.preference - b.preference)
    .slice(0, hostsUsed)
    .map((record) => record.exchange.replace(/\.$/, '').toLowerCase());
  const servers = hosts.flatMap((host): DiscoveryEntry['servers'] => [
    { protocol: 'smtp', host, port: 587, security: 'starttls', role: 'outgoing' },
    { protocol: 'imap', host, port: 993, security: 'tls', role: 'incoming' },
  ]);
  const outcome = answer.outcome === 'found' && servers.length === 0 ? 'nothing' : outcomeOf(answer);
  found({ source: 'mx', asked: domain, outcome, elapsedMs: answer.elapsedMs, servers });
};
