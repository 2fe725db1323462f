/** The files of a Linux package, laid out as they will be installed. */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inRoot = (path) => join(root, path);
const id = 'org.postway.Postway';

/** The folder of /usr/share/zsh that each kind of package keeps completions in. */
const zshFolders = { deb: 'vendor-completions', rpm: 'site-functions' };

/** Lays everything out below `tree`, for one kind of package. */
export function layOut(tree, app, { kind, version, day }) {
  const put = (from, to) => {
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    copyFileSync(from, join(tree, to));
  };
  const write = (to, content) => {
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    writeFileSync(join(tree, to), content);
  };
  cpSync(app, join(tree, 'usr/lib/postway'), { recursive: true, verbatimSymlinks: true });
  // Which package brought the app: it then leaves updates to the system's own tools (electron/app/updates/source.ts).
  write('usr/lib/postway/resources/package-type', kind);
  for (const part of ['cli', 'renderer']) {
    cpSync(inRoot(`dist/${part}`), join(tree, 'usr/lib/postway/command-line', part), { recursive: true });
  }
  put(inRoot('build/linux/postway'), 'usr/bin/postway');
  symlinkSync('../lib/postway/postway', join(tree, 'usr/bin/postway-window'));
  for (const [name, content] of Object.entries(sharedFiles({ version, day })))
    write(`usr/share/${name}`, content);
  for (const [page, folder] of manualPages())
    write(`usr/share/man/${folder}/postway.1.gz`, packed(readFileSync(inRoot(`dist/share/${page}`))));
  put(inRoot('dist/share/postway.bash'), 'usr/share/bash-completion/completions/postway');
  put(inRoot('dist/share/_postway'), `usr/share/zsh/${zshFolders[kind]}/_postway`);
  put(inRoot('dist/share/postway.fish'), 'usr/share/fish/vendor_completions.d/postway.fish');
  write('usr/share/doc/postway/changelog.gz', packed(readFileSync(inRoot('CHANGELOG.md'))));
  write(
    'usr/share/doc/postway/copyright',
    `${readFileSync(inRoot('LICENSE'), 'utf8')}\nWhat is bundled, each under its own licence:\n\n${readFileSync(inRoot('dist/share/LICENCES.txt'), 'utf8')}`,
  );
}

/** What a desktop reads, by its place below /usr/share; the Flatpak takes the same. */
export function sharedFiles({ version, day }) {
  const text = (name) => readFileSync(inRoot(`build/linux/${name}`), 'utf8');
  return {
    [`applications/${id}.desktop`]: text(`${id}.desktop`),
    [`metainfo/${id}.metainfo.xml`]: text(`${id}.metainfo.xml`)
      .replace('@VERSION@', version)
      .replace('@DAY@', day),
    [`mime/packages/${id}.xml`]: text(`${id}.xml`),
    [`icons/hicolor/scalable/apps/${id}.svg`]: readFileSync(inRoot('build/icon.svg')),
    [`icons/hicolor/512x512/apps/${id}.png`]: readFileSync(inRoot('build/icon.png')),
  };
}

/** The manual page in each language, and the folder of /usr/share/man where `man` looks for it: `man1`, `de/man1`, `pt_BR/man1`. */
function manualPages() {
  return readdirSync(inRoot('dist/share'))
    .filter((name) => name.endsWith('.1'))
    .map((name) => {
      const language = /^postway\.(\S+)\.1$/.exec(name)?.[1]?.replace('-', '_');
      return [name, language === undefined ? 'man1' : `${language}/man1`];
    });
}

/** gzip without a time or a name in it. */
function packed(content) {
  return gzipSync(content, { level: 9 });
}

/** Gives everything below `tree` the modes of a package and one time. Chromium's sandbox helper alone runs as root, as everywhere. */
export function normalise(tree, epoch) {
  for (const path of everythingIn(tree)) {
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) continue;
    const isProgram = stats.isDirectory() || (stats.mode & 0o111) !== 0;
    chmodSync(path, path.endsWith('/chrome-sandbox') ? 0o4755 : isProgram ? 0o755 : 0o644);
    utimesSync(path, epoch, epoch);
  }
}

/** Every path below a folder and the folder itself, the deepest first, in the order of their names. */
export function everythingIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...entries.flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? everythingIn(path) : [path];
    }),
    folder,
  ];
}
