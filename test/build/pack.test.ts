import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, test } from 'vitest';
import { fuses } from '../../build/fuses.mjs';
import { sizes } from '../../build/size.mjs';
import { languages } from '../../shared/text/languages.ts';
import { launchElectron } from '../support/electron-double/launch.ts';
import { needs } from '../support/needs.ts';
import { packedApp } from '../support/packed-app.ts';
import { writeStubElectron } from '../support/stub-electron.ts';
import { workFolder } from '../support/work-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = workFolder('pack');
const app = join(work, 'release', 'linux-unpacked');
const archive = join(app, 'resources', 'app.asar');

beforeAll(async () => void (await packedApp(root, work)), 120_000);
describe('what is packed', () => {
  test('is the bundles, the window and package.json, and nothing else', () => {
    const files = listPackage(archive, { isPack: false }).filter((path) => /\.\w+$/.test(path));
    const assets = files.filter((path) =>
      /^\/dist\/renderer\/assets\/[\w-]+\.(js|css|svg|png|woff2)$/.test(path),
    );
    expect(assets.length).toBeGreaterThan(0);
    expect(files.filter((path) => !assets.includes(path)).sort()).toEqual([
      '/dist/engine/index.cjs',
      '/dist/main/index.cjs',
      '/dist/preload/index.cjs',
      '/dist/renderer/index.html',
      '/package.json',
    ]);
  });

  test('says what it is and carries no development settings', () => {
    const unpacked = join(work, 'manifest');
    extractAll(archive, unpacked);
    const manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as object;
    expect(manifest).toMatchObject({
      name: 'postway',
      main: 'dist/main/index.cjs',
      desktopName: 'org.postway.Postway.desktop',
    });
    expect(Object.keys(manifest)).not.toContain('devDependencies');
    expect(Object.keys(manifest)).not.toContain('scripts');
  });

  test("brings Chromium's words for our languages and no others", () => {
    const brought = readdirSync(join(app, 'locales')).map((name) => name.replace('.pak', ''));
    expect(brought.map((name) => name.split('-')[0]).sort()).toEqual(
      languages.map((language) => language.split('-')[0]).sort(),
    );
  });

  test('says where new versions are looked for', () => {
    expect(readFileSync(join(app, 'resources', 'app-update.yml'), 'utf8')).toContain('provider: generic');
  });

  test('keeps within its budget', () => {
    expect(sizes(app)).toEqual([expect.objectContaining({ file: 'resources/app.asar', isWithin: true })]);
  });
});

describe('the fuses', () => {
  test('let the app run its own archive only, and be no Node for anybody else', async () => {
    const {
      version: _wireVersion,
      strictlyRequireAllFuses: _strict,
      resetAdHocDarwinSignature: _reset,
      ...wire
    } = await getCurrentFuseWire(join(app, 'postway'));
    const on = (fuse: FuseV1Options): boolean => (wire as Record<number, number>)[fuse] === '1'.charCodeAt(0);
    expect(Object.keys(wire)).toHaveLength(9);
    expect(Object.keys(wire).map(Number).filter(on)).toEqual([
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ]);
  });

  test('are refused when Electron has one that nobody decided about', async () => {
    const folder = mkdtempSync(join(work, 'newer-'));
    writeStubElectron(join(folder, 'electron'), '99.0.0', '1011000111');
    await expect(flipFuses(join(folder, 'electron', 'electron'), fuses)).rejects.toThrow(
      'strictlyRequireAllFuses',
    );
  });
});

describe('the packed app', () => {
  needs('chromium');

  test('opens its window and answers it', async () => {
    const unpacked = join(work, 'run');
    extractAll(archive, unpacked);
    const launched = await launchElectron({ mainFile: join(unpacked, 'dist/main/index.cjs') });
    try {
      const page = await launched.firstWindow();
      await expect.poll(() => page.getByRole('heading').count()).toBeGreaterThan(0);
    } finally {
      await launched.close();
    }
  });
});
