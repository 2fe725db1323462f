import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import { autodiscoverRequest, parseAutodiscover } from '../../../shared/parse/autodiscover-xml.ts';
import { parseHost } from '../../../shared/parse/host-name.ts';
import { parseMailAddress } from '../../../shared/parse/mail-address.ts';
import { said } from '../../../shared/text/said.ts';
import { limits } from '../limits.ts';
import { type Page, redirectTarget } from '../web/pages.ts';
import { isInDomain } from './domains.ts';
import { pageEntry } from './page-entry.ts';
import { type Asker, type DiscoverySource, outcomeOf } from './source.ts';

const path = '/autodiscover/autodiscover.xml';

/**
 * Outlook's Autodiscover in its plain-XML form (MS-OXDISCO section 3.1.5): the domain's own two places over https, and where both know
 * nothing its SRV record and the redirect of a plain web server. No password is ever sent, whatever is asked for; the address goes
 * over https only, and never on the word of an unprotected answer to another domain. Parent domains are not asked: programs that did so
 * told strangers their users' passwords (2021).
 */
export const autodiscover: DiscoverySource = async (asker, found) => {
  const { domain, address, server, lookup } = asker.input;
  if (domain === undefined || address === undefined || server !== undefined || !lookup) return;

  const post = async (url: string): Promise<boolean> => {
    const entry = await ask(url, { domain, address }, asker);
    found(entry);
    return entry.outcome === 'found' || entry.outcome === 'cancelled';
  };
  const places = [`https://${domain}${path}`, `https://autodiscover.${domain}${path}`];
  if ((await Promise.all(places.map(post))).includes(true)) return;
  const others = await Promise.all([fromSrv(domain, asker, found), fromPlainWeb(domain, asker, found)]);
  await Promise.all(
    [...new Set(others.filter((url) => url !== null && !places.includes(url)))].map((url) => post(url ?? '')),
  );
};

/** One place, and what it sends on to by its own words: protected words, so they may lead anywhere that https does. */
async function ask(
  asked: string,
  owner: { readonly domain: string; readonly address: string },
  asker: Asker,
): Promise<DiscoveryEntry> {
  const question = { source: 'autodiscover', asked: asked.slice(0, 512) } as const;
  let url = asked;
  for (let hops = 0; ; hops += 1) {
    const page: Page = await asker.pages.read(url, autodiscoverRequest(owner.address), hops);
    const document =
      page.outcome === 'answered' && page.status === 200 ? parseAutodiscover(page.body, owner) : null;
    if (!document?.ok || !('elsewhere' in document)) {
      const read = (text: string) => {
        const parsed = parseAutodiscover(text, owner);
        return parsed.ok && 'elsewhere' in parsed ? ({ ok: false, fault: 'not-here' } as const) : parsed;
      };
      return pageEntry(question, page, read, asker);
    }
    const { elsewhere } = document;
    const next = 'url' in elsewhere ? redirectTarget(elsewhere.url, new URL(url)) : 'to-nowhere';
    if (typeof next === 'string' || hops === limits.redirects) {
      const refused = typeof next === 'string' ? next : 'loop';
      const mailbox = 'address' in elsewhere ? parseMailAddress(elsewhere.address) : null;
      const remarks = [
        mailbox?.ok
          ? said('discovery.redirect.to-mailbox', { address: mailbox.value.mailAddress })
          : said(`discovery.redirect.${refused}`),
      ];
      return { ...question, outcome: 'failed', elapsedMs: page.elapsedMs, servers: [], remarks };
    }
    url = next.href;
  }
}

/** The place that an SRV record names, when it lies in the same domain; DNS is not protected. */
async function fromSrv(
  domain: string,
  { names }: Asker,
  found: (entry: DiscoveryEntry) => void,
): Promise<string | null> {
  const asked = `_autodiscover._tcp.${domain}`;
  const answer = await names.srv(asked);
  const records = answer.outcome === 'found' && answer.found.type === 'SRV' ? answer.found.records : [];
  const [first] = records.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
  const host = first && parseHost(first.target);
  if (!host?.ok || first?.port !== 443) {
    const outcome = answer.outcome === 'found' ? 'nothing' : outcomeOf(answer);
    found({ source: 'autodiscover', asked, outcome, elapsedMs: answer.elapsedMs, servers: [] });
    return null;
  }
  return inside(domain, `https://${host.value.host}${path}`, asked, answer.elapsedMs, found);
}

/** The place to which the domain's plain web server sends; it is asked without saying whose settings are wanted. */
async function fromPlainWeb(
  domain: string,
  asker: Asker,
  found: (entry: DiscoveryEntry) => void,
): Promise<string | null> {
  const asked = `http://autodiscover.${domain}${path}`;
  const page = await asker.pages.read(asked);
  const url = page.outcome === 'answered' || page.outcome === 'redirect-refused' ? page.url : asked;
  if (url.startsWith('https:')) return inside(domain, url, asked, page.elapsedMs, found);
  // Settings that this page itself holds are not read: only where it sends on to counts.
  found(
    await pageEntry({ source: 'autodiscover', asked }, page, () => ({ ok: false, fault: 'not-here' }), asker),
  );
  return null;
}

function inside(
  domain: string,
  url: string,
  asked: string,
  elapsedMs: number,
  found: (entry: DiscoveryEntry) => void,
): string | null {
  const { hostname } = new URL(url);
  if (isInDomain(hostname, domain)) return url;
  const remarks = [said('discovery.sent-elsewhere', { host: hostname })];
  found({
    source: 'autodiscover',
    asked,
    outcome: 'nothing',
    elapsedMs,
    servers: [],
    isAuthenticated: false,
    remarks,
  });
  return null;
}
