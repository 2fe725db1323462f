import type { DiscoveryEntry, Source } from './check.ts';

/** Whose word about a host counts first: the person's, then what the provider publishes, then what is known, then guesses. */
export const trustOrder: readonly Source[] = [
  'user',
  'autoconfig',
  'ispdb',
  'srv',
  'autodiscover',
  'well-known',
  'mx',
  'guess',
];

/** Who named this host as a server of the user's, the most trusted first. Empty when nobody did. */
export function sourcesOf(discovery: readonly DiscoveryEntry[], host: string): Source[] {
  const wanted = host.toLowerCase();
  const named = new Set(
    discovery
      .filter((entry) =>
        entry.servers.some((server) => !server.withheld && server.host.toLowerCase() === wanted),
      )
      .map((entry) => entry.source),
  );
  return trustOrder.filter((source) => named.has(source));
}

/** The host of `host`, `host:port` or `[address]:port`, as a report keeps the server that the person named. */
export function hostOfServer(server: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(server);
  if (bracketed?.[1]) return bracketed[1];
  return /^[^:]+:\d+$/.test(server) ? server.slice(0, server.indexOf(':')) : server;
}

/** The provider publishes settings for sending, and none of them encrypts. */
export function isPublishedPlain(discovery: readonly DiscoveryEntry[]): boolean {
  const published = discovery
    .filter(({ source }) => source === 'autoconfig' || source === 'ispdb' || source === 'autodiscover')
    .flatMap(({ servers }) => servers.filter(({ role }) => role === 'outgoing'));
  return published.length > 0 && published.every(({ security }) => security === 'none');
}
