import { operatorOf } from '../../../shared/discover/operators.ts';
import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import type { DiscoverySource } from './source.ts';
import { outcomeOf } from './source.ts';

/** Hosts that receive mail for the domain, best first; with many small providers they also take submissions. */
const hostsUsed = 2;

/**
 * The domain's MX records (RFC 5321 section 5.1). The receiving hosts of the big operators take no mail from mail programs and are not
 * tried; what such a domain uses instead, `well-known.ts` knows.
 */
export const mx: DiscoverySource = async ({ input, names }, found) => {
  const { domain } = input;
  if (domain === undefined || input.server !== undefined) return;
  const answer = await names.mx(domain);
  const records = answer.outcome === 'found' && answer.found.type === 'MX' ? answer.found.records : [];
  const receivers = records
    .filter((record) => record.exchange !== '.' && record.exchange !== '')
    .toSorted((a, b) => a.preference - b.preference)
    .slice(0, hostsUsed)
    .map((record) => record.exchange.replace(/\.$/, '').toLowerCase());
  const operator = receivers.map(operatorOf).find((known) => known !== undefined);
  const hosts = receivers.filter((host) => operatorOf(host) === undefined);
  const servers = hosts.flatMap((host): DiscoveryEntry['servers'] => [
    { protocol: 'smtp', host, port: 587, security: 'starttls', role: 'outgoing' },
    { protocol: 'imap', host, port: 993, security: 'tls', role: 'incoming' },
  ]);
  const outcome = answer.outcome === 'found' && receivers.length === 0 ? 'nothing' : outcomeOf(answer);
  found({
    source: 'mx',
    asked: domain,
    outcome,
    elapsedMs: answer.elapsedMs,
    servers,
    ...(operator ? { provider: { name: operator.name } } : {}),
  });
};
