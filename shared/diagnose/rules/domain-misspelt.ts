import type { DiscoveryEntry } from '../../model/check.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

/** The domain is one slip of the finger from a well-known provider's, and the person did not say that it is right. */
export const domainMisspelt: Rule = {
  code: 'domain-misspelt',
  severity: 'problem',
  unless: ['offline', 'captive-portal'],
  find({ evidence, outgoing }) {
    const { discovery, input } = evidence;
    const entry = discovery.find(({ meant }) => meant !== undefined);
    if (entry?.meant === undefined) return null;
    const isEstablished = discovery.some(showsProvider);
    return {
      confidence: isEstablished ? 'possible' : 'likely',
      severity: isEstablished ? 'warning' : 'problem',
      evidence: outgoing,
      values: {
        domain: quote(entry.asked),
        meant: entry.meant,
        address: quote(corrected(input.address, entry.meant)),
      },
      detail: [isEstablished ? 'domain-misspelt.detail.other' : 'domain-misspelt.detail'],
      advice: [
        'domain-misspelt.advice.correct',
        'domain-misspelt.advice.password',
        'domain-misspelt.advice.right',
      ],
    };
  },
};

/** The address as it was meant; the word that a masked report has in its place stays. */
function corrected(address: string | undefined, domain: string): string {
  if (address === undefined) return domain;
  return address.includes('@') ? `${address.slice(0, address.lastIndexOf('@'))}@${domain}` : address;
}

/** Settings that somebody published for the domain, or a known company that receives its mail. */
function showsProvider({ source, outcome, servers, provider }: DiscoveryEntry): boolean {
  if (source === 'mx') return provider !== undefined;
  return outcome === 'found' && servers.length > 0 && source !== 'guess' && source !== 'user';
}
