import { execFile } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}dist/${path}`, 'utf8');
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

/** What a bundle loads when it runs, apart from its own chunks. */
function loadedBy(bundle: string): string[] {
  const names = [...bundle.matchAll(/(?:\brequire\(|^import\s[^'"]*?|\bfrom\s*)["']([^"'.][^"']*)["']/gm)];
  return [...new Set(names.map(([, name = '']) => name.replace(/^node:/, '')))];
}

describe('the build', () => {
  test.each(['main', 'preload'])('%s is one file that needs nothing but Electron and Node', (folder) => {
    expect(readdirSync(`${root}dist/${folder}`)).toEqual(['index.cjs']);
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

  test('is not repeated when no source changed', async () => {
    const { stdout } = await run(process.execPath, [`${root}build/build.mjs`, '--if-stale']);
    expect(stdout).toBe('');
  });
});
