import { closedServiceOfReceiver } from '../../../shared/discover/closed-services.ts';
import { operatorOf } from '../../../shared/discover/operators.ts';
import type { NamedServer } from '../../../shared/model/check.ts';
import { said } from '../../../shared/text/said.ts';
import { keptRemarks, leadsInside, serverRemarks, withReadableName } from './caution.ts';
import { isInDomain } from './domains.ts';
import type { DiscoverySource } from './source.ts';
import { outcomeOf } from './source.ts';

/** Hosts that receive mail for the domain, best first; with many small providers they also take submissions. */
const hostsUsed = 2;

/**
 * The domain's MX records (RFC 5321 section 5.1). The receiving hosts of the big operators and of forwarding services take no mail from
 * mail programs and are not tried; what such a domain uses instead, `well-known.ts` knows.
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
  const companyOf = (host: string) => closedServiceOfReceiver(host) ?? operatorOf(host);
  const operator = receivers.map(companyOf).find((known) => known !== undefined);
  const hosts = receivers.filter((host) => companyOf(host) === undefined);
  const named = await Promise.all(
    hosts.map(async (host): Promise<NamedServer[]> => {
      const isSent = !isInDomain(host, domain) && (await leadsInside(host, names));
      const usual: NamedServer[] = [
        { protocol: 'smtp', host, port: 587, security: 'starttls', role: 'outgoing' },
        { protocol: 'imap', host, port: 993, security: 'tls', role: 'incoming' },
      ];
      return usual.map((server) => ({
        ...withReadableName(server),
        ...(isSent ? { withheld: 'private-address' } : {}),
      }));
    }),
  );
  const servers = named.flat();
  const outcome = answer.outcome === 'found' && receivers.length === 0 ? 'nothing' : outcomeOf(answer);
  const isNull = records.length > 0 && receivers.length === 0;
  found({
    source: 'mx',
    asked: domain,
    outcome,
    elapsedMs: answer.elapsedMs,
    servers,
    ...(operator ? { provider: { name: operator.name } } : {}),
    ...keptRemarks([...serverRemarks(servers), ...(isNull ? [said('discovery.null-mx')] : [])]),
  });
};
