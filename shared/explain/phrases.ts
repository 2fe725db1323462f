/** One pattern for several phrases, each a regular expression of its own; no case counts. */
export function any(...phrases: readonly string[]): RegExp {
  return new RegExp(phrases.join('|'), 'i');
}
