import type { CheckInput } from '../../shared/model/check.ts';
import { type Discovery, discover } from '../engine/discovery.ts';
import { systemFor } from './system-for.ts';

/** Asks every source of settings in the real network, as the command line does. Rejects only for a fault of our own. */
export async function runOneDiscovery(input: CheckInput, signal: AbortSignal): Promise<Discovery> {
  const { system, close } = await systemFor(undefined);
  try {
    return await discover(input, system, signal);
  } finally {
    await close();
  }
}
