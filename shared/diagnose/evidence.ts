import type { DiscoveryEntry } from '../model/check.ts';
import type { Recommendation } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import type { Report } from '../model/report.ts';

/** Everything a diagnosis rests on. A report carries all of it, so a saved one can be judged again. */
export type Evidence = {
  readonly observations: readonly Observation[];
  readonly discovery: readonly DiscoveryEntry[];
  readonly input: Report['input'];
  readonly recommendation: Omit<Recommendation, 'why' | 'words'> | null;
  /** What happened to this computer meanwhile. */
  readonly disturbances?: Report['disturbances'];
  /** What this computer itself does with names and connections. */
  readonly here?: Report['here'];
  /** The check was stopped before it ended. */
  readonly interrupted?: boolean | undefined;
  /** The check ended with a bug of ours: nothing is concluded from what it saw. */
  readonly internal?: boolean | undefined;
};
