import { domainToUnicode } from 'node:url';
import { getDomain } from 'tldts';
import type { DiscoveryEntry, NamedServer, Source } from '../../../shared/model/check.ts';
import { plainText } from '../../../shared/parse/plain-text.ts';
import type { Published } from '../../../shared/parse/published.ts';
import type { XmlFault } from '../../../shared/parse/xml.ts';
import { say } from '../../../shared/text/index.ts';
import type { Page } from '../web/pages.ts';
import { isPrivateAddress } from '../web/private-address.ts';
import type { Asker } from './source.ts';

/** How a format reads a page; any fault but an XML one says that it is no document of that format. */
export type ReadDocument = (
  text: string,
) =>
  | { readonly ok: true; readonly value: Published }
  | { readonly ok: false; readonly fault: XmlFault | `not-${string}` };

type Question = { readonly source: Source; readonly asked: string };

/** Bounds of the report's schema, the length in UTF-16 units: names of hosts alone can be longer. */
const maxRemarks = 20;
const maxRemarkChars = 400;

/** What a source found on one page of the web: an entry, with everything odd about it told, and what is not safe to use withheld. */
export async function pageEntry(
  question: Question,
  page: Page,
  read: ReadDocument,
  asker: Asker,
): Promise<DiscoveryEntry> {
  const asked = { ...question, asked: question.asked.slice(0, 512), elapsedMs: page.elapsedMs };
  if (page.outcome !== 'answered') return { ...asked, ...unanswered(page), servers: [] };
  const { isAuthenticated } = page;
  if (page.status !== 200) {
    const remarks = [say('discovery.page.status', { status: page.status })];
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
    const isHostile = fault === 'doctype' || fault === 'too-large';
    const remarks = [say(isHostile ? `discovery.page.${fault}` : 'discovery.page.not-settings')];
    return { ...asked, outcome: 'nothing', servers: [], isAuthenticated, remarks };
  }

  const { providerName, about, oddities } = document.value;
  const wanted = document.value.servers.filter(({ role }) => role === 'outgoing' || asker.input.incoming);
  const servers = await Promise.all(wanted.map((server) => withCaution(server, page, asker)));
  const remarks = [
    ...oddities.map(({ kind, where, found, right }) =>
      say(`discovery.odd.${kind}`, { where, found, right: right ? say(`discovery.right.${right}`) : '' }),
    ),
    ...servers.flatMap(({ withheld, host }) =>
      withheld ? say(`discovery.withheld.${withheld}`, { host }) : [],
    ),
    ...servers.flatMap(({ host }) => lookAlike(host) ?? []),
  ];
  return {
    ...asked,
    outcome: servers.length > 0 ? 'found' : 'nothing',
    servers,
    isAuthenticated,
    ...(providerName || Object.keys(about).length > 0
      ? { provider: { name: providerName ?? '', ...about } }
      : {}),
    ...(remarks.length > 0 ? { remarks: keptRemarks(remarks) } : {}),
  };
}

function keptRemarks(remarks: readonly string[]): string[] {
  return [...new Set(remarks)].slice(0, maxRemarks).map((remark) => plainText(remark, maxRemarkChars));
}

function unanswered(
  page: Exclude<Page, { outcome: 'answered' }>,
): Pick<DiscoveryEntry, 'outcome' | 'remarks'> {
  switch (page.outcome) {
    case 'no-name':
      return { outcome: 'nothing' };
    case 'no-answer':
    case 'cancelled':
      return { outcome: page.outcome };
    case 'redirect-refused':
      return { outcome: 'failed', remarks: [say(`discovery.redirect.${page.refused}`)] };
    case 'failed':
      return failed(page.kind, page.code);
  }
}

function failed(kind: string, code: string): Pick<DiscoveryEntry, 'outcome' | 'remarks'> {
  switch (kind) {
    case 'unreachable':
      return { outcome: 'no-answer' };
    case 'too-large':
      return { outcome: 'failed', remarks: [say('discovery.page.too-large')] };
    case 'certificate':
      return {
        outcome: 'failed',
        remarks: [say('discovery.page.certificate', { code: plainText(code, 60) })],
      };
    default:
      return { outcome: 'failed', remarks: [say('discovery.page.failed', { code: plainText(code, 60) })] };
  }
}

/**
 * An answer that anybody on the way can have written must not move a login to another domain; and one from the internet has no
 * business in the person's own network.
 */
async function withCaution(
  server: NamedServer,
  page: Extract<Page, { outcome: 'answered' }>,
  { input, names }: Asker,
): Promise<NamedServer> {
  const own = getDomain(input.domain ?? '') ?? input.domain;
  if (!page.isAuthenticated && getDomain(server.host) !== own) return { ...server, withheld: 'other-domain' };
  const answer = await names.addresses(server.host);
  const addresses =
    answer.outcome === 'found' && answer.found.type === 'addresses' ? answer.found.addresses : [];
  const isInside = addresses.length > 0 && addresses.every(({ ipAddress }) => isPrivateAddress(ipAddress));
  return isInside && !page.isPrivate ? { ...server, withheld: 'private-address' } : server;
}

/** A warning about a name whose labels mix Latin letters with those of scripts that have look-alikes of them. */
function lookAlike(host: string): string | null {
  const shown = domainToUnicode(host);
  const isMixed = shown
    .split('.')
    .some(
      (label) =>
        /\p{Script=Latin}/u.test(label) &&
        /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(label),
    );
  return isMixed ? say('discovery.mixed-script', { host, shown: plainText(shown, 255) }) : null;
}
