import type { Family } from '../model/family.ts';
import type { Confidence } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';

/** What a judgement over one address family, or over both, rests on. */
export type Judged = {
  readonly confidence: Confidence;
  readonly evidence: readonly Observation[];
};

export type OverFamilies<J extends Judged> = J & {
  /** The only family concerned, when the other one is known to be open. */
  readonly only: Family | null;
};

const fromSurest: readonly Confidence[] = ['certain', 'likely', 'possible'];

/**
 * Judges IPv4 and IPv6 apart, because a provider may block one of them only, and joins what was found: a finding concerns one family
 * only where the other is known to be open (`isOpen`), not where the other was never seen.
 */
export function overFamilies<J extends Judged>(
  judge: (family: Family) => J | null,
  isOpen: (family: Family) => boolean,
): OverFamilies<J> | null {
  const [four, six] = [judge(4), judge(6)];
  if (four && six) return { ...four, ...joined(four, six), only: null };
  if (four) return { ...four, only: isOpen(6) ? 4 : null };
  return six ? { ...six, only: isOpen(4) ? 6 : null } : null;
}

/** The `over` that a sentence chooses its words by: `both`, or the only family concerned. */
export function overWords(only: Family | null): { readonly over: 'both' | 'IPv4' | 'IPv6' } {
  return { over: only === null ? 'both' : `IPv${only}` };
}

function joined(a: Judged, b: Judged): Judged {
  return { confidence: weaker(a.confidence, b.confidence), evidence: [...a.evidence, ...b.evidence] };
}

function weaker(a: Confidence, b: Confidence): Confidence {
  return fromSurest.indexOf(a) > fromSurest.indexOf(b) ? a : b;
}
