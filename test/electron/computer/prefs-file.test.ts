import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf, openPrefs, replacePrefs } from '../../../electron/computer/prefs-file.ts';
import { english } from '../../support/english.ts';
import { type Home, somePrefs, thunderbirdHome } from '../../support/thunderbird-home.ts';

const { signal } = new AbortController();
let home: Home;
beforeEach(async () => {
  home = await thunderbirdHome();
});
afterEach(() => home.remove());

async function opened() {
  const file = await openPrefs(home.profile, home.workstation);
  if (!file.ok) throw new Error(english(file.problem.message));
  return file.value;
}

test('a replaced file is read again, and its hash is the proof', async () => {
  const before = await opened();
  const content = Buffer.from('user_pref("a", 1);\n');
  const after = await replacePrefs(before, home.profile, content, home.workstation, signal);
  expect(after).toMatchObject({ ok: true, value: { hash: hashOf(content), text: content.toString() } });
});

test('a file that is not as it was read is never replaced', async () => {
  const before = await opened();
  await writeFile(home.prefsFile, `${somePrefs}// since\n`);
  const content = Buffer.from('user_pref("a", 1);\n');
  expect(await replacePrefs(before, home.profile, content, home.workstation, signal)).toMatchObject({
    ok: false,
  });
  expect(await readFile(home.prefsFile, 'utf8')).toBe(`${somePrefs}// since\n`);
});
