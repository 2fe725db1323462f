import type { Observation } from './observation.ts';
import { isSafe } from './usable.ts';

/**
 * Whether a sign-in page is proven to stand before the network, so that nothing else is worth asking: somebody else answers the
 * connectivity check, no server of the user's was reached safely, and none may still be. Contract, section 6.
 */
export function isPortalProven(seen: readonly Observation[], isAnyPromising: boolean): boolean {
  return !isAnyPromising && !seen.some(isSafe) && seen.some(isAnsweredByPortal);
}

/** A redirect, a sign-in page, or "network authentication required" (RFC 6585 section 6); an error page proves nothing. */
export function isAnsweredByPortal({ role, web }: Observation): boolean {
  if (role !== 'portal' || !web || web.isExpected) return false;
  return (web.status >= 200 && web.status < 400) || web.status === 511;
}
