import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeStubElectron } from './stub-electron.ts';

const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };

/**
 * Packs the sources of `root` for Linux as a release does, with a stub in place of Electron, below `work`. Resolves to the unpacked app.
 * What is stale in `root`'s `dist` must have been built.
 */
export async function packedApp(root: string, work: string): Promise<string> {
  const electron = join(work, 'electron');
  writeStubElectron(electron, version);
  await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--config=build/electron-builder.mjs',
      '--linux=dir',
      '--x64',
      '--publish=never',
      `-c.electronDist=${electron}`,
      `-c.directories.output=${join(work, 'release')}`,
    ],
    { cwd: root },
  );
  return join(work, 'release', 'linux-unpacked');
}
