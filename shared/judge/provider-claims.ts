import { factsByName } from '../discover/known-name.ts';
import { withLoginFacts } from '../discover/server-hosts.ts';
import type { DiscoveryEntry, Provider } from '../model/check.ts';

/**
 * The discovery of a saved report, with what it says of providers taken from Postway's own list: which password they want, where it is made,
 * what has to be switched on first. Whoever wrote the file could have put any words and links there, and they would be read as Postway's.
 */
export function withKnownProviders(discovery: readonly DiscoveryEntry[]): DiscoveryEntry[] {
  return discovery.map((entry) => {
    const { provider, ...asked } = entry;
    const known = provider && knownOf(entry.source, provider);
    return withLoginFacts({ ...asked, ...(known ? { provider: known } : {}) });
  });
}

/** DNS names whoever receives the mail and says nothing of logins; a page's own words cannot be asked for once more. */
function knownOf(source: DiscoveryEntry['source'], provider: Provider): Provider | undefined {
  if (source !== 'well-known' && source !== 'mx') return undefined;
  const facts = factsByName(provider);
  return source === 'mx' && facts ? { name: facts.name } : facts;
}
