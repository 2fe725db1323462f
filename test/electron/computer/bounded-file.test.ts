import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decodedUtf8, readBounded } from '../../../electron/computer/bounded-file.ts';
import { emptyHome, type Home } from '../../support/thunderbird-home.ts';

let home: Home;
beforeEach(async () => {
  home = await emptyHome();
});
afterEach(() => home.remove());

test('a file is read whole up to the bound, and not at all beyond it', async () => {
  const path = await home.write('file', 'abcd');
  expect(await readBounded(path, 4)).toEqual({ kind: 'read', bytes: Buffer.from('abcd') });
  expect(await readBounded(path, 3)).toEqual({ kind: 'refused', why: 'too-large' });
});

test('what is not there is absent, below a file too', async () => {
  await home.write('file', '');
  expect(await readBounded(join(home.home, 'none'), 9)).toEqual({ kind: 'absent' });
  expect(await readBounded(join(home.home, 'file', 'none'), 9)).toEqual({ kind: 'absent' });
});

test('a folder, a device without end and a link in a circle are no files', async () => {
  await symlink('circle', join(home.home, 'circle'));
  for (const path of [home.home, '/dev/zero', join(home.home, 'circle')]) {
    expect(await readBounded(path, 9)).toEqual({ kind: 'refused', why: 'not-a-file' });
  }
});

test.skipIf(process.platform === 'win32')('a pipe that nobody writes to keeps nobody waiting', async () => {
  const pipe = join(home.home, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(await readBounded(pipe, 9)).toEqual({ kind: 'refused', why: 'not-a-file' });
});

test('text is UTF-8 without zero characters; a mark at the beginning stays', () => {
  expect(decodedUtf8(Buffer.from('\ufeffgrüße'))).toBe('\ufeffgrüße');
  expect(decodedUtf8(Buffer.from([0x67, 0xfc]))).toBeNull();
  expect(decodedUtf8(Buffer.from('a\0b'))).toBeNull();
});
