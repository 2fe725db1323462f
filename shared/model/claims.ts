import type { DiscoveryEntry, Provider, Source } from './check.ts';
import type { Protocol } from './endpoint.ts';
import type { Role } from './observation.ts';

/** Whose word about a host counts first: the person's, then what the provider publishes, then what is known, then guesses. */
export const trustOrder: readonly Source[] = [
  'user',
  'autoconfig',
  'pacc',
  'ispdb',
  'srv',
  'autodiscover',
  'well-known',
  'mx',
  'guess',
];

/** Who named this host as a server of the user's (for `role`, if given), the most trusted first. Empty when nobody did. */
export function sourcesOf(discovery: readonly DiscoveryEntry[], host: string, role?: Role): Source[] {
  const wanted = host.toLowerCase();
  const named = new Set(
    discovery
      .filter((entry) =>
        entry.servers.some(
          (server) =>
            !server.withheld && server.host.toLowerCase() === wanted && (role ?? server.role) === server.role,
        ),
      )
      .map((entry) => entry.source),
  );
  return trustOrder.filter((source) => named.has(source));
}

/** DNS itself gave this source its answer, be it that there is nothing. */
export function isAnswerOfDns({ source, outcome }: DiscoveryEntry): boolean {
  return (source === 'srv' || source === 'mx') && (outcome === 'found' || outcome === 'nothing');
}

/** The provider of this host, where it wants something else than the account's password in mail programs, or more than that. */
export function unusualSecret(discovery: readonly DiscoveryEntry[], host: string): Provider | undefined {
  return discovery.find(
    ({ provider, servers }) =>
      provider?.secret !== undefined &&
      (provider.secret !== 'password' || provider.needsPlan) &&
      servers.some((server) => server.host === host),
  )?.provider;
}

/** The provider of this host, where it logs in with an address of its own alone, whatever the domain of the mail address is. */
export function wantsOwnAddress(discovery: readonly DiscoveryEntry[], host: string): Provider | undefined {
  return discovery.find(
    ({ provider, servers }) =>
      provider?.wantsOwnAddress === true && servers.some((server) => server.host === host),
  )?.provider;
}

/** The provider of this host, where mail programs need something else than the account's password there, or to be let in first. */
export function letsIn(discovery: readonly DiscoveryEntry[], host: string): Provider | undefined {
  const named = discovery.filter(({ servers }) => servers.some((server) => server.host === host));
  return unusualSecret(discovery, host) ?? named.find(({ provider }) => provider?.enable?.length)?.provider;
}

/**
 * The service that is checked, where it lets no mail program send by SMTP. One that only passes the domain's mail on says nothing about
 * sending where the domain itself publishes a server for that.
 */
export function closedProvider(discovery: readonly DiscoveryEntry[]): Provider | undefined {
  const provider = discovery.find((entry) => entry.provider?.closed)?.provider;
  const hasMailboxes = provider?.closed?.instead !== 'forwarding' && provider?.closed?.instead !== 'alias';
  return hasMailboxes || !isOverruled(provider, discovery) ? provider : undefined;
}

/** Sources in which a domain speaks for itself. */
const ownWords: readonly Source[] = ['autoconfig', 'pacc', 'srv', 'autodiscover'];

/** A closed service that is known only by whose mail it receives, while the domain publishes a server for sending of its own. */
export function isOverruled(provider: Provider | undefined, discovery: readonly DiscoveryEntry[]): boolean {
  const isOwn = ({ source, servers }: DiscoveryEntry): boolean =>
    ownWords.includes(source) && servers.some(({ role, withheld }) => role === 'outgoing' && !withheld);
  return provider?.closed?.receiver !== undefined && discovery.some(isOwn);
}

/** Protocols that the domain itself says it does not offer (RFC 6186 section 3.4), while nothing in DNS says the opposite. */
export function notOffered(entries: readonly DiscoveryEntry[]): ReadonlySet<Protocol> {
  const records = entries.filter(({ source }) => source === 'srv');
  const offered = new Set(records.flatMap(({ servers }) => servers.map(({ protocol }) => protocol)));
  const denied = records.flatMap((entry) => entry.notOffered ?? []);
  return new Set(denied.filter((protocol) => !offered.has(protocol)));
}

/** The host of `host`, `host:port` or `[address]:port`, as a report keeps the server that the person named. */
export function hostOfServer(server: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(server);
  if (bracketed?.[1]) return bracketed[1];
  return /^[^:]+:\d+$/.test(server) ? server.slice(0, server.indexOf(':')) : server;
}

/** Sources that publish whole settings. */
const publishers = ['autoconfig', 'ispdb', 'autodiscover'] as const;

/** Who publishes settings for sending of which none encrypts, the most trusted; null when one does, or nobody publishes any. */
export function plainPublisher(discovery: readonly DiscoveryEntry[]): (typeof publishers)[number] | null {
  const published = publishers.flatMap((publisher) =>
    discovery
      .filter(({ source }) => source === publisher)
      .flatMap(({ servers }) => servers.filter(({ role }) => role === 'outgoing'))
      .map(({ security }) => ({ publisher, security })),
  );
  return published.every(({ security }) => security === 'none') ? (published[0]?.publisher ?? null) : null;
}
