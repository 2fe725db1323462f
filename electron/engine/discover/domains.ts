import { getDomain } from 'tldts';
import { closedServiceOfReceiver } from '../../../shared/discover/closed-services.ts';
import type { DnsAnswer } from '../system.ts';

/** Names below `uk.com` or `github.io` belong to different people: the private part of the Public Suffix List counts too. */
const allSuffixes = { allowPrivateDomains: true };

/** The domain that somebody can register and that this name lies in; null for an address, a suffix and a name of one label. */
export function registrableDomain(host: string): string | null {
  return getDomain(host, allSuffixes);
}

/** Whether a host is run by whoever has the domain: it lies below it, or below the registrable domain of both. */
export function isInDomain(host: string, domain: string): boolean {
  if (host === domain || host.endsWith(`.${domain}`)) return true;
  const registrable = registrableDomain(host);
  return registrable !== null && registrable === registrableDomain(domain);
}

/**
 * Under which names the company that receives a domain's mail may be listed: the best MX host without its first label (which tells
 * apart the kinds of customers of one company), and its registrable domain. Draft-ietf-mailmaint-autoconfig, "MX"; Thunderbird too.
 * None for a service that lets no mail program send.
 */
export function operatorDomains(answer: DnsAnswer, domain: string): string[] {
  const records = answer.outcome === 'found' && answer.found.type === 'MX' ? answer.found.records : [];
  const [best] = records.toSorted((a, b) => a.preference - b.preference);
  const host = best?.exchange.replace(/\.$/, '').toLowerCase() ?? '';
  const registrable = registrableDomain(host);
  if (!registrable || closedServiceOfReceiver(host)) return [];
  const parent = host.slice(host.indexOf('.') + 1);
  const names = parent.endsWith(`.${registrable}`) ? [parent, registrable] : [registrable];
  return names.filter((name) => name !== domain);
}
