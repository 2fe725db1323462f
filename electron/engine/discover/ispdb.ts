import { parseAutoconfig } from '../../../shared/parse/autoconfig-xml.ts';
import { operatorDomains } from './domains.ts';
import { pageEntry } from './page-entry.ts';
import type { DiscoverySource } from './source.ts';

/** The same database under the address that most programs ask, and under the one that Thunderbird asks by now. */
const databases = [
  'https://autoconfig.thunderbird.net/v1.1/',
  'https://live.thunderbird.net/autoconfig/v1.1/',
];

/**
 * Mozilla's database of providers: the mail domain, and where that is not listed the domain of whoever receives its mail. Only a
 * domain is sent, never the address, and nothing at all when nobody but the person's own provider is to be contacted.
 */
export const ispdb: DiscoverySource = async (asker, found) => {
  const { input, names, pages } = asker;
  const { domain } = input;
  if (domain === undefined || input.server !== undefined || !input.lookup || !input.references) return;

  /** Whether the search is over. */
  const ask = async (listed: string): Promise<boolean> => {
    for (const database of databases) {
      const asked = `${database}${listed}`;
      const page = await pages.read(asked);
      const read = (text: string) =>
        parseAutoconfig(text, { address: input.address, domain, receiver: listed }, pages.language);
      const entry = await pageEntry({ source: 'ispdb', asked }, page, read, asker);
      found(entry);
      if (entry.outcome === 'found' || entry.outcome === 'cancelled') return true;
      if (page.outcome === 'answered' && page.status < 500) return false;
    }
    return false;
  };
  const receivers = names.mx(domain); // under way while the first question is
  if (await ask(domain)) return;
  for (const operator of operatorDomains(await receivers, domain)) {
    if (await ask(operator)) return;
  }
};
