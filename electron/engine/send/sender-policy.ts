import type { SenderPolicyFault } from '../../../shared/model/act.ts';
import { dmarcFault, spfFault } from '../../../shared/parse/sender-policy.ts';
import { registrableDomain } from '../discover/domains.ts';
import type { System } from '../system.ts';

/**
 * What is plainly wrong with what a domain says in DNS of who may send for it (SPF, DMARC). Empty when nothing is; null when DNS does not
 * tell. Two or three questions, each bounded by `limits.dnsMs`. Never rejects.
 */
export async function senderPolicy(
  domain: string,
  system: System,
  signal: AbortSignal,
): Promise<SenderPolicyFault[] | null> {
  const [spf, dmarc] = await Promise.all([
    textsAt(domain, system, signal),
    dmarcTexts(domain, system, signal),
  ]);
  if (spf === null || dmarc === null) return null;
  return [spfFault(spf), dmarcFault(dmarc)].filter((fault) => fault !== null);
}

/** Where the domain itself has none, the one of the organisation counts: RFC 7489 section 6.6.3. */
async function dmarcTexts(
  domain: string,
  system: System,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const own = await textsAt(`_dmarc.${domain}`, system, signal);
  const organisation = registrableDomain(domain);
  if (own === null || organisation === null || organisation === domain) return own;
  return dmarcFault(own) === 'dmarc-missing' ? textsAt(`_dmarc.${organisation}`, system, signal) : own;
}

/** The texts at a name, empty where DNS says that there are none; null when it does not answer. */
async function textsAt(name: string, system: System, signal: AbortSignal): Promise<readonly string[] | null> {
  const answer = await system.resolve({ name, type: 'TXT', resolvers: [] }, signal);
  if (answer.outcome === 'found') return answer.found.type === 'TXT' ? answer.found.texts : [];
  return answer.outcome === 'no-name' || answer.outcome === 'no-data' ? [] : null;
}
