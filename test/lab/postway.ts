import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scope } from './scope.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The built command line, built first when a source has changed. It is a copy, so that a build started meanwhile takes nothing away
 * from under the lab. Returns the path of its entry.
 */
export function installPostway(scope: Scope): string {
  execFileSync(process.execPath, [join(root, 'build', 'build.mjs'), '--if-stale'], { stdio: 'ignore' });
  const folder = join(scope.folder, 'dist', 'cli');
  cpSync(join(root, 'dist', 'cli'), folder, { recursive: true });
  return join(folder, 'postway.mjs');
}
