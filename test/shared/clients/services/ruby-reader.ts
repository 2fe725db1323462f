/** What a Ruby literal in single quotes says; throws on anything else. */
export function rubyLiteral(source: string): string {
  const [, inside] = /^'((?:[^'\\]|\\[\\'])*)'$/u.exec(source) ?? [];
  if (inside === undefined) throw new Error(`Ruby would read this otherwise: ${source}`);
  return inside.replace(/\\([\\'])/g, '$1');
}
