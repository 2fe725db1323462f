import { placeOf } from '../../../shared/parse/ip-range.ts';

/** Whether an IP address is this computer's own, its network's, or nobody's. What is no address counts as one. */
export function isPrivateAddress(ipAddress: string): boolean {
  return placeOf(ipAddress) !== 'public';
}
