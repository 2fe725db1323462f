import type { Cause, Retry } from '../model/explanation.ts';
import type { Stage } from '../model/observation.ts';
import type { KindName } from './kinds.ts';

/**
 * Words that are recognised, and the kind of failure they tell of. What is given besides `when` and `kind` overrules the kind. A pattern
 * is tried on text on one line whose blanks are single and whose quotation marks are straight; no case counts. It repeats nothing without a bound.
 */
export type Rule = {
  readonly when: RegExp;
  readonly kind: KindName;
  readonly program?: string;
  /** The code as it is usually written; the first group of `when` stands for `$1`. */
  readonly code?: string;
  readonly causes?: readonly Cause[];
  readonly retry?: Retry;
  readonly stage?: Stage;
  readonly certainty?: 'certain' | 'likely' | 'possible';
  /** With these words a program begins whatever it was told, or a number stands for several things: they count where nothing else does. */
  readonly isFrame?: true;
};

/** Rules of one program, shortest form: each row is a pattern, a kind, and the causes where they differ from the kind's. */
export function rulesOf(
  program: string | undefined,
  rows: readonly (readonly [when: RegExp, kind: KindName, causes?: readonly Cause[], code?: string])[],
): Rule[] {
  return rows.map(([when, kind, causes, code]) => ({
    when,
    kind,
    ...(program !== undefined && { program }),
    ...(causes && { causes }),
    ...(code !== undefined && { code }),
  }));
}

/** The same for words that only count where the text has nothing more telling. */
export function framesOf(...given: Parameters<typeof rulesOf>): Rule[] {
  return rulesOf(...given).map((rule) => ({ ...rule, isFrame: true }));
}
