import type { Problem, Result } from '../../shared/model/problem.ts';
import { loadWords } from '../../shared/text/load-words.ts';
import type { Said } from '../../shared/text/said.ts';

/** Every word in English, as the command line has them. */
export const english = await loadWords('en');

type Told<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Omit<Problem, 'message'> & { readonly message: string } };

/** A result whose problem is told in English. */
export function told<T>(result: Result<T>): Told<T> {
  if (result.ok) return result;
  const { problem } = result;
  return { ok: false, problem: { ...problem, message: english(problem.message) } };
}

/** What was odd about an answer, in English. */
export function remarksIn(
  entry: { readonly remarks?: readonly (Said | string)[] | undefined } | undefined,
): string[] {
  return (entry?.remarks ?? []).map((one) => (typeof one === 'string' ? one : english(one)));
}
