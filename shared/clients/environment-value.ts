import { refuseIfMatches } from './required.ts';

/**
 * A value for a `.env` file, read the same by every reader of them: in single quotes everything is literal, but no quote can be
 * escaped. A value with an apostrophe stands in double quotes when nothing in it means something there. Throws `ExportRefused` with
 * `field` for the rest, and for a backslash at the end, which some readers take for an escape of the quote.
 */
export function environmentValue(field: string, value: string): string {
  refuseIfMatches(field, value, /\\$/);
  refuseIfMatches(field, value, /\$\{/); // python-dotenv puts variables in even here
  if (!value.includes("'")) return `'${value}'`;
  refuseIfMatches(field, value, /["$\\`]/);
  return `"${value}"`;
}
