import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { linuxPackage } from '../../build/linux-packages.mjs';
import { languages } from '../../shared/text/languages.ts';
import { has, needs } from '../support/needs.ts';
import { packedApp } from '../support/packed-app.ts';
import { workFolder } from '../support/work-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = workFolder('linux');
const architecture = { deb: 'amd64', rpm: 'x86_64' };
let app = '';
beforeAll(async () => {
  app = await packedApp(root, work);
}, 120_000);

const output = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8' });

describe('the package for Debian', () => {
  needs('dpkg-deb', 'root');
  let deb = '';
  const system = join(work, 'system');
  beforeAll(async () => {
    if (!has('dpkg-deb', 'root')) return;
    deb = await linuxPackage('deb', { app, out: join(work, 'out'), architecture });
    writeEmptySystem(system);
    execFileSync('dpkg', [`--root=${system}`, '--force-depends', '--install', deb], { stdio: 'pipe' });
  });

  test('installs no more than the app, its command line and what a desktop and shells read', () => {
    const files = output('dpkg', `--root=${system}`, '--listfiles', 'postway').split('\n');
    const outside = files.filter(
      (path) => path !== '' && !path.startsWith('/usr/lib/postway/') && existsAsFile(join(system, path)),
    );
    expect(outside.filter((path) => !path.startsWith('/usr/share/man/')).sort()).toEqual([
      '/usr/bin/postway',
      '/usr/bin/postway-window',
      '/usr/share/applications/org.postway.Postway.desktop',
      '/usr/share/bash-completion/completions/postway',
      '/usr/share/doc/postway/changelog.gz',
      '/usr/share/doc/postway/copyright',
      '/usr/share/fish/vendor_completions.d/postway.fish',
      '/usr/share/icons/hicolor/512x512/apps/org.postway.Postway.png',
      '/usr/share/icons/hicolor/scalable/apps/org.postway.Postway.svg',
      '/usr/share/metainfo/org.postway.Postway.metainfo.xml',
      '/usr/share/mime/packages/org.postway.Postway.xml',
      '/usr/share/zsh/vendor-completions/_postway',
    ]);
    const folders = languages.map((one) => (one === 'en' ? 'man1' : `${one.replace('-', '_')}/man1`));
    expect(outside.filter((path) => path.startsWith('/usr/share/man/')).sort()).toEqual(
      folders.map((folder) => `/usr/share/man/${folder}/postway.1.gz`).sort(),
    );
    expect(readdirSync(join(system, 'usr/lib/postway/command-line'))).toEqual(['cli', 'renderer']);
  });

  test("is as it was built, and belongs to root; Chromium's helper alone runs as root", () => {
    expect(output('dpkg', `--root=${system}`, '--verify', 'postway')).toBe('');
    const rows = output('dpkg-deb', '--contents', deb).trim().split('\n');
    expect(rows.filter((row) => !/^\S+ root\/root /.test(row))).toEqual([]);
    expect(rows.filter((row) => /^...[sS]/.test(row)).map((row) => row.split(' ').at(-1))).toEqual([
      './usr/lib/postway/chrome-sandbox',
    ]);
  });

  test('runs no script when it is installed', () => {
    const control = join(work, 'control');
    execFileSync('dpkg-deb', ['--control', deb, control]);
    expect(readdirSync(control).sort()).toEqual(['control', 'md5sums']);
  });

  test('its command line runs there, and finds what is wrong in a practice network', () => {
    addNode(system);
    const run = inside(system);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(run('--version').stdout).toBe(`postway ${version}\n`);
    const { status, stdout } = run('practice', 'port-25-blocked', '--check', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: { code: 'port-25-blocked' } });
  });

  test('says what its command line needs where that is not there, and opens the window without it', () => {
    const bare = join(work, 'bare');
    cpSync(system, bare, { recursive: true, verbatimSymlinks: true });
    rmSync(join(bare, 'usr/bin/node'), { force: true });
    const run = inside(bare);
    expect(run('check', 'you@example.org')).toMatchObject({
      status: 127,
      stderr: expect.stringContaining('Node 20.19'),
    });
    writeFileSync(join(bare, 'usr/lib/postway/postway'), '#!/bin/sh\necho "window: $*"\n');
    expect(run('postway:check?address=you@example.org').stdout).toBe(
      'window: postway:check?address=you@example.org\n',
    );
    expect(run().stdout).toBe('window: \n');
  });

  test('and the archive in it are the same, byte for byte, when built elsewhere at another time', async () => {
    const elsewhere = join(work, 'elsewhere');
    copySources(elsewhere);
    execFileSync(process.execPath, ['build/build.mjs'], {
      cwd: elsewhere,
      stdio: 'pipe',
      env: { ...process.env, TZ: 'Asia/Tokyo' },
    });
    const again = await packedApp(elsewhere, join(work, 'again'));
    expect(
      readFileSync(join(again, 'resources/app.asar')).equals(readFileSync(join(app, 'resources/app.asar'))),
    ).toBe(true);
    const { linuxPackage: packageElsewhere } = (await import(
      /* @vite-ignore */ join(elsewhere, 'build/linux-packages.mjs')
    )) as { linuxPackage: typeof linuxPackage };
    const debAgain = await packageElsewhere('deb', {
      app: again,
      out: join(work, 'out-again'),
      architecture,
    });
    expect(readFileSync(debAgain).equals(readFileSync(deb))).toBe(true);
  }, 120_000);

  describe('what the desktop reads', () => {
    needs('desktop-file-validate', 'appstreamcli', 'xmllint');
    const share = join(system, 'usr/share');

    test('is valid', () => {
      expect(output('desktop-file-validate', join(share, 'applications/org.postway.Postway.desktop'))).toBe(
        '',
      );
      output(
        'appstreamcli',
        'validate',
        '--no-net',
        '--explain',
        join(share, 'metainfo/org.postway.Postway.metainfo.xml'),
      );
      output('xmllint', '--noout', join(share, 'mime/packages/org.postway.Postway.xml'));
    });

    test('opens links and reports with the window', () => {
      const entry = readFileSync(join(share, 'applications/org.postway.Postway.desktop'), 'utf8');
      expect(entry).toContain('\nExec=postway-window %U\n');
      expect(entry).toContain('x-scheme-handler/postway;application/vnd.postway.report+json;');
    });
  });
});

describe('the package for Fedora', () => {
  needs('rpmbuild');
  test('holds the same, and runs no script', async () => {
    const rpm = await linuxPackage('rpm', { app, out: join(work, 'out'), architecture });
    const files = output('rpm', '--query', '--package', '--list', rpm).split('\n');
    for (const path of [
      '/usr/bin/postway',
      '/usr/lib/postway/resources/app.asar',
      '/usr/lib/postway/command-line/cli/postway.mjs',
      '/usr/share/applications/org.postway.Postway.desktop',
      '/usr/share/zsh/site-functions/_postway',
    ])
      expect(files).toContain(path);
    expect(output('rpm', '--query', '--package', '--scripts', rpm)).toBe('');
    expect(output('rpm', '--query', '--package', '--queryformat', '%{LICENSE} %{ARCH}', rpm)).toBe(
      'MIT x86_64',
    );
  });
});

describe('the Flatpak', () => {
  test("installs the packed app and what a desktop reads, and sees of the home folder Thunderbird's part alone", () => {
    const manifest = parse(
      readFileSync(join(root, 'build/linux/org.postway.Postway.flatpak.yml'), 'utf8'),
    ) as {
      id: string;
      'finish-args': string[];
      modules: { sources: { type: string; path?: string }[] }[];
    };
    expect(manifest.id).toBe('org.postway.Postway');
    expect(manifest['finish-args'].filter((one) => /filesystem|talk-name|device/.test(one))).toEqual([
      '--device=dri',
      '--filesystem=~/.thunderbird',
      '--filesystem=~/.var/app/org.mozilla.Thunderbird',
    ]);
    expect(manifest.modules[0]?.sources.map(({ path }) => path)).toEqual([
      '../../release/linux-unpacked',
      '../../release/share',
      undefined,
    ]);
  });
});

function existsAsFile(path: string): boolean {
  return existsSync(path) ? !isFolder(path) : isLink(path);
}

function isFolder(path: string): boolean {
  return readdirSync(dirname(path), { withFileTypes: true }).some(
    (entry) => join(dirname(path), entry.name) === path && entry.isDirectory(),
  );
}

function isLink(path: string): boolean {
  return readdirSync(dirname(path)).includes(path.slice(dirname(path).length + 1));
}

/** What dpkg wants of a system that has nothing installed. */
function writeEmptySystem(folder: string): void {
  for (const path of ['var/lib/dpkg/info', 'var/lib/dpkg/updates', 'var/lib/dpkg/triggers'])
    mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'var/lib/dpkg/status'), '');
  mkdirSync(join(folder, 'dev'));
  execFileSync('mknod', ['-m', '666', join(folder, 'dev/null'), 'c', '1', '3']);
}

/** Runs the installed command line with that folder as the root of everything. */
function inside(folder: string) {
  return (...args: string[]) =>
    spawnSync('/usr/sbin/chroot', [folder, '/usr/bin/postway', ...args], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
}

/** Node, a shell and the libraries of both: no package of this machine's is touched. */
function addNode(folder: string): void {
  for (const [from, to] of [
    [process.execPath, '/usr/bin/node'],
    ['/bin/sh', '/bin/sh'],
  ] as const) {
    const libraries = [...output('ldd', from).matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path);
    for (const [source, target] of [[from, to], ...libraries.map((path) => [path, path])] as const) {
      mkdirSync(dirname(join(folder, target)), { recursive: true });
      copyFileSync(source, join(folder, target));
    }
  }
}

function copySources(folder: string): void {
  mkdirSync(folder);
  for (const name of [
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
    'LICENSE',
    'tsconfig.json',
    '.tsconfig.base.json',
    'electron',
    'renderer',
    'shared',
    'build',
    'docs/schema',
  ]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  // Links to the same files take no time; where the file system cannot do that, they are copied.
  const linked = spawnSync('cp', ['-al', join(root, 'node_modules'), folder]);
  if (linked.status !== 0) execFileSync('cp', ['-a', join(root, 'node_modules'), folder]);
}
