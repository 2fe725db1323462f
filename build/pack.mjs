/**
 * `npm run pack`: everything that is shipped for this system, in `release/`, and a report of its sizes. Options go to electron-builder.
 *
 *   npm run pack                     this system's packages
 *   npm run pack -- --linux --arm64  for another architecture
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build.mjs';
import { sharedFiles } from './linux/tree.mjs';
import { architectures, linuxPackage } from './linux-packages.mjs';
import { release } from './release.mjs';
import { reportSizes } from './size.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'release');

await buildIfStale();
const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
// Never published from here: the release workflow collects what every system made.
const args = ['--config', 'build/electron-builder.mjs', '--publish', 'never', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

for (const [folder, architecture] of Object.entries(architectures)) {
  const app = join(out, folder);
  if (!existsSync(app)) continue;
  for (const kind of ['deb', 'rpm']) console.log(await linuxPackage(kind, { app, out, architecture }));
  for (const [name, content] of Object.entries(sharedFiles(await release()))) {
    mkdirSync(dirname(join(out, 'share', name)), { recursive: true });
    writeFileSync(join(out, 'share', name), content);
  }
}
process.exitCode = reportSizes(out) ? 0 : 1;
