import type { Candidate, CheckInput } from '../model/check.ts';
import { type Endpoint, isSubmissionPort, sendingPorts } from '../model/endpoint.ts';
import type { Observation } from '../model/observation.ts';
import { isSafe } from '../model/usable.ts';
import type { Proposal } from './own-servers.ts';

export type NeedState = {
  readonly input: CheckInput;
  readonly candidates: readonly Candidate[];
  readonly observations: readonly Observation[];
  readonly isUsable: (observation: Observation) => boolean;
  /** Probes that may still come to something: not ended, and not suspiciously silent. */
  readonly promising: readonly (Endpoint & Pick<Observation, 'role'>)[];
};

/** The incoming port that is recommended before all others. */
const firstIncoming = 993;

/**
 * Whether a probe of the user's own servers is worth making now. Where the check is to be brief, an alternative (2525, 26; 143, 110 and
 * 995) waits for the ports that come before it, and is left alone when one of those works: whatever it answered would change neither the
 * verdict, nor a problem or warning, nor the recommendation. What was named by the person or published is always tried.
 */
export function isNeeded(proposal: Proposal, state: NeedState): boolean {
  const { input, observations, promising } = state;
  if (!input.brief || proposal.asking > 1 || proposal.family || isNamed(proposal, state)) return true;
  if (proposal.role === 'outgoing') {
    // The verdict depends on their fate, whatever else works.
    if (sendingPorts.includes(proposal.port)) return true;
    // Among alternatives the best is to be found: only 587 or 465 makes them needless.
    const isHoped = promising.some(({ role, port }) => role === 'outgoing' && isSubmissionPort(port));
    return !isHoped && !observations.some((o) => isSubmissionPort(o.port) && state.isUsable(o));
  }
  if (proposal.role === 'incoming') {
    if (proposal.port === firstIncoming) return true;
    const isHoped = promising.some(({ role, port }) => role === 'incoming' && port === firstIncoming);
    return !isHoped && !observations.some((o) => o.role === 'incoming' && isSafe(o));
  }
  return true;
}

function isNamed({ role, host, port }: Proposal, { input, candidates }: NeedState): boolean {
  const { current, serverPort } = input;
  if (role === 'outgoing' && (port === serverPort || (current?.port === port && current.host === host)))
    return true;
  return candidates.some(
    (c) => c.role === role && c.host === host && c.port === port && c.source !== 'guess' && c.source !== 'mx',
  );
}
