import { execFile } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}dist/${path}`, 'utf8');
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

/**
 * What a bundle loads when it runs, apart from its own chunks. Import statements begin a line, as the build writes them; the words
 * inside the product's own texts do not.
 */
function loadedBy(bundle: string): string[] {
  const patterns = [
    /^(?:import|export)\b[^;"'`]*?(?:\bfrom\s*)?["']([^"'.][^"']*)["'];?$/gm,
    // At the beginning of a template it is text: ajv writes programs that are never loaded here.
    /(?<!`)\b(?:require|import)\(\s*["']([^"'.][^"']*)["']\s*\)/g,
  ];
  const names = patterns.flatMap((pattern) => [...bundle.matchAll(pattern)].map(([, name = '']) => name));
  return [...new Set(names.map((name) => name.replace(/^node:/, '')))];
}

describe('the build', () => {
  test.each(['main', 'preload'])('%s is one file that needs nothing but Electron and Node', (folder) => {
    expect(readdirSync(`${root}dist/${folder}`).filter((name) => name !== 'package.json')).toEqual([
      'index.cjs',
    ]);
    const loaded = loadedBy(read(`${folder}/index.cjs`));
    expect(loaded).toContain('electron');
    expect(loaded.filter((name) => name !== 'electron' && !builtinModules.includes(name))).toEqual([]);
  });

  test('the preload, which runs in the sandbox, loads Electron alone', () => {
    expect(loadedBy(read('preload/index.cjs'))).toEqual(['electron']);
  });

  test('the command line needs nothing but Node', () => {
    const files = readdirSync(`${root}dist/cli`);
    const loaded = files.flatMap((file) => loadedBy(read(`cli/${file}`)));
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((name) => !builtinModules.includes(name))).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('the command line runs by its name', async () => {
    const path = `${root}dist/cli/postway.mjs`;
    expect(read('cli/postway.mjs')).toMatch(/^#!\/usr\/bin\/env node\n/);
    accessSync(path, constants.X_OK);
    expect((await run(path, ['--version'])).stdout).toContain(version);
  });

  test('the page has no inline script or style, and refers only to files beside it', () => {
    const page = read('renderer/index.html');
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=/);
    const references = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((address) => !address?.startsWith('./assets/'))).toEqual([]);
  });
});

describe('the window', () => {
  const page = read('renderer/index.html');
  const files = readdirSync(`${root}dist/renderer/assets`);
  const entry = /src="\.\/(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';

  /** The page, its script with the parts that this begins with and all that they import, its style sheets, and the words of its language. */
  function firstLoad(): string[] {
    const found = new Set(
      [...page.matchAll(/"\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path),
    );
    const parts = [...read(`renderer/${entry}`).matchAll(/import\(`\.\/([^`]+)`\)/g)].map(
      ([, name = '']) => name,
    );
    for (const part of parts.filter((name) => !name.startsWith('words-'))) found.add(`assets/${part}`);
    for (const path of found) {
      const statically = /(?:^|[;}])\s*import\s*(?:[^("';]*from\s*)?["']\.\/([^"']+)["']/g;
      for (const [, name] of read(`renderer/${path}`).matchAll(statically)) found.add(`assets/${name}`);
    }
    const words = files.filter((name) => name.startsWith('words-en-window'));
    expect(words).toHaveLength(1);
    return ['index.html', ...found, ...words.map((name) => `assets/${name}`)];
  }

  test('shows its first screen after at most 120 kB, compressed', () => {
    const loaded = firstLoad();
    expect(loaded).toContain(entry);
    const bytes = loaded.map(
      (path) => gzipSync(readFileSync(`${root}dist/renderer/${path}`), { level: 9 }).length,
    );
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(120_000);
  });

  test('loads the mail programs later', () => {
    const now = firstLoad().map((path) => read(`renderer/${path}`));
    const later = files.filter((name) => name.endsWith('.js') && !firstLoad().includes(`assets/${name}`));
    const label = 'My outgoing server (SMTP) requires authentication';
    expect(now.filter((text) => text.includes(label))).toEqual([]);
    expect(later.some((name) => read(`renderer/assets/${name}`).includes(label))).toBe(true);
  });

  test('says nothing whose words the build leaves out', () => {
    const left = ['acts', 'cli', 'explain', 'findings', 'practice'].flatMap((area) =>
      Object.keys(JSON.parse(readFileSync(`${root}shared/text/en/${area}.json`, 'utf8')) as object),
    );
    const sources = ['renderer', 'shared/clients', 'shared/contract', 'shared/model', 'shared/parse']
      .flatMap((folder) =>
        readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.tsx?$/.test(name))
          .map((name) => readFileSync(join(root, folder, name), 'utf8')),
      )
      .join('\n');
    expect(left.length).toBeGreaterThan(300);
    expect(left.filter((key) => sources.includes(`'${key}'`))).toEqual([]);
    // A key that is put together begins with its area, never with a value.
    expect(sources.match(/say\(\s*`\$\{/g)).toBeNull();
    expect(sources.match(/say\(\s*`(?:cli|finding|port|practice|recommend)\b/g)).toBeNull();
  });
});

describe('building only what is stale', () => {
  const project = mkdtempSync(join(tmpdir(), 'postway-build-'));
  afterAll(() => rmSync(project, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  const built = (path: string): string => readFileSync(join(project, 'dist', path), 'utf8');
  const build = async (...options: string[]): Promise<string> =>
    (await run(process.execPath, [join(project, 'build/build.mjs'), ...options])).stdout;

  beforeAll(() => {
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    for (const path of [
      'package.json',
      'package-lock.json',
      'CHANGELOG.md',
      ...['build', 'catalogues', 'licences', 'messages', 'release', 'share', 'thread'].map(
        (name) => `build/${name}.mjs`,
      ),
    ]) {
      write(path, readFileSync(join(root, path), 'utf8'));
    }
    write('shared/text/en/words.json', '{}\n');
    write('shared/word.ts', "export const word = 'first';\n");
    write('electron/app/main.ts', "import { word } from '../../shared/word.ts';\nprocess.title = word;\n");
    write('electron/app/preload.ts', "process.title = 'preload';\n");
    write('electron/app/engine-process.ts', "process.title = 'engine';\n");
    write('electron/cli/main.ts', 'process.title = __POSTWAY_VERSION__;\n');
    write('electron/library/index.ts', "export const check = 'library';\n");
    write('electron/library/api.d.ts', 'export declare const check: string;\n');
    write('docs/schema/report.json', '{}\n');
    write('electron/cli/documents.ts', "export const documents = () => ({ 'postway.1': '' });\n");
    write('renderer/index.html', '<script type="module" src="./main.ts"></script>\n');
    write('renderer/main.ts', "import { word } from '../shared/word.ts';\ndocument.title = word;\n");
  });

  test('builds once, then again only when a source says something else', async () => {
    expect(await build('--if-stale')).toMatch(/^built dist/);
    expect(built('main/index.cjs')).toContain('first');
    expect(built('cli/postway.mjs')).toContain(version);
    expect(await import(join(project, 'dist/lib/index.mjs'))).toMatchObject({ check: 'library' });
    expect(built('lib/index.d.ts')).toContain('check');
    expect(built('schema/report.json')).toBe('{}\n');
    expect(await build('--if-stale')).toBe('');

    const now = new Date();
    utimesSync(join(project, 'shared/word.ts'), now, now);
    expect(await build('--if-stale')).toBe('');

    write('shared/word.ts', "export const word = 'second';\n");
    expect(await build('--if-stale')).toMatch(/^built dist/);
    expect(built('main/index.cjs')).toContain('second');
  });

  test('builds when an output is missing', async () => {
    rmSync(join(project, 'dist/preload/index.cjs'));
    expect(await build('--if-stale')).toMatch(/^built dist/);
    expect(built('preload/index.cjs')).toContain('preload');
  });

  test('fails loudly when a source is missing, and is not taken for fresh afterwards', async () => {
    rmSync(join(project, 'shared/word.ts'));
    await expect(build()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('shared/word.ts'),
    });
    write('shared/word.ts', "export const word = 'second';\n");
    expect(await build('--if-stale')).toMatch(/^built dist/);
  });
});
