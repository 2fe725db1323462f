import {
  type ClosedService,
  closedServiceOfDomain,
  closedServiceOfReceiver,
  closedServiceOfServer,
} from '../../../shared/discover/closed-services.ts';
import type { CheckInput } from '../../../shared/model/check.ts';
import type { Names } from '../names.ts';

/** The service, what gave it away (of a domain of somebody's own: the host that receives its mail), and how long that took to know. */
export type Closed = {
  readonly service: ClosedService;
  readonly asked: string;
  readonly receiver?: string;
  readonly elapsedMs: number;
};

/**
 * The service of what is checked, when it lets no mail program send: by the server that was named, else by the mail domain, else by
 * whoever receives that domain's mail, unless the domain publishes a server for sending of its own (RFC 6186). Only DNS hears of it.
 */
export async function closedService(
  { server, domain }: CheckInput,
  names: Names,
): Promise<Closed | undefined> {
  const known =
    server === undefined ? domain && closedServiceOfDomain(domain) : closedServiceOfServer(server);
  if (known) return { service: known, asked: server ?? domain ?? '', elapsedMs: 0 };
  if (server !== undefined || domain === undefined) return undefined;
  const submissions = ['_submissions', '_submission'].map((label) => names.srv(`${label}._tcp.${domain}`));
  const answer = await names.mx(domain);
  const records = answer.outcome === 'found' && answer.found.type === 'MX' ? answer.found.records : [];
  const [best] = records.toSorted((a, b) => a.preference - b.preference);
  const service = best && closedServiceOfReceiver(best.exchange);
  if (!service) return undefined;
  const published = await Promise.all(submissions);
  const hasServer = published.some(
    (srv) =>
      srv.outcome === 'found' &&
      srv.found.type === 'SRV' &&
      srv.found.records.some(({ target }) => target !== '.' && target !== ''),
  );
  if (hasServer) return undefined;
  return {
    service,
    asked: `${domain} (MX ${best.exchange})`.slice(0, 512),
    receiver: best.exchange.replace(/\.$/, '').toLowerCase(),
    elapsedMs: answer.elapsedMs,
  };
}
