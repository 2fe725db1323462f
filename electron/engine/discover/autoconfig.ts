import { parseAutoconfig } from '../../../shared/parse/autoconfig-xml.ts';
import { operatorDomains } from './domains.ts';
import { pageEntry } from './page-entry.ts';
import type { DiscoverySource } from './source.ts';

const path = '/mail/config-v1.1.xml';

/**
 * The provider's own settings file, where draft-ietf-mailmaint-autoconfig and Thunderbird look for it. First the domain's two places
 * over https, of which the first is told the mail address. When they know nothing: the company that receives the domain's mail, over
 * https and without the address, because only DNS says that it has to do with the person; and the domain's places over plain http,
 * as Thunderbird does. What comes in either of these ways counts as unauthenticated.
 */
export const autoconfig: DiscoverySource = async (asker, found) => {
  const { input, pages, names } = asker;
  const { domain, address } = input;
  if (domain === undefined || input.server !== undefined || !input.lookup) return;
  const who = address === undefined ? '' : `?emailaddress=${encodeURIComponent(address)}`;
  const places = [`autoconfig.${domain}${path}`, `${domain}/.well-known/autoconfig${path}`];

  /** Whether the search is over. */
  const ask = async (url: string, operator?: string): Promise<boolean> => {
    const page = await pages.read(url);
    const entry = await pageEntry(
      { source: 'autoconfig', asked: url, ...(operator === undefined ? {} : { operator }) },
      page,
      (text) => parseAutoconfig(text, { address, domain, receiver: operator }, pages.language),
      asker,
    );
    found(entry);
    return entry.outcome === 'found' || entry.outcome === 'cancelled';
  };
  const askOperator = async (): Promise<void> => {
    for (const operator of operatorDomains(await receivers, domain)) {
      if (await ask(`https://autoconfig.${operator}${path}`, operator)) return;
    }
  };

  const receivers = names.mx(domain); // under way while the first questions are
  const [own, wellKnown] = places;
  const secure = await Promise.all([ask(`https://${own}${who}`), ask(`https://${wellKnown}`)]);
  if (secure.includes(true)) return;
  await Promise.all([askOperator(), ...places.map((place) => ask(`http://${place}`))]);
};
