import services from 'nodemailer/lib/well-known/services.json' with { type: 'json' };
import { closedFacts } from '../../../shared/discover/known-name.ts';
import { factsOf, type KnownProvider, serversOf } from '../../../shared/discover/known-provider.ts';
import { operatorOf } from '../../../shared/discover/operators.ts';
import { providerOf } from '../../../shared/discover/providers.ts';
import { ownerOfServer } from '../../../shared/discover/server-hosts.ts';
import type { CheckInput, DiscoveryEntry } from '../../../shared/model/check.ts';
import { said } from '../../../shared/text/said.ts';
import { type Closed, closedService } from './closed-service.ts';
import { meantBy } from './meant.ts';
import type { DiscoverySource } from './source.ts';

type Known = Omit<KnownProvider, 'id' | 'domains'>;

/**
 * Entries of nodemailer's list that are right only for something else than mailboxes at those domains: a certified-mail service with
 * other servers, a company's website, a sender of newsletters.
 */
const misleading: ReadonlySet<string> = new Set(['Aruba', 'Feishu Mail', 'QQex', 'Sparkpost']);

/**
 * What Postway knows without asking anybody: the provider of the mail domain, from our own table and then from nodemailer's list of
 * services; else whoever receives the domain's mail.
 */
export const wellKnown: DiscoverySource = async ({ input, names }, found) => {
  const { domain, address } = input;
  const meant = meantBy(input);
  if (meant !== undefined) found(misspeltEntry(domain ?? '', meant));
  const closed = await closedService(input, names);
  if (closed) return found(closedEntry(closed));
  if (input.server !== undefined) return tellServer(input.server, input, found);
  if (domain === undefined) return;
  const tell = (asked: string, known: Known | undefined, elapsedMs: number): void => {
    const servers = known ? serversOf(known, { address, domain }) : [];
    const wanted = servers.filter(({ role }) => role === 'outgoing' || input.incoming);
    found({
      source: 'well-known',
      asked,
      outcome: wanted.length > 0 ? 'found' : 'nothing',
      elapsedMs,
      servers: wanted,
      ...(known ? { provider: factsOf(known) } : {}),
    });
  };

  const provider = providerOf(domain) ?? listedByNodemailer(domain);
  if (provider) return tell(domain, provider, 0);
  const answer = await names.mx(domain);
  const records = answer.outcome === 'found' && answer.found.type === 'MX' ? answer.found.records : [];
  const [best] = records.toSorted((a, b) => a.preference - b.preference);
  const operator = best && operatorOf(best.exchange);
  tell(operator ? `${domain} (MX ${best.exchange})`.slice(0, 512) : domain, operator, answer.elapsedMs);
};

/** What is known of the very server that the person named. */
function tellServer(
  host: string,
  { address, domain, incoming }: CheckInput,
  found: (entry: DiscoveryEntry) => void,
): void {
  const owner = ownerOfServer(host);
  const owned = owner ? serversOf(owner, { address, domain: domain ?? '' }) : [];
  const servers = owned.filter((server) => server.host === host && (server.role === 'outgoing' || incoming));
  if (servers.length === 0) return;
  found({ source: 'well-known', asked: host, outcome: 'found', elapsedMs: 0, servers });
}

function misspeltEntry(asked: string, meant: string): DiscoveryEntry {
  const remarks = [said('discovery.misspelt', { domain: asked, meant })];
  return { source: 'well-known', asked, outcome: 'nothing', elapsedMs: 0, servers: [], meant, remarks };
}

function closedEntry({ service, asked, receiver, elapsedMs }: Closed): DiscoveryEntry {
  return {
    source: 'well-known',
    asked,
    outcome: 'nothing',
    elapsedMs,
    servers: [],
    provider: closedFacts(service, receiver),
    remarks: [said('discovery.own-apps-only', { name: service.name })],
  };
}

/** A service of nodemailer's list that has mailboxes at this domain and takes mail from programs on a usual port. */
function listedByNodemailer(domain: string): Known | undefined {
  for (const [name, service] of Object.entries<Listed>(services)) {
    if (misleading.has(name) || !service.domains?.includes(domain)) continue;
    const port = Number(service.port);
    if (service.host && (port === 465 || port === 587)) {
      return { name, outgoing: { host: service.host, ports: [port] } };
    }
  }
  return undefined;
}

type Listed = {
  readonly host?: string;
  readonly port?: number | string;
  readonly domains?: readonly string[];
};
