import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { needs } from '../support/needs.ts';

needs('chromium');

const run = fileURLToPath(new URL('./run.mjs', import.meta.url));

test('the gallery draws a screen at each size, light and dark', () => {
  expect(execFileSync(process.execPath, [run, 'check-failed'], { encoding: 'utf8' })).toContain(
    'out/en: 6 pictures',
  );
});

test('the gallery draws it in another language, and in the colours that are asked for', () => {
  const argv = [run, 'verdict-blocked.window', '--language', 'de', '--scheme', 'forced'];
  expect(execFileSync(process.execPath, argv, { encoding: 'utf8' })).toContain('out/de: 1 pictures');
});

test.each([
  ['--language', 'nl', 'one of en, de, fr, es, pt-BR, ja'],
  ['--scheme', 'sepia', 'one of light, dark, forced'],
])('the gallery has no %s %s, and says which there are', (option, value, answer) => {
  const { status, stderr } = spawnSync(process.execPath, [run, option, value], { encoding: 'utf8' });
  expect(stderr).toContain(answer);
  expect(status).toBe(2);
});
