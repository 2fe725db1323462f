import type { NamedServer } from '../../../shared/model/check.ts';
import type { Protocol, Security } from '../../../shared/model/endpoint.ts';
import { said } from '../../../shared/text/said.ts';
import { keptRemarks, leadsInside, serverRemarks, withReadableName } from './caution.ts';
import { isInDomain } from './domains.ts';
import type { DiscoverySource } from './source.ts';
import { outcomeOf } from './source.ts';

/** RFC 6186 section 3 and RFC 8314 section 5.1: service label, and what it means. */
const services: readonly (readonly [label: string, protocol: Protocol, security: Security])[] = [
  ['_submissions', 'smtp', 'tls'],
  ['_submission', 'smtp', 'starttls'],
  // No standard, and in the zone templates of several hosters.
  ['_smtps', 'smtp', 'tls'],
  ['_imaps', 'imap', 'tls'],
  ['_imap', 'imap', 'starttls'],
  ['_pop3s', 'pop3', 'tls'],
  ['_pop3', 'pop3', 'starttls'],
];

/** Records of one service that are used. */
const recordsPerService = 4;

/**
 * DNS SRV records of the domain, by priority and then weight. A target of "." says that the service is not offered. DNS may have been
 * changed on its way: an answer counts as authenticated only when it stays in the domain, where it can mislead nobody (RFC 6186
 * section 6), and one that leads out of the domain into a private network is not used.
 */
export const srv: DiscoverySource = async ({ input, names }, found) => {
  const { domain } = input;
  if (domain === undefined || input.server !== undefined) return;
  const wanted = services.filter(([, protocol]) => protocol === 'smtp' || input.incoming);
  await Promise.all(
    wanted.map(async ([label, protocol, security]) => {
      const asked = `${label}._tcp.${domain}`;
      const answer = await names.srv(asked);
      const records = answer.outcome === 'found' && answer.found.type === 'SRV' ? answer.found.records : [];
      const role = protocol === 'smtp' ? 'outgoing' : 'incoming';
      const targets = records
        .filter(({ target, port }) => !isNowhere(target) && port > 0)
        .toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
        .slice(0, recordsPerService);
      const servers = await Promise.all(
        targets.map(async ({ target, port, priority }): Promise<NamedServer> => {
          const host = target.replace(/\.$/, '').toLowerCase();
          const server = withReadableName({ protocol, host, port, security, role, priority });
          const isSent = !isInDomain(host, domain) && (await leadsInside(host, names));
          return isSent ? { ...server, withheld: 'private-address' } : server;
        }),
      );
      const isNotOffered = servers.length === 0 && records.some(({ target }) => isNowhere(target));
      const outcome = answer.outcome === 'found' && servers.length === 0 ? 'nothing' : outcomeOf(answer);
      found({
        source: 'srv',
        asked,
        outcome,
        elapsedMs: answer.elapsedMs,
        servers,
        ...(isNotOffered ? { notOffered: [protocol] } : {}),
        ...(servers.length > 0
          ? { isAuthenticated: servers.every(({ host }) => isInDomain(host, domain)) }
          : {}),
        ...keptRemarks([...serverRemarks(servers), ...(isNotOffered ? [said('discovery.not-offered')] : [])]),
      });
    }),
  );
};

function isNowhere(target: string): boolean {
  return target === '.' || target === '';
}
