import type { CheckInput, DiscoveryEntry } from '../../../shared/model/check.ts';
import type { Names } from '../names.ts';
import type { DnsAnswer } from '../system.ts';
import type { Pages } from '../web/pages.ts';

export type Asker = { readonly input: CheckInput; readonly names: Names; readonly pages: Pages };

/**
 * One place where settings may be found. Reports each question as soon as it is answered and resolves when all are; never
 * rejects, and ends soon after the check is cancelled.
 */
export type DiscoverySource = (asker: Asker, found: (entry: DiscoveryEntry) => void) => Promise<void>;

/** What a DNS answer without records means for a source. */
export function outcomeOf(answer: DnsAnswer): DiscoveryEntry['outcome'] {
  switch (answer.outcome) {
    case 'found':
      return 'found';
    case 'no-name':
    case 'no-data':
      return 'nothing';
    case 'no-answer':
      return 'no-answer';
    case 'cancelled':
      return 'cancelled';
  }
}
