import type { DnsAnswer } from '../system.ts';

/** An answer without the time it took. */
export type Answer =
  | Omit<Extract<DnsAnswer, { outcome: 'found' }>, 'elapsedMs'>
  | { readonly outcome: Exclude<DnsAnswer['outcome'], 'found'>; readonly code: string };

/**
 * What a failed question means, from c-ares' name of the error. Only a server that said so makes a name non-existent;
 * silence, refusal and garbage are "no answer".
 */
export function dnsFailure(code: string): Answer {
  switch (code) {
    case 'ENOTFOUND':
      return { outcome: 'no-name', code };
    case 'ENODATA':
      return { outcome: 'no-data', code };
    case 'ECANCELLED':
      return { outcome: 'cancelled', code };
    default:
      // ETIMEOUT, ESERVFAIL, EREFUSED, ECONNREFUSED, EFORMERR, EBADRESP, EAI_AGAIN ...
      return { outcome: 'no-answer', code };
  }
}

/** What two failed questions about one name say together: the one that knows more. */
export function surer(one: Answer, other: Answer): Answer {
  const order: readonly Answer['outcome'][] = ['found', 'no-data', 'no-name', 'no-answer', 'cancelled'];
  return order.indexOf(one.outcome) <= order.indexOf(other.outcome) ? one : other;
}

/**
 * What the questions for the two families' addresses say together, of which neither found any. That a name does not exist is said of both; that it
 * has no address of one family says nothing about the other's, which may be there and not have arrived.
 */
export function ofBothFamilies(one: Answer, other: Answer): Answer {
  const unanswered = [one, other].find(({ outcome }) => outcome === 'no-answer');
  const isNoName = [one, other].some(({ outcome }) => outcome === 'no-name');
  return unanswered && !isNoName ? unanswered : surer(one, other);
}
