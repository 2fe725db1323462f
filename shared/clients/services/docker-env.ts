import { refuseIfMatches } from '../required.ts';

/**
 * A value for a file of environment variables that Docker reads: `docker run --env-file` takes quotes for part of the value, Compose takes
 * them off, so there are none. Throws `ExportRefused` with `field` for what either of them would cut, expand or take off.
 */
export function dockerEnvValue(field: string, value: string): string {
  refuseIfMatches(field, value, /[\s"'`$#\\]/u);
  return value;
}
