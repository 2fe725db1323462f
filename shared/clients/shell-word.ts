import { refuseIfMatches } from './required.ts';

/**
 * One word of a command line: in single quotes a POSIX shell takes everything literally. A program would still take a dash for an option,
 * and some `<>` for nothing: throws `ExportRefused` with `field` for those.
 */
export function shellWord(field: string, value: string): string {
  refuseIfMatches(field, value, /^-|^<>$/);
  return /^[\w.:@+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
