/** A PHP string: between single quotes PHP reads two escapes, `\\` and `\'`, and nothing else. */
export function phpString(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&')}'`;
}
