import { type DiscoveryEntry, type NamedServer, publishers } from '../model/check.ts';
import { type Endpoint, endpointKey } from '../model/endpoint.ts';
import type { Observation } from '../model/observation.ts';
import { isSafe } from '../model/usable.ts';

/** 0: encrypted and proves who it is. 1: encrypted, with something wrong about that. 2: plain. */
export type Safety = 0 | 1 | 2;

/** One endpoint that works, with its least favourable observation. */
export type Working = {
  readonly endpoint: Endpoint;
  readonly observation: Observation;
  readonly safety: Safety;
  /** Position in the provider's own published order, or null. */
  readonly published: number | null;
};

/**
 * Endpoints of one role whose dialogue came to its end and that do not refuse every login; of several addresses the least safe one counts.
 */
export function workingEndpoints(
  observations: readonly Observation[],
  role: 'outgoing' | 'incoming',
  discovery: readonly DiscoveryEntry[],
): Working[] {
  const byKey = new Map<string, Observation>();
  for (const o of observations) {
    if (o.role !== role || o.outcome !== 'ok' || o.stage !== 'done' || !isMailProtocol(o)) continue;
    if (refusesLogins(o)) continue;
    const known = byKey.get(endpointKey(o));
    if (!known || safetyOf(o) > safetyOf(known)) byKey.set(endpointKey(o), o);
  }
  return [...byKey.values()].map((observation) => {
    const { protocol, host, port, security } = observation;
    const endpoint = { protocol, host, port, security };
    return {
      endpoint,
      observation,
      safety: safetyOf(observation),
      published: publishedPosition(endpoint, role, discovery),
    };
  });
}

function safetyOf(o: Observation): Safety {
  if (isSafe(o)) return 0;
  return o.tls ? 1 : 2;
}

/** IMAP's own LOGIN is switched off and nothing is in its place (RFC 9051 section 6.2.3): as a rule, there is no login before TLS. */
function refusesLogins({ auth, capabilities }: Observation): boolean {
  return auth?.length === 0 && (capabilities?.some((line) => /^LOGINDISABLED\b/i.test(line)) ?? false);
}

function isMailProtocol(o: Observation): boolean {
  return o.protocol === 'smtp' || o.protocol === 'imap' || o.protocol === 'pop3';
}

/** Position in the list of the most trusted source that publishes this host and port for this role. */
function publishedPosition(
  endpoint: Endpoint,
  role: 'outgoing' | 'incoming',
  discovery: readonly DiscoveryEntry[],
): number | null {
  for (const source of publishers) {
    const positions = discovery
      .filter((entry) => entry.source === source)
      .map((entry) => entry.servers.filter((server) => server.role === role))
      .flatMap((servers, _index, lists) => {
        const isIt = (server: NamedServer) =>
          !server.withheld && endpointKey(server) === endpointKey(endpoint);
        const found = servers.find(isIt);
        return found ? [servers.indexOf(found) + moreUrgent(found, servers, lists)] : [];
      });
    if (positions.length > 0) return Math.min(...positions);
  }
  return null;
}

/** How many servers of the domain's other services come before this one by their SRV priority: each service is an answer of its own. */
function moreUrgent(
  { priority }: NamedServer,
  own: readonly NamedServer[],
  lists: readonly (readonly NamedServer[])[],
): number {
  if (priority === undefined) return 0;
  return lists
    .filter((list) => list !== own)
    .flat()
    .filter((other) => (other.priority ?? 0) < priority).length;
}
