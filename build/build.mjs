/**
 * Builds everything that runs: the window, Electron's main process, the engine's process, the preload script, and the command line with the
 * library that shares its parts.
 *
 *   node build/build.mjs              builds all five
 *   node build/build.mjs --if-stale   builds only when a source changed since the last build
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build as viteBuild } from 'vite';
import { licensed } from './licences.mjs';
import { areasOf, catalogueFile, messages, partOf, wordsTogether, writeTypes } from './messages.mjs';
import { writeShare } from './share.mjs';
import { thread } from './thread.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const { version } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));

/** What the sources are: a change in any of these makes the last build stale. */
const sources = [
  'package.json',
  'package-lock.json',
  'CHANGELOG.md',
  'electron',
  'renderer',
  'shared',
  'build',
  'docs/schema',
];
const stampFile = inRoot('dist', '.stamp');
const outputs = [
  'renderer/index.html',
  'main/index.cjs',
  'engine/index.cjs',
  'preload/index.cjs',
  'cli/postway.mjs',
  'lib/index.mjs',
  'share/postway.1',
];

const common = {
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  define: { __POSTWAY_VERSION__: JSON.stringify(version) },
};

/**
 * Sentences that no screen says: the command line's, those of the pages before it, and those that reach the window inside a report, beside
 * one that was opened, or in the list of practice situations.
 */
const spokenElsewhere = [
  'acts',
  'app',
  'cli',
  'explain',
  'findings',
  'practice',
  'reopened',
  'serve',
  'support',
];

/** The main process says what stands in its menus and dialogs, and nothing else. */
const spokenByOthers = areasOf('en').filter((area) => area !== 'app');

/** Messages come parsed, so the window's formatter goes without its parser. */
const withoutParser = {
  alias: {
    '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
  },
};

/** The words of one language are a file for the first screens, one for the rest, and not one for each area. */
function wordsChunk(id) {
  const [, language, area] = catalogueFile.exec(id) ?? [];
  return `words-${language}-${partOf(area)}`;
}
const wordsByPart = { groups: [{ name: wordsChunk, test: catalogueFile, debugName: 'words' }] };

/** The window. Nothing is inlined as a data: address, so that the strict content security policy can stay strict. */
const rendererBundle = {
  ...common,
  root: inRoot('renderer'),
  base: './',
  plugins: [react(), messages({ leftOut: spokenElsewhere }), licensed()],
  resolve: withoutParser,
  build: {
    outDir: inRoot('dist', 'renderer'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: wordsByPart } },
  },
};

/**
 * string-width makes an `Intl.Segmenter` and the set of all emoji at import, which is 20 ms of a start, and most texts never need it: it is
 * made at first use. A pattern that stands as one is read with the file, even in a function that is never called. Fails where a newer
 * string-width is written otherwise.
 */
const lateStringWidth = {
  name: 'postway-late-string-width',
  transform(code, id) {
    if (!/[\\/]string-width[\\/]index\.js$/.test(id)) return null;
    const given = 'export default function stringWidth(';
    const imports = code.match(/^import .+;$/gm) ?? [];
    const body = code.replace(/^import .+;$/gm, '');
    const patterns = /^(const \w+ = )\/(.+)\/(\w*);$/gm;
    if (imports.length === 0 || body.split(given).length !== 2 || !patterns.test(body))
      throw new Error(`string-width is not written as expected: ${id}`);
    return `${imports.join('\n')}
let made;
export default function stringWidth(...given) {
  return (made ??= make())(...given);
}
function make() {
${body
  .replace(given, 'return function stringWidth(')
  .replace(patterns, '$1new RegExp(String.raw`$2`, "$3");')}
}`;
  },
};

/** A bundle that needs no node_modules when it runs. Not minified: a bug report then names real functions. */
function nodeBundle({ entry, entries, folder, fileName, format, external = [], leftOut = [] }) {
  const isModule = format === 'es';
  return {
    ...common,
    root,
    publicDir: false,
    // JSON is read faster as JSON than as JavaScript.
    json: { stringify: true },
    plugins: [
      lateStringWidth,
      messages({ leftOut }),
      ...(isModule ? [wordsTogether()] : []),
      thread(),
      licensed(),
    ],
    resolve: withoutParser,
    // ws looks for two optional native add-ons that Postway does not ship; saying so keeps it from looking.
    define: {
      ...common.define,
      'process.env.WS_NO_BUFFER_UTIL': '"1"',
      'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
    },
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: entry === undefined ? true : inRoot(entry),
      outDir: inRoot('dist', folder),
      emptyOutDir: true,
      target: 'node20.19',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        ...(entries && { input: entries }),
        external: [...external, ...builtinModules, /^node:/],
        output: {
          format,
          entryFileNames: fileName,
          chunkFileNames: '[name]-[hash].mjs',
          // What explains the source to its readers is read at every start; licences stay.
          comments: { legal: true, annotation: true, jsdoc: false },
          // The command line loads its parts when it needs them; Electron's bundles must be one file each.
          codeSplitting: isModule,
          banner: (chunk) => (chunk.isEntry && chunk.name === 'postway' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  };
}

const bundles = [
  rendererBundle,
  nodeBundle({
    entry: 'electron/app/main.ts',
    folder: 'main',
    fileName: 'index.cjs',
    format: 'cjs',
    external: ['electron'],
    leftOut: spokenByOthers,
  }),
  nodeBundle({
    entry: 'electron/app/engine-process.ts',
    folder: 'engine',
    fileName: 'index.cjs',
    format: 'cjs',
  }),
  // A sandboxed preload script must be CommonJS in one file.
  nodeBundle({
    entry: 'electron/app/preload.ts',
    folder: 'preload',
    fileName: 'index.cjs',
    format: 'cjs',
    external: ['electron'],
  }),
  nodeBundle({
    entries: { postway: inRoot('electron/cli/main.ts'), library: inRoot('electron/library/index.ts') },
    folder: 'cli',
    fileName: '[name].mjs',
    format: 'es',
  }),
];

/** Builds the five bundles into `dist/`. Rejects when a source is missing or wrong. */
export async function build() {
  writeTypes();
  const stamp = await stampOfSources();
  await rm(stampFile, { force: true });
  // A build started by a test inherits vitest's "test", and would ship React's development half, three times as large.
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await Promise.all([...bundles.map((bundle) => viteBuild(bundle)), writeShare()]);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
  await chmod(inRoot('dist', 'cli', 'postway.mjs'), 0o755);
  await writeLibrary();
  // So that Electron runs this folder (`npm start`) under Postway's name. A package says the same in a package.json of its own.
  await writeFile(
    inRoot('dist', 'main', 'package.json'),
    JSON.stringify({ name: 'postway', productName: 'Postway', version, type: 'commonjs', main: 'index.cjs' }),
  );
  await writeFile(stampFile, stamp);
}

/** What `import … from 'postway'` finds, its types, and the schemas of what it gives. */
async function writeLibrary() {
  await mkdir(inRoot('dist', 'lib'), { recursive: true });
  await Promise.all([
    writeFile(inRoot('dist', 'lib', 'index.mjs'), "export * from '../cli/library.mjs';\n"),
    cp(inRoot('electron', 'library', 'api.d.ts'), inRoot('dist', 'lib', 'index.d.ts')),
    cp(inRoot('docs', 'schema'), inRoot('dist', 'schema'), { recursive: true }),
  ]);
}

/** Builds only when a source changed since the last build. Resolves to whether it built. */
export async function buildIfStale() {
  if (await isFresh()) return false;
  await build();
  return true;
}

async function isFresh() {
  if (!outputs.every((path) => existsSync(inRoot('dist', path)))) return false;
  const last = existsSync(stampFile) ? await readFile(stampFile, 'utf8') : 'never built';
  return last === (await stampOfSources());
}

/** One digest of every source's name and content: times lie after a checkout, contents do not. */
async function stampOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const file of (await Promise.all(sources.map((name) => filesIn(inRoot(name))))).flat()) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesIn(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const nested = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)])),
  );
  return nested.flat();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  const built = process.argv.includes('--if-stale') ? await buildIfStale() : await build().then(() => true);
  if (built) console.log(`built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
