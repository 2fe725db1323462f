import { createHash } from 'node:crypto';
import { paccDigest, parsePacc } from '../../../shared/parse/pacc-json.ts';
import { said } from '../../../shared/text/said.ts';
import { pageEntry } from './page-entry.ts';
import type { DiscoverySource } from './source.ts';

/** A domain has one digest, or two while its document changes. */
const mostDigests = 5;

/**
 * The provider's document of PACC (draft-ietf-mailmaint-pacc-04): one place over https, which is told nothing, and only where DNS names
 * the document's digest. A document that is another one is left out, as the draft says.
 */
export const pacc: DiscoverySource = async (asker, found) => {
  const { input, names, pages } = asker;
  const { domain, address } = input;
  if (domain === undefined || input.server !== undefined || !input.lookup) return;
  const answer = await names.txt(`_ua-auto-config.${domain}`);
  const texts = answer.outcome === 'found' && answer.found.type === 'TXT' ? answer.found.texts : [];
  const digests = texts.flatMap((text) => paccDigest(text) ?? []).slice(0, mostDigests);
  if (digests.length === 0) return; // hardly anybody has one, so that is no news
  const url = `https://ua-auto-config.${domain}/.well-known/user-agent-configuration.json`;
  const page = await pages.read(url);
  const entry = await pageEntry(
    { source: 'pacc', asked: url },
    page,
    (text) => parsePacc(text, { address, domain }),
    asker,
  );
  const isWhole = page.outcome !== 'answered' || page.status !== 200 || digests.includes(digestOf(page.body));
  found(
    isWhole ? entry : { ...entry, outcome: 'failed', servers: [], remarks: [said('discovery.pacc.digest')] },
  );
};

function digestOf(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('base64');
}
