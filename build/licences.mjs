/**
 * The libraries that are bundled into Postway, with their licences, as `postway:licences` for the window and as `dist/LICENCES.txt`. The list
 * is read from what our sources import and what that depends on; a build in which anything else is bundled fails.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const name = 'postway:licences';
const sources = ['electron', 'renderer', 'shared'];
/** Electron brings its own licences in files of its own (LICENSE.electron.txt, LICENSES.chromium.html). */
const notBundled = ['electron'];
const mozilla = 'Mozilla Public License, version 2.0: https://mozilla.org/MPL/2.0/';
/** Data of others that our sources or those libraries hold. */
const data = [
  { name: 'Public Suffix List', version: 'in tldts', licence: 'MPL-2.0', text: mozilla },
  { name: 'Thunderbird (its error messages)', version: '153', licence: 'MPL-2.0', text: mozilla },
];

/** Each library once, by name: what it is called, its version, its licence's name and the licence's text. */
export function licences() {
  const found = new Map();
  for (const one of importedPackages()) collect(one, join(root, 'node_modules'), found);
  return [...[...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), ...data];
}

/** All of it as one text file. */
export function licencesText() {
  return licences()
    .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** A Vite plugin: the list as a module, and a look at what is bundled. */
export function licensed() {
  return {
    name: 'postway-licences',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export const licences = ${JSON.stringify(licences())};` : null),
    generateBundle(_options, bundle) {
      const known = new Set(licences().map((one) => one.name));
      const bundled = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' ? chunk.moduleIds : [],
      );
      const unknown = new Set(bundled.map(packageOf).filter((one) => one !== null && !known.has(one)));
      if (unknown.size > 0)
        throw new Error(`bundled without a licence in build/licences.mjs: ${[...unknown]}`);
    },
  };
}

/** Which package a module belongs to; null for our own. */
function packageOf(id) {
  const path = id.split(sep).join('/');
  const at = path.lastIndexOf('/node_modules/');
  if (at === -1) return null;
  const [first, second] = path.slice(at + '/node_modules/'.length).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function importedPackages() {
  const files = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => readFileSync(join(root, folder, path), 'utf8')),
  );
  const imported = files.flatMap((text) =>
    [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*'((?:@[\w-]+\/)?\w[\w.-]*)(?:\/[^']*)?'/g)].map(
      ([, one]) => one,
    ),
  );
  return new Set(
    imported.filter((one) => !notBundled.includes(one) && existsSync(join(root, 'node_modules', one))),
  );
}

/** A package and all that it depends on. A dependency is looked for as Node does: in its own folder, then further up. */
function collect(wanted, from, found) {
  const folder = [join(from, wanted), join(root, 'node_modules', wanted)].find((path) => existsSync(path));
  if (folder === undefined || found.has(wanted) || notBundled.includes(wanted)) return;
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { version, license, dependencies, peerDependenciesMeta } = manifest;
  if (typeof license !== 'string') throw new Error(`${wanted} names no licence`);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), 'utf8') : `Licence: ${license}`;
  found.set(wanted, { name: wanted, version, licence: license, text });
  // Some take an optional companion along when it happens to be there. Types are bundled by nobody.
  for (const one of Object.keys({ ...dependencies, ...peerDependenciesMeta })) {
    if (!one.startsWith('@types/')) collect(one, join(folder, 'node_modules'), found);
  }
}
