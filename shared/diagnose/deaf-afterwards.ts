import { isSameEndpoint } from '../model/endpoint.ts';
import { hasConnected, type Observation } from '../model/observation.ts';

/**
 * It took the connection and fell silent, and later ones it took no more: whoever turns a caller away lets the connections die that were made
 * before, and so does a server that fails. What it was silent at is then no sign of what is in its way.
 */
export function isDeafAfterwards(o: Observation, all: readonly Observation[]): boolean {
  if (!hasConnected(o) || o.outcome !== 'timeout') return false;
  const later = all.filter(
    (other) =>
      isSameEndpoint(other, o) &&
      other.address === o.address &&
      other.startedMs > o.startedMs &&
      other.outcome !== 'cancelled',
  );
  return later.some(({ outcome }) => outcome === 'timeout') && !later.some(hasConnected);
}
