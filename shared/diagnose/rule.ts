import type { Confidence, FindingCode, Severity } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import type { TextKey } from '../text/catalogue.ts';
import type { Said, Value } from '../text/said.ts';
import type { Facts } from './facts.ts';

/**
 * What a rule found. Its words default to `<code>.headline` and `<code>.detail`; advice is always named. A key alone takes what its
 * message asks for from `values` and from `commonValues`; where two sentences need different values of one name, `said` gives its own.
 */
export type Found = {
  readonly confidence: Confidence;
  /** The observations that prove it, the user's own first. */
  readonly evidence: readonly Observation[];
  /** When it weighs differently from the rule's own severity here. */
  readonly severity?: Severity;
  /**
   * Of a problem, true: it is told, but any other problem explains the failure better. Of a warning or note, false: without a
   * problem, it is what a program may fail on, and so the verdict.
   */
  readonly yields?: boolean;
  readonly values?: Readonly<Record<string, Value>>;
  readonly headline?: TextKey | Said;
  readonly detail?: readonly (TextKey | Said)[];
  readonly advice: readonly (TextKey | Said)[];
};

/** One finding code: the evidence that the contract's table asks for, and what must not be confused with it. */
export type Rule = {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Not asked when one of these was already found as a problem: it explains the same signs from nearer by. */
  readonly unless?: readonly FindingCode[] | 'any problem';
  readonly find: (facts: Facts) => Found | null;
};
