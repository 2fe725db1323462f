import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { signRelease } from '../../../../build/sign-release.mjs';
import { updateKey } from '../../../../electron/app/updates/key.ts';
import { digestOf } from '../../../../electron/app/updates/signature.ts';
import { say } from '../../../../shared/text/index.ts';
import { type LaunchedApp, launchElectron } from '../../../support/electron-double/launch.ts';
import { has, needs } from '../../../support/needs.ts';
import { mainFile } from '../launched.ts';

const folder = mkdtempSync(join(tmpdir(), 'postway-update-'));
const release = join(folder, 'release');
const packaged = join(folder, 'packaged');
const installed = join(folder, 'Postway.AppImage');
const note = join(folder, 'started');
const newName = 'Postway-99.0.0-linux-x64.AppImage';
/** A program that writes down which one was started. */
const program = (name: string): string => `#!/bin/sh\necho ${name} > ${note}\n`;

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const ours = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** What electron-builder writes about a release. */
async function describeRelease(): Promise<void> {
  const file = join(release, newName);
  const sha512 = Buffer.from(await digestOf(file), 'hex').toString('base64');
  const size = readFileSync(file).length;
  writeFileSync(
    join(release, 'latest-linux.yml'),
    stringify({ version: '99.0.0', files: [{ url: newName, sha512, size }], path: newName, sha512 }),
  );
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'a new version, from our key to its first start',
  () => {
    needs('chromium');
    let feed: Server;
    const heard: { url: string; headers: IncomingHttpHeaders }[] = [];
    let app: LaunchedApp;

    beforeAll(async () => {
      if (!has('chromium')) return;
      feed = createServer(({ url = '', headers }, response) => {
        heard.push({ url, headers });
        const file = join(release, new URL(url, 'http://feed').pathname);
        response.writeHead(existsSync(file) ? 200 : 404);
        response.end(existsSync(file) ? readFileSync(file) : '');
      }).listen(0, '127.0.0.1');
      await once(feed, 'listening');
      mkdirSync(release);
      // The packaged app, with a key of which this test holds the other half.
      cpSync(dirname(dirname(mainFile)), packaged, { recursive: true });
      const main = join(packaged, 'main/index.cjs');
      const bundle = readFileSync(main, 'utf8');
      expect(bundle.split(updateKey)).toHaveLength(2);
      writeFileSync(main, bundle.replace(updateKey, ours));
      const url = `http://127.0.0.1:${(feed.address() as AddressInfo).port}`;
      writeFileSync(
        join(packaged, 'app-update.yml'),
        stringify({ provider: 'generic', url, updaterCacheDirName: 'postway-updater' }),
      );
      vi.stubEnv('APPIMAGE', installed);
      vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
    });
    afterAll(() => {
      vi.unstubAllEnvs();
      feed?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    beforeEach(async () => {
      if (!has('chromium')) return;
      heard.length = 0;
      rmSync(note, { force: true });
      writeFileSync(installed, program('old'), { mode: 0o755 });
      writeFileSync(join(release, newName), program('new'));
      await describeRelease();
      app = await launchElectron({ mainFile: join(packaged, 'main/index.cjs'), packedIn: packaged });
      await app.firstWindow();
      app.answerQuestions(0);
    });
    afterEach(async () => app?.close());

    const look = (): void => {
      const help = app.menu().find(({ role }) => role === 'help');
      help?.submenu?.find(({ label }) => label === say('app.menu.look'))?.click?.();
    };
    const told = (): readonly string[] => app.questionsAsked().map(({ message }) => message);

    test('that is signed takes the place of the old one and is started', async () => {
      await signRelease(release, key, ours);
      look();
      await expect
        .poll(() => existsSync(note) && readFileSync(note, 'utf8'), { timeout: 10_000 })
        .toBe('new\n');
      expect(readFileSync(installed, 'utf8')).toBe(program('new'));
      expect(told()).toEqual([say('app.updates.found', { version: '99.0.0' })]);
      await expect.poll(() => app.app.hasQuit).toBe(true);
    });

    test('that somebody changed, its digest in the feed too, is deleted and the old one stays', async () => {
      await signRelease(release, key, ours);
      const signed = readFileSync(join(release, 'latest-linux.yml'), 'utf8');
      writeFileSync(join(release, newName), program('forged'));
      await describeRelease();
      const signatures = signed.slice(signed.indexOf('postwaySignatures'));
      writeFileSync(
        join(release, 'latest-linux.yml'),
        readFileSync(join(release, 'latest-linux.yml'), 'utf8') + signatures,
      );
      look();
      await expect.poll(told, { timeout: 10_000 }).toContain(say('app.updates.forged'));
      expect(existsSync(join(folder, 'cache/postway-updater/pending', newName))).toBe(false);
      expect(readFileSync(installed, 'utf8')).toBe(program('old'));
      expect(existsSync(note)).toBe(false);
      expect(app.app.hasQuit).toBe(false);
    });

    test('is asked for without anything that would know this installation again', async () => {
      await signRelease(release, key, ours);
      app.answerQuestions(1);
      look();
      await expect.poll(told, { timeout: 10_000 }).toHaveLength(1);
      expect(heard.map(({ url }) => new URL(url, 'http://feed').pathname)).toEqual(['/latest-linux.yml']);
      expect(JSON.stringify(heard)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    });
  },
);
