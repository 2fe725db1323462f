import type { DiscoveryEntry, NamedServer, Source } from '../../../shared/model/check.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import type { Published } from '../../../shared/parse/published.ts';
import type { XmlFault } from '../../../shared/parse/xml.ts';
import { type Said, said } from '../../../shared/text/said.ts';
import type { Page } from '../web/pages.ts';
import { keptRemarks, leadsInside, serverRemarks, withReadableName } from './caution.ts';
import { isInDomain } from './domains.ts';
import type { Asker } from './source.ts';

/** How a format reads a page; any fault but an XML one says that it is no document of that format. */
export type ReadDocument = (
  text: string,
) =>
  | { readonly ok: true; readonly value: Published }
  | { readonly ok: false; readonly fault: XmlFault | `not-${string}` };

type Question = {
  readonly source: Source;
  readonly asked: string;
  /** The domain of whoever receives the mail, when only DNS says that this place has to do with the person's domain. */
  readonly operator?: string;
};

/** What a source found on one page of the web: an entry, with everything odd about it told, and what is not safe to use withheld. */
export async function pageEntry(
  question: Question,
  page: Page,
  read: ReadDocument,
  asker: Asker,
): Promise<DiscoveryEntry> {
  const { source, operator } = question;
  const asked = { source, asked: question.asked.slice(0, 512), elapsedMs: page.elapsedMs };
  if (page.outcome !== 'answered') return { ...asked, ...unanswered(page), servers: [] };
  const isAuthenticated = page.isAuthenticated && operator === undefined;
  const sentOn = sentOnTo(page.url, question.asked);
  if (page.status !== 200) {
    const remarks = [...sentOn, said('discovery.page.status', { status: page.status })];
    return {
      ...asked,
      outcome: page.status < 500 ? 'nothing' : 'failed',
      servers: [],
      isAuthenticated,
      remarks,
    };
  }
  const document = read(page.body);
  if (!document.ok) {
    const { fault } = document;
    const isHostile = (fault === 'doctype' && !isWebPage(page.body)) || fault === 'too-large';
    const remarks = [...sentOn, said(isHostile ? `discovery.page.${fault}` : 'discovery.page.not-settings')];
    return { ...asked, outcome: 'nothing', servers: [], isAuthenticated, remarks };
  }

  const { providerName, about, oddities } = document.value;
  const wanted = document.value.servers.filter(({ role }) => role === 'outgoing' || asker.input.incoming);
  const servers = await Promise.all(wanted.map((server) => withCaution(server, page, operator, asker)));
  const remarks = [
    ...sentOn,
    ...oddities.map(({ kind, where, found, right }) =>
      said(`discovery.odd.${kind}`, { where, found, right: right ? said(`discovery.right.${right}`) : '' }),
    ),
    ...serverRemarks(servers),
  ];
  return {
    ...asked,
    outcome: servers.length > 0 ? 'found' : 'nothing',
    servers,
    isAuthenticated,
    ...(providerName || Object.keys(about).length > 0
      ? { provider: { name: providerName ?? '', ...about } }
      : {}),
    ...keptRemarks(remarks),
  };
}

/** A page for people, as many web servers give for any path: no settings, and nothing to warn of. */
function isWebPage(body: string): boolean {
  return /^[\s\ufeff]*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*(<!doctype\s+html\b|<html\b)/i.test(
    body.slice(0, 4000),
  );
}

/** Who answered in the end, where that is another host than the one that was asked: it heard what that one was told. */
function sentOnTo(url: string, asked: string): Said[] {
  const { hostname } = new URL(url);
  return hostname === new URL(asked).hostname ? [] : [said('discovery.page.sent-on', { host: hostname })];
}

function unanswered(
  page: Exclude<Page, { outcome: 'answered' }>,
): Pick<DiscoveryEntry, 'outcome' | 'remarks' | 'isUnheard'> {
  switch (page.outcome) {
    case 'no-name':
      return { outcome: 'nothing' };
    case 'no-answer':
    case 'cancelled':
      return { outcome: page.outcome };
    case 'redirect-refused':
      return { outcome: 'failed', remarks: [said(`discovery.redirect.${page.refused}`)] };
    case 'failed':
      return failed(page.kind, page.code);
  }
}

function failed(kind: string, code: string): Pick<DiscoveryEntry, 'outcome' | 'remarks' | 'isUnheard'> {
  switch (kind) {
    case 'unreachable':
      return { outcome: 'no-answer' };
    case 'too-large':
      return { outcome: 'failed', remarks: [said('discovery.page.too-large')] };
    case 'certificate':
      return {
        outcome: 'failed',
        isUnheard: true,
        remarks: [said('discovery.page.certificate', { code: plainText(code, 60) })],
      };
    default:
      return { outcome: 'failed', remarks: [said('discovery.page.failed', { code: plainText(code, 60) })] };
  }
}

/**
 * An answer that anybody on the way can have written, or sent us to, must not move a login to another domain (a domain's MX host has
 * been named by DNS already, so its own domain is no news); and one from the internet has no business in the person's own network.
 */
async function withCaution(
  server: NamedServer,
  page: Extract<Page, { outcome: 'answered' }>,
  operator: string | undefined,
  { input, names }: Asker,
): Promise<NamedServer> {
  const shown = withReadableName(server);
  const isSure = page.isAuthenticated && operator === undefined;
  const expected = [input.domain, operator].filter((domain) => domain !== undefined);
  if (!isSure && !expected.some((domain) => isInDomain(server.host, domain))) {
    return { ...shown, withheld: 'other-domain' };
  }
  const isInside = !page.isPrivate && (await leadsInside(server.host, names));
  return isInside ? { ...shown, withheld: 'private-address' } : shown;
}
