import type { DiscoveryEntry, Provider } from '../model/check.ts';
import { factsOf, type KnownProvider } from './known-provider.ts';
import { operators } from './operators.ts';
import { providers } from './providers.ts';

/** What is known of whoever runs a server. */
export type ServerOwner = Omit<KnownProvider, 'id' | 'domains'>;

const owners: readonly ServerOwner[] = [...providers, ...operators];
const byHost = new Map<string, ServerOwner>();
const byEnd = new Map<string, ServerOwner>();
for (const owner of owners) {
  for (const host of [owner.outgoing.host, owner.imap, owner.pop3]) {
    if (host !== undefined && !byHost.has(host)) byHost.set(host, owner);
  }
  for (const end of owner.hosts ?? []) if (!byEnd.has(end)) byEnd.set(end, owner);
}

/**
 * Who runs a mail server, by its name: however the person came to that server, the same login is wanted there. Undefined for servers of
 * nobody known.
 */
export function ownerOfServer(host: string): ServerOwner | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  const exact = byHost.get(name);
  if (exact) return exact;
  const labels = name.split('.');
  return labels.map((_label, start) => byEnd.get(labels.slice(start).join('.'))).find((owner) => owner);
}

/** An answer with what is known of the login at the servers that it names, unless it says so itself. */
export function withLoginFacts(entry: DiscoveryEntry): DiscoveryEntry {
  if (entry.provider?.secret !== undefined) return entry;
  const named = entry.servers.filter(({ withheld }) => !withheld);
  const hosts = [...named.filter(({ role }) => role === 'outgoing'), ...named].map(({ host }) => host);
  const owner = hosts.map(ownerOfServer).find((known) => known !== undefined);
  if (!owner) return entry;
  const { name, ...facts } = factsOf(owner);
  // An answer that anybody on the way could have written has no word in the name of somebody who is known.
  const { enable = facts.enable, ...said } = (entry.isAuthenticated !== false && entry.provider) || {
    name: '',
  };
  const provider: Provider = {
    ...facts,
    ...said,
    name: said.name || name,
    ...(enable && !owner.isAlwaysOn ? { enable } : {}),
  };
  return { ...entry, provider };
}
