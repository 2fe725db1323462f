import type { Observation } from './observation.ts';

/** How long nothing had come when the attempt ended, in ms. The second EHLO's time is counted together with the first's. */
export function silenceMs({ stage, timings }: Observation): number | undefined {
  return stage === 'tls' || stage === 'ehlo' || stage === 'starttls' ? timings[stage] : timings.greeting;
}
