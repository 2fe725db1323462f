import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own for the tests of a file, by that name, which goes when they have ended. Its path. */
export function workFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `postway-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
