import type { DnsRecords } from '../system.ts';
import type { Answer } from './dns-failure.ts';

/** The addresses in an answer of DNS, in its order; none where nothing was found or something else was asked. */
export function addressesIn(answer: Answer): Extract<DnsRecords, { type: 'addresses' }>['addresses'] {
  return answer.outcome === 'found' && answer.found.type === 'addresses' ? answer.found.addresses : [];
}
