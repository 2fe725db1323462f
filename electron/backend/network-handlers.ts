import type { Handlers } from '../../shared/contract/contract.ts';
import { fail, ok } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';
import type { System } from '../engine/system.ts';
import { isInOtherNetwork } from './other-network.ts';

/** What a window asks of the network that this computer is in. */
export function networkHandlers(
  system: Pick<System, 'ownAddress' | 'clock'>,
): Pick<Handlers, 'network.other'> {
  return {
    'network.other': async ({ than }, emit, signal) => {
      const isOther = await isInOtherNetwork(system, than, (where) => emit({ where }), signal);
      return isOther ? ok({}) : fail('network', said('backend.watch-ended'), 'unavailable');
    },
  };
}
