import type { Observation } from './observation.ts';

/** A stranger's server, asked for comparison, that was in truth answered by somebody else: its certificate is for another name. */
function isStandIn(control: Observation): boolean {
  return (
    control.role === 'reference' &&
    control.control === 'mail' &&
    control.tls?.problems.includes('name-mismatch') === true
  );
}

/**
 * The strangers' servers in whose place the very server answered that answered here: it showed them the same certificate, which is not
 * theirs. A hoster leads all mail to its own mailer like that.
 */
export function answeredAlike(o: Observation, observations: readonly Observation[]): Observation[] {
  const shown = o.tls?.fingerprint256;
  if (shown === undefined) return [];
  return observations.filter(
    (other) =>
      isStandIn(other) &&
      other.tls?.fingerprint256 === shown &&
      other.address !== o.address &&
      other.host.toLowerCase() !== o.host.toLowerCase(),
  );
}
