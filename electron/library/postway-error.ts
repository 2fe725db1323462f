import type { Problem, Result } from '../../shared/model/problem.ts';
import type { Say } from '../../shared/text/words.ts';
import type * as api from './api.d.ts';

/** A Problem as programs hear of it: thrown, in the language that they asked for. */
export class PostwayError extends Error implements api.PostwayError {
  override readonly name = 'PostwayError';
  readonly code: Problem['code'];
  readonly field: string;

  constructor({ code, field, message }: Problem, say: Say) {
    super(say(message));
    this.code = code;
    this.field = field;
  }
}

/** The value; a Problem is thrown. */
export function orThrow<T>(result: Result<T>, say: Say): T {
  if (result.ok) return result.value;
  throw new PostwayError(result.problem, say);
}
