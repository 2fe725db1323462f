import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { licences } from '../../build/licences.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
beforeAll(() => {
  execFileSync(process.execPath, ['build/build.mjs', '--if-stale'], { cwd: root, stdio: 'pipe' });
});

test('every library that is bundled is listed once, with its version and the text of its licence', () => {
  const listed = licences();
  const names = listed.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining(['react', 'zod', 'nodemailer', 'ws', 'tldts', 'Public Suffix List']),
  );
  for (const { name, version, licence, text } of listed) {
    expect(version, name).not.toBe('');
    expect(licence, name).toMatch(
      /^(?:MIT|MIT-0|BSD-[23]-Clause|ISC|Apache-2\.0|MPL-2\.0|0BSD|Python-2\.0|BlueOak-1\.0\.0)$/,
    );
    expect(text.length, name).toBeGreaterThan(10);
  }
});

test('tools that only build or test are not', () => {
  const names = licences().map(({ name }) => name);
  for (const tool of ['vite', 'vitest', 'typescript', 'electron-builder', 'electron'])
    expect(names).not.toContain(tool);
});

test('the list travels with the command line', () => {
  const text = readFileSync(`${root}dist/share/LICENCES.txt`, 'utf8');
  for (const { name, version } of licences()) expect(text).toContain(`${name} ${version} (`);
});
