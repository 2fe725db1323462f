import type * as z from 'zod/mini';
import { type Said, said } from '../../../shared/text/said.ts';

/** So many values are named where one of them would be right. */
const mostChoices = 150;

/** What was wrong with a value, and what would be right; never what it was. */
export function wrongValue(issue: z.core.$ZodIssue, path: readonly string[], given: unknown): Said {
  if (isMissing(path, given)) return said('cli.mcp.missing-field');
  switch (issue.code) {
    case 'invalid_type':
      return said('cli.mcp.wrong-type', { kind: kinds[issue.expected] ?? 'other' });
    case 'invalid_value':
      return said('cli.mcp.wrong-choice', { choices: issue.values.slice(0, mostChoices).map(String) });
    case 'too_big':
      return said('cli.mcp.too-big', { limit: Number(issue.maximum) });
    case 'too_small':
      return said('cli.mcp.too-small', { limit: Number(issue.minimum) });
    default:
      return said('cli.mcp.wrong-value');
  }
}

/** The kinds of JSON, by the names that the schema library has for them. */
const kinds: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'array' | 'object'>> = {
  string: 'string',
  number: 'number',
  int: 'number',
  boolean: 'boolean',
  array: 'array',
  tuple: 'array',
  object: 'object',
  record: 'object',
};

function isMissing(path: readonly string[], given: unknown): boolean {
  let found = given;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return true;
    found = Reflect.get(found, name);
  }
  return false;
}
