import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { signRelease } from '../../build/sign-release.mjs';
import { digestOf, isSigned } from '../../electron/app/updates/signature.ts';
import { workFolder } from '../support/work-folder.ts';

const folder = workFolder('sign');
const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
};
const { key, publicKey } = pair();
const feed = join(folder, 'latest.yml');
const files = ['Postway-2.0.0-windows-x64-setup.exe', 'Postway-2.0.0-windows-arm64-setup.exe'];
for (const name of files) writeFileSync(join(folder, name), `a program: ${name}`);
writeFileSync(
  feed,
  `version: 2.0.0\nfiles:\n${files.map((url) => `  - url: ${url}\n    sha512: c29tZQ==\n`).join('')}releaseDate: '2026-12-01T00:00:00.000Z'\n`,
);

describe('a release', () => {
  test('is signed so that the app takes each of its files, as this version alone, however often it is signed', async () => {
    await signRelease(folder, key, publicKey);
    expect(await signRelease(folder, key, publicKey)).toEqual(['latest.yml']);
    const { version, postwaySignatures: signatures, releaseDate } = parse(readFileSync(feed, 'utf8'));
    expect(signatures).toHaveLength(2);
    expect(releaseDate).toBe('2026-12-01T00:00:00.000Z');
    for (const name of files) {
      const sha512 = await digestOf(join(folder, name));
      expect(isSigned({ version, sha512, signatures }, publicKey)).toBe(true);
      expect(isSigned({ version: '2.0.1', sha512, signatures }, publicKey)).toBe(false);
    }
  });

  test('is not signed with a key that the app does not know, nor where nothing was packed', async () => {
    await expect(signRelease(folder, pair().key, publicKey)).rejects.toThrow('key.ts');
    const empty = mkdtempSync(join(folder, 'empty-'));
    await expect(signRelease(empty, key, publicKey)).rejects.toThrow('latest*.yml');
  });
});
