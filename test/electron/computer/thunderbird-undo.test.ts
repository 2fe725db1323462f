import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyThunderbird, previewThunderbird } from '../../../electron/computer/thunderbird-apply.ts';
import { undoThunderbird } from '../../../electron/computer/thunderbird-undo.ts';
import { readUndoRecord } from '../../../electron/computer/undo-record.ts';
import { aServer } from '../../support/builders.ts';
import { english, told } from '../../support/english.ts';
import { aWorkstation, type Home, somePrefs, thunderbirdHome } from '../../support/thunderbird-home.ts';

const { signal } = new AbortController();
let home: Home;

async function changed(prefs: string, server = aServer()): Promise<string> {
  home = await thunderbirdHome(prefs);
  const target = { folder: home.profile, identity: 'id1' };
  const looked = await previewThunderbird(target, { server, offered: null }, home.workstation, signal);
  if (!looked.ok) throw new Error(english(looked.problem.message));
  const applied = await applyThunderbird(looked.value, { allowPlain: false }, home.workstation, signal);
  if (!applied.ok) throw new Error(english(applied.problem.message));
  expect(await prefsNow()).not.toBe(prefs);
  return applied.value.backup;
}
const prefsNow = () => readFile(home.prefsFile, 'utf8');
const undo = (workstation = home.workstation) => undoThunderbird(home.profile, workstation, signal);
afterEach(() => home.remove());

describe('while the file is as the change left it', () => {
  test.each<[string, string]>([
    ['as Thunderbird wrote it', somePrefs],
    ['with line ends of Windows', somePrefs.replaceAll('\n', '\r\n')],
    ['without a last line end', somePrefs.trimEnd()],
    ['without the lines that are changed', somePrefs.replace(/^.*smtp1\.(port|try_ssl|username).*\n/gm, '')],
  ])('it is what it was, byte for byte: %s', async (_name, prefs) => {
    await changed(prefs);
    expect(await undo()).toMatchObject({ ok: true, value: { isWhole: true } });
    expect(await prefsNow()).toBe(prefs);
    expect(await readdir(home.profile)).toEqual(['prefs.js']);
  });
});

describe('when Thunderbird has written the file anew since', () => {
  test('only what was changed is put back; what is new stays; the copy stays', async () => {
    const backup = await changed(somePrefs.replace(/^.*smtp1\.try_ssl.*\n/m, ''));
    const meanwhile = `${await prefsNow()}user_pref("mailnews.new", "since");\n`;
    await writeFile(home.prefsFile, meanwhile);
    expect(await undo()).toMatchObject({ ok: true, value: { isWhole: false } });
    expect(await prefsNow()).toBe(
      `${somePrefs.replace(/^.*smtp1\.try_ssl.*\n/m, '')}user_pref("mailnews.new", "since");\n`,
    );
    expect(await readFile(backup, 'utf8')).not.toContain('since');
    expect(await readUndoRecord(home.profile)).toEqual({ ok: true, value: null });
  });

  test('a setting that was changed again is nobody’s to put back', async () => {
    const backup = await changed(somePrefs);
    const meanwhile = (await prefsNow()).replace('port", 587)', 'port", 2525)');
    await writeFile(home.prefsFile, meanwhile);
    expect(told(await undo())).toMatchObject({
      ok: false,
      problem: { code: 'refused', message: expect.stringContaining(backup) },
    });
    expect(await prefsNow()).toBe(meanwhile);
    expect(await readFile(backup, 'utf8')).toBe(somePrefs);
  });

  test('a copy that was spoilt is not trusted: only what was changed is put back', async () => {
    const backup = await changed(somePrefs);
    await writeFile(backup, 'user_pref("mail.smtpserver.smtp1.hostname", "evil.example");\n');
    expect(await undo()).toMatchObject({ ok: true, value: { isWhole: false } });
    expect(await prefsNow()).toBe(somePrefs);
  });
});

describe('refused', () => {
  beforeEach(async () => {
    await changed(somePrefs);
  });

  test('while Thunderbird is open', async () => {
    const before = await prefsNow();
    await symlink('127.0.1.1:+4711', join(home.profile, 'lock'));
    const open = aWorkstation(home.home, { isAlive: () => true });
    expect(await undo(open)).toMatchObject({ ok: false, problem: { field: 'thunderbird' } });
    expect(await prefsNow()).toBe(before);
    await rm(join(home.profile, 'lock'));
    expect(await undo()).toMatchObject({ ok: true });
  });

  test('when there is nothing to undo, the second time too', async () => {
    expect(await undo()).toMatchObject({ ok: true });
    expect(await undo()).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  test('when somebody put the old file back already', async () => {
    await writeFile(home.prefsFile, somePrefs);
    expect(await undo()).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await prefsNow()).toBe(somePrefs);
  });

  test.each<[string, (record: Record<string, unknown>) => unknown]>([
    ['names a file elsewhere', (record) => ({ ...record, backup: '../../.bashrc' })],
    [
      'names a preference that Postway never changes',
      (record) => ({
        ...record,
        changes: [{ name: 'network.proxy.http', setting: 'hostname', from: 'evil', to: 'x' }],
      }),
    ],
    ['is another version', (record) => ({ ...record, schema: 'postway-undo/2' })],
    ['is no JSON', () => 'x'.repeat(100)],
  ])('a record that %s', async (_name, spoil) => {
    const path = join(home.profile, 'postway-undo.json');
    const record = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    const spoilt = spoil(record);
    await writeFile(path, typeof spoilt === 'string' ? spoilt : JSON.stringify(spoilt));
    const before = await prefsNow();
    expect(told(await undo())).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(path) },
    });
    expect(await prefsNow()).toBe(before);
  });
});
