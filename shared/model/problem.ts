import { type Said, said } from '../text/said.ts';

/** What was wrong with an input: which field, what it was, and what would be right, in whole sentences. */
export type Problem = {
  readonly code: 'bad-input' | 'not-found' | 'too-large' | 'refused' | 'unavailable' | 'internal';
  readonly field: string;
  readonly message: Said;
};

/** A value, or the problem that stood in its way. Expected failures travel this way; exceptions are our own bugs. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(
  field: string,
  message: Said,
  code: Problem['code'] = 'bad-input',
): Result<T> {
  return { ok: false, problem: { code, field, message } };
}

/**
 * Says which fields a schema refused, of a report or of what the window and the backend say to each other. The schema's own words are
 * left out: they are English.
 */
export function problemFromIssues(
  issues: readonly { readonly path: readonly PropertyKey[] }[],
  subject: 'report' | 'argument' | 'message',
): Problem {
  const paths = issues.map(({ path }) => path.map(String).join('.')).filter((path) => path !== '');
  const fields = [...new Set(paths)].slice(0, 3).map((path) => path.slice(0, 300));
  return {
    code: 'bad-input',
    field: fields[0] ?? subject,
    message: said('problem.not-as-expected', { subject, count: fields.length, fields }),
  };
}
