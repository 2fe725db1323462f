import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchElectron } from '../support/electron-double/launch.ts';
import { needs } from '../support/needs.ts';
import { readFuses, writeStubElectron } from '../support/stub-electron.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const { version: electronVersion } = require('electron/package.json') as { version: string };

const work = mkdtempSync(join(tmpdir(), 'postway-pack-'));
const app = join(work, 'release', 'linux-unpacked');
const archive = join(app, 'resources', 'app.asar');

beforeAll(async () => {
  writeStubElectron(join(work, 'electron'), electronVersion);
  await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--config=build/electron-builder.yml',
      '--linux=dir',
      '--x64',
      `-c.electronDist=${join(work, 'electron')}`,
      `-c.directories.output=${join(work, 'release')}`,
    ],
    { cwd: root },
  );
}, 120_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

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
      desktopName: 'postway.desktop',
    });
    expect(Object.keys(manifest)).not.toContain('devDependencies');
    expect(Object.keys(manifest)).not.toContain('scripts');
  });

  test('runs its own archive only, and is no Node for anybody else', () => {
    const [
      runAsNode,
      cookieEncryption,
      nodeOptions,
      nodeInspect,
      asarIntegrity,
      onlyAsar,
      ownSnapshot,
      fileProtocolPrivileges,
    ] = readFuses(readFileSync(join(app, 'postway')));
    expect({ runAsNode, nodeOptions, nodeInspect, ownSnapshot, fileProtocolPrivileges }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      nodeInspect: false,
      ownSnapshot: false,
      fileProtocolPrivileges: false,
    });
    expect({ cookieEncryption, asarIntegrity, onlyAsar }).toEqual({
      cookieEncryption: true,
      asarIntegrity: true,
      onlyAsar: true,
    });
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
