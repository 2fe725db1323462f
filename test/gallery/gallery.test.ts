import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { needs } from '../support/needs.ts';

needs('chromium');

test('the gallery draws a screen at each size, light and dark', () => {
  const run = fileURLToPath(new URL('./run.mjs', import.meta.url));
  const said = execFileSync(process.execPath, [run, 'check-failed'], { encoding: 'utf8' });
  expect(said).toContain('6 pictures');
});
