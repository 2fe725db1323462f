import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readProcFile } from '../../../../electron/engine/here/proc-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'postway-proc-'));
afterAll(() => rmSync(folder, { recursive: true }));

function reading(text: string): string {
  const path = join(folder, 'file');
  writeFileSync(path, text, 'latin1');
  return readProcFile(path);
}

test('a file is read whole, and nothing of the one before it is left', () => {
  expect(reading('a long first line\nand a second\n')).toBe('a long first line\nand a second\n');
  expect(reading('short\n')).toBe('short\n');
  expect(reading('')).toBe('');
});

test('of an endless one the first 64 KiB are read', () => {
  expect(reading('x'.repeat(70_000))).toHaveLength(65_536);
});

test('a file that is not there is an error', () => {
  expect(() => readProcFile(join(folder, 'none'))).toThrow(/ENOENT/);
});
