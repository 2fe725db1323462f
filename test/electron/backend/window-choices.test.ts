import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { choicesOn } from '../../../electron/backend/window-choices.ts';

const folder = mkdtempSync(join(tmpdir(), 'postway-choices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'postway', 'window.json');
const choices = choicesOn({
  platform: 'linux',
  home: '/nonexistent',
  environment: { XDG_STATE_HOME: folder },
});

beforeEach(() => rmSync(join(folder, 'postway'), { recursive: true, force: true }));

test('each choice is kept beside the others, for its owner alone', async () => {
  expect(await choices.get()).toEqual({});
  await choices.keep({ language: 'pt-BR' });
  await choices.keep({ textSize: 125 });
  await choices.keep({ language: 'de' });
  expect(await choices.get()).toEqual({ language: 'de', textSize: 125 });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ language: 'de', textSize: 125 });
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
});

test.each([
  '',
  'not JSON',
  '{"language":"tlh"}',
  '{"language":"\\"><script>","textSize":100}',
  '[]',
  '{"textSize":1e9}',
])('a file that says %j is as if there were none', async (text) => {
  await choices.keep({ language: 'de' });
  writeFileSync(file, text);
  expect(await choices.get()).toEqual({});
});

test('a folder that cannot be written is told, and throws nothing', async () => {
  const nowhere = choicesOn({
    platform: 'linux',
    home: '/nonexistent',
    environment: { XDG_STATE_HOME: '/dev/null' },
  });
  expect(await nowhere.keep({ language: 'de' })).toMatchObject({ ok: false });
  expect(await nowhere.get()).toEqual({});
});
