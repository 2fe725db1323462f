import type { DiscoveryEntry, NamedServer } from '../model/check.ts';
import { notOffered } from '../model/claims.ts';
import { said } from '../text/said.ts';

/** Hosts of one source that are tried for sending as well. */
const maxHosts = 2;

/** Sources that say where mail is received, and not only where it arrives for the domain. */
export function namesReceiving({ source, servers }: DiscoveryEntry): NamedServer[] {
  if (source === 'guess' || source === 'mx' || source === 'user') return [];
  return servers.filter(({ role, withheld }) => role === 'incoming' && !withheld);
}

/**
 * Guesses for sending, from all answers of one source that names servers for receiving alone: most providers have one machine for both,
 * and forget to publish the other half. None where the domain says that it offers no sending (RFC 6186 section 3.4). A guess is as
 * unsure as the answer that it comes from.
 */
export function sendsToo(answers: readonly DiscoveryEntry[]): DiscoveryEntry[] {
  const isSendingNamed = answers.some(({ servers }) =>
    servers.some(({ role, withheld }) => role === 'outgoing' && !withheld),
  );
  if (isSendingNamed || notOffered(answers).has('smtp')) return [];
  const entries = new Map<string, DiscoveryEntry>();
  for (const answer of answers) {
    for (const { host, readableHost } of namesReceiving(answer)) {
      if (!entries.has(host)) entries.set(host, guessAt(host, readableHost, answer));
    }
  }
  return [...entries.values()].slice(0, maxHosts);
}

function guessAt(
  host: string,
  readableHost: string | undefined,
  { isAuthenticated }: DiscoveryEntry,
): DiscoveryEntry {
  const server = { protocol: 'smtp', host, port: 587, security: 'starttls', role: 'outgoing' } as const;
  return {
    source: 'guess',
    asked: host,
    outcome: 'found',
    elapsedMs: 0,
    servers: [readableHost === undefined ? server : { ...server, readableHost }],
    ...(isAuthenticated === false ? { isAuthenticated } : {}),
    remarks: [said('discovery.sends-too', { host })],
  };
}
