import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomically } from '../../../electron/computer/files.ts';
import { english } from '../../support/english.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postway-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

test.skipIf(process.platform === 'win32')('a new file is readable by its owner alone', async () => {
  const path = join(folder, 'report.json');
  expect(await writeFileAtomically(path, 'grüße\n')).toEqual({ ok: true, value: {} });
  expect(await readFile(path, 'utf8')).toBe('grüße\n');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('an older file is replaced whole, and nothing else is left in the folder', async () => {
  const path = join(folder, 'report.json');
  await writeFile(path, 'a much longer older text', { mode: 0o644 });
  await writeFileAtomically(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['report.json']);
});

test('a link keeps pointing to the file that is written', async () => {
  await writeFile(join(folder, 'real'), 'old');
  await symlink('real', join(folder, 'link'));
  await writeFileAtomically(join(folder, 'link'), 'new');
  expect(await readFile(join(folder, 'real'), 'utf8')).toBe('new');
});

test.skipIf(process.platform === 'win32')('a device is written to and stays a device', async () => {
  expect(await writeFileAtomically('/dev/null', 'gone')).toEqual({ ok: true, value: {} });
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
});

test.each([
  ['a folder that does not exist', 'nowhere/report.json', /folder of .*nowhere.* does not exist/],
  ['a file used as a folder', 'file/report.json', /does not exist/],
  ['a folder', 'folder', /is a folder/],
  ['a name that is too long', 'x'.repeat(300), /could not be written \(ENAMETOOLONG\)/],
])('%s is a Problem that says so, and nothing is left behind', async (_name, name, message) => {
  await writeFile(join(folder, 'file'), '');
  await mkdir(join(folder, 'folder'));
  const result = await writeFileAtomically(join(folder, name), 'text');
  if (result.ok) expect.unreachable();
  expect(result.problem).toMatchObject({ code: 'refused', field: 'file' });
  expect(english(result.problem.message)).toMatch(message);
  expect((await readdir(folder)).sort()).toEqual(['file', 'folder']);
});

test('our own bug in the middle of writing throws; the older file stays whole and nothing is left behind', async () => {
  const path = join(folder, 'report.json');
  await writeFile(path, 'older');
  await expect(writeFileAtomically(path, 7 as unknown as string)).rejects.toThrow(TypeError);
  expect(await readFile(path, 'utf8')).toBe('older');
  expect(await readdir(folder)).toEqual(['report.json']);
});
