import { parseAutoconfig } from '../../../shared/parse/autoconfig-xml.ts';
import { pageEntry } from './page-entry.ts';
import type { DiscoverySource } from './source.ts';

const path = '/mail/config-v1.1.xml';

/**
 * The provider's own settings file, at the two places of draft-ietf-mailmaint-autoconfig section 4.1. The mail address is told to the
 * provider only, and only over https. Plain http is asked when https gave nothing, as Thunderbird does; what comes that way counts
 * as unauthenticated.
 */
export const autoconfig: DiscoverySource = async (asker, found) => {
  const { input, pages } = asker;
  const { domain, address } = input;
  if (domain === undefined || input.server !== undefined || !input.lookup) return;
  const who = address === undefined ? '' : `?emailaddress=${encodeURIComponent(address)}`;
  const places = [`autoconfig.${domain}${path}`, `${domain}/.well-known/autoconfig${path}`];

  const ask = async (url: string): Promise<boolean> => {
    const page = await pages.read(url);
    const entry = await pageEntry(
      { source: 'autoconfig', asked: url },
      page,
      (text) => parseAutoconfig(text, { address, domain }, pages.language),
      asker,
    );
    found(entry);
    return entry.outcome === 'found' || entry.outcome === 'cancelled';
  };
  const [own, wellKnown] = places;
  const secure = await Promise.all([ask(`https://${own}${who}`), ask(`https://${wellKnown}`)]);
  if (secure.includes(true)) return;
  await Promise.all(places.map((place) => ask(`http://${place}`)));
};
