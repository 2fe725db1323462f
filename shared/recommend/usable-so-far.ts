import type { Server } from '../model/check.ts';
import type { Measured } from '../model/encryption-signs.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { isUsable } from '../model/usable.ts';
import { outgoingInOrder } from './recommend.ts';
import { serverFrom } from './server.ts';

/**
 * The best setting for sending that is known to work so far, in the order of the recommendation; null while there is none. One that is only
 * an alternative (25, 26, 2525) is not told while a probe of 587 or 465 may still come to something (`isUsualHoped`), since that would be
 * recommended.
 */
export function usableSoFar(measured: Measured, isHoped: boolean): Server | null {
  const best = outgoingInOrder(measured).find(({ observation }) => isUsable(observation, measured.discovery));
  if (!best) return null;
  return isHoped && !isUsual(best.endpoint.port) ? null : serverFrom(best.observation, measured);
}

/** One of the usual ports for sending is among those that may still come to something. */
export function isUsualHoped(promising: readonly Endpoint[]): boolean {
  return promising.some(({ protocol, port }) => protocol === 'smtp' && isUsual(port));
}

function isUsual(port: number): boolean {
  return port === 587 || port === 465;
}
