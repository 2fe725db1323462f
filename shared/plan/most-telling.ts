import type { Observation } from '../model/observation.ts';

/** A doubt about the whole server is settled on the first of these ports that shows it; asking on all would be a nuisance. */
const tellingPorts = [587, 465, 2525, 25, 26, 993, 143, 995, 110];

/** No other observation with the same doubt about this host and role is at a port that tells more. */
export function isMostTelling(o: Observation, doubtful: readonly Observation[]): boolean {
  return doubtful
    .filter((other) => other.host === o.host && other.role === o.role)
    .every((other) => position(o.port) <= position(other.port));
}

/** The place of a port among those that tell most; less is better. */
export function position(port: number): number {
  const index = tellingPorts.indexOf(port);
  return index === -1 ? tellingPorts.length : index;
}
