/** A value as `java.util.Properties` reads it, in ASCII: the same characters come back, whatever they are. */
export function javaProperty(value: string): string {
  return value
    .replace(/[\\:=#!]|^ /g, '\\$&')
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
