import { accusedOf } from '../diagnose/accused.ts';
import type { FindingCode } from '../model/finding.ts';

/** A party that a letter can be written to, as the command line names it. */
type Party = 'internet-provider' | 'mail-provider' | 'administrator' | 'hoster';

/** Whose network is a company's, or whose rules somebody set up on purpose. */
const administered: ReadonlySet<FindingCode> = new Set(['mail-allow-list', 'proxy-only', 'private-address']);

/** Whom a letter about this verdict goes to; null where it points at nobody who could be written to. */
export function addresseeOf(code: FindingCode): Exclude<Party, 'hoster'> | null {
  switch (accusedOf(code)) {
    case 'network':
      return administered.has(code) ? 'administrator' : 'internet-provider';
    case 'server':
    case 'reach':
    case 'reputation':
      return 'mail-provider';
    case 'on-path':
      return code === 'tls-intercepted' ? null : 'internet-provider';
    default:
      return null;
  }
}

/**
 * Whom to write to instead of somebody whom the verdict clears. What opens encrypted connections is mostly a program on this computer, to which
 * nobody can write, or else the doing of whoever runs the network.
 */
export function otherAddresseeOf(code: FindingCode): ReturnType<typeof addresseeOf> {
  return addresseeOf(code) ?? (accusedOf(code) === 'on-path' ? 'administrator' : null);
}

/** Whether the cause is not with that party if the verdict holds. False where the verdict leaves it open. */
export function clears(code: FindingCode, party: Party): boolean {
  if (code === 'all-clear') return true;
  // Over IPv6 the way may end at either party; a server that answers that it is busy was reached.
  if (code === 'ipv6-unreachable') return false;
  if (code === 'server-busy') return party !== 'mail-provider';
  switch (accusedOf(code)) {
    case 'network':
    case 'on-path':
      return party === 'mail-provider';
    case 'server':
      return party !== 'mail-provider';
    case 'computer':
    case 'settings':
      return true;
    default:
      return false;
  }
}
