import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../node_modules/.cache/lab', import.meta.url));

/**
 * Path of a file from a Debian package that is not installed: fetched with apt-get, unpacked into a cache folder, and
 * kept there. Throws when the package cannot be had.
 */
export function debianFile(packageName: string, path: string): string {
  const unpacked = join(cache, packageName);
  const wanted = join(unpacked, path);
  if (existsSync(wanted)) return wanted;
  const work = join(cache, `${packageName}.${process.pid}`);
  mkdirSync(work, { recursive: true });
  execFileSync('apt-get', ['download', packageName], { cwd: work, stdio: ['ignore', 'ignore', 'pipe'] });
  const archive = readdirSync(work).find((name) => name.endsWith('.deb'));
  if (!archive) throw new Error(`apt-get downloaded no ${packageName}`);
  execFileSync('dpkg', ['-x', join(work, archive), join(work, 'files')]);
  if (!existsSync(unpacked)) renameSync(join(work, 'files'), unpacked);
  rmSync(work, { recursive: true, force: true });
  return wanted;
}

/** Libraries that a fetched program may want and this computer may lack, and the packages that hold them. */
const libraries: Readonly<Record<string, string>> = {
  'libidn.so.12': 'libidn12',
  'libnsl.so.2': 'libnsl2',
  'libpcre2-8.so.0': 'libpcre2-8-0',
  'libgnutls-dane.so.0': 'libgnutls-dane0',
  'libunbound.so.8': 'libunbound8',
};

/** A value for LD_LIBRARY_PATH with which a fetched program finds its libraries; fetches those that are missing. */
export function libraryPath(program: string): string {
  const wanted = execFileSync('ldd', [program], { encoding: 'utf8' });
  const missing = [...wanted.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? '');
  const folders = missing.map((name) => {
    const packageName = libraries[name];
    if (packageName === undefined) throw new Error(`no package is known for ${name}, which ${program} needs`);
    return dirname(debianFile(packageName, `usr/lib/${triplet}/${name}`));
  });
  return [...new Set(folders)].join(':');
}

/** Debian's name of this kind of computer, as its library folders have it. */
export const triplet = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
