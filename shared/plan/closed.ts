import type { State } from '../ledger/state.ts';
import { closedProvider, isOverruled } from '../model/claims.ts';

/** No server is tried: not even the domain itself has published one. */
export function isClosed({ input, entries }: State): boolean {
  const service = closedProvider(entries);
  return input.current === undefined && service !== undefined && !isOverruled(service, entries);
}

/** Only whoever receives the mail is known to be such a service; the domain may send by another. */
export function isKnownByReceiver({ entries }: State): boolean {
  return closedProvider(entries)?.closed?.receiver !== undefined;
}
