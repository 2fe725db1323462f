/** A PHP string between single quotes, by PHP's manual; throws on anything else. */
export function phpLiteral(source: string): string {
  const [, inside] = /^'((?:[^'\\]|\\.)*)'$/su.exec(source) ?? [];
  if (inside === undefined) throw new Error(`PHP would read this otherwise: ${source}`);
  return inside.replace(/\\([\\'])/gu, '$1');
}
