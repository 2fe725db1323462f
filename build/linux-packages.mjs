/**
 * The packages for Debian (`dpkg-deb`) and Fedora (`rpmbuild`), from the unpacked app that electron-builder left: the app, the command line
 * beside it, manual page, completions, desktop entry. Times and owners are those of the release, so that the same sources give the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debControl, md5sums } from './linux/deb.mjs';
import { rpmSpec } from './linux/rpm.mjs';
import { layOut, normalise } from './linux/tree.mjs';
import { release } from './release.mjs';

/** electron-builder's folder, and what the two kinds of package call that architecture. */
export const architectures = {
  'linux-unpacked': { deb: 'amd64', rpm: 'x86_64' },
  'linux-arm64-unpacked': { deb: 'arm64', rpm: 'aarch64' },
};

/**
 * Writes the package of one kind into `out` and gives its path. `app`: the unpacked app. `epoch`: seconds since 1970, the time of every file.
 * Throws when the tool is missing or fails.
 */
export async function linuxPackage(kind, { app, out, architecture }) {
  const { version, day } = await release();
  const epoch = Date.parse(`${day}T00:00:00Z`) / 1000;
  const work = mkdtempSync(join(tmpdir(), `postway-${kind}-`));
  try {
    const tree = join(work, 'root');
    layOut(tree, app, { kind, version, day });
    mkdirSync(out, { recursive: true });
    const make = { deb: makeDeb, rpm: makeRpm }[kind];
    return make({ work, tree, out, version, epoch, architecture: architecture[kind] });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function makeDeb({ tree, out, version, epoch, architecture }) {
  const sums = md5sums(tree);
  mkdirSync(join(tree, 'DEBIAN'));
  writeFileSync(join(tree, 'DEBIAN', 'md5sums'), sums);
  writeFileSync(join(tree, 'DEBIAN', 'control'), debControl({ tree, version, architecture }));
  normalise(tree, epoch);
  const file = join(out, `postway_${version}_${architecture}.deb`);
  // One thread: how many a machine has must not show in the bytes.
  run('dpkg-deb', ['--root-owner-group', '-Zxz', '--threads-max=1', '--build', tree, file], epoch);
  return file;
}

function makeRpm({ work, tree, out, version, epoch, architecture }) {
  normalise(tree, epoch);
  const spec = join(work, 'postway.spec');
  writeFileSync(spec, rpmSpec({ tree, version }));
  run(
    'rpmbuild',
    [
      '-bb',
      '--quiet',
      `--target=${architecture}`,
      `--define=_topdir ${work}`,
      `--define=_rpmdir ${work}`,
      spec,
    ],
    epoch,
  );
  const name = `postway-${version}-1.${architecture}.rpm`;
  const file = join(out, name);
  run('cp', [join(work, architecture, name), file], epoch);
  return file;
}

function run(command, args, epoch) {
  execFileSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch), TZ: 'UTC', LC_ALL: 'C' },
  });
}
