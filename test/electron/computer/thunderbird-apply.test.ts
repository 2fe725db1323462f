import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  applyThunderbird,
  type Preview,
  previewThunderbird,
} from '../../../electron/computer/thunderbird-apply.ts';
import type { Wanted } from '../../../electron/computer/thunderbird-change.ts';
import { readUndoRecord } from '../../../electron/computer/undo-record.ts';
import { parsePrefs } from '../../../shared/parse/prefs-js.ts';
import { readThunderbirdAccounts } from '../../../shared/parse/thunderbird-accounts.ts';
import { aServer } from '../../support/builders.ts';
import { english, told } from '../../support/english.ts';
import { fc } from '../../support/invented-inputs.ts';
import { aWorkstation, type Home, somePrefs, thunderbirdHome } from '../../support/thunderbird-home.ts';

const { signal } = new AbortController();
const wanted: Wanted = { server: aServer(), offered: ['PLAIN'] };
let home: Home;
beforeEach(async () => {
  home = await thunderbirdHome();
});
afterEach(() => home.remove());

const target = () => ({ folder: home.profile, identity: 'id1' });
const preview = (change: Wanted = wanted) => previewThunderbird(target(), change, home.workstation, signal);
const prefsNow = () => readFile(home.prefsFile, 'utf8');

async function previewed(change?: Wanted): Promise<Preview> {
  const result = await preview(change);
  if (!result.ok) throw new Error(english(result.problem.message));
  return result.value;
}

test('looking changes nothing and says what would be changed', async () => {
  const { changes, isOpen, alsoUsedBy } = await previewed();
  expect(changes).toEqual([
    { name: 'mail.smtpserver.smtp1.port', setting: 'port', from: 25, to: 587 },
    { name: 'mail.smtpserver.smtp1.try_ssl', setting: 'try_ssl', from: 0, to: 2 },
  ]);
  expect({ isOpen, alsoUsedBy }).toEqual({ isOpen: false, alsoUsedBy: [] });
  expect(await prefsNow()).toBe(somePrefs);
  expect(await readdir(home.profile)).toEqual(['prefs.js']);
});

test('exactly these lines are other, byte for byte, and the file from before stands beside', async () => {
  const applied = await applyThunderbird(await previewed(), { allowPlain: false }, home.workstation, signal);
  expect(applied).toMatchObject({ ok: true });
  const expected = somePrefs
    .replace('smtp1.port", 25)', 'smtp1.port", 587)')
    .replace('smtp1.try_ssl", 0)', 'smtp1.try_ssl", 2)');
  expect(expected).not.toBe(somePrefs);
  expect(await prefsNow()).toBe(expected);
  const backup = 'prefs-before-postway-2026-11-25-22-30-00-123.js';
  expect(applied.ok && applied.value.backup).toBe(join(home.profile, backup));
  expect(await readFile(join(home.profile, backup), 'utf8')).toBe(somePrefs);
  expect((await readdir(home.profile)).sort()).toEqual([backup, 'postway-undo.json', 'prefs.js'].sort());
});

test.skipIf(process.platform === 'win32')(
  'nobody else can read the copy, the record or the file',
  async () => {
    await chmod(home.prefsFile, 0o644);
    await applyThunderbird(await previewed(), { allowPlain: false }, home.workstation, signal);
    for (const name of await readdir(home.profile)) {
      expect((await stat(join(home.profile, name))).mode & 0o077).toBe(0);
    }
  },
);

describe('a Thunderbird that is open', () => {
  const openPlace = () => aWorkstation(home.home, { isAlive: () => true });
  beforeEach(() => symlink('127.0.1.1:+4711', join(home.profile, 'lock')));

  test('is seen when looking, and the change is refused', async () => {
    const looked = await previewThunderbird(target(), wanted, openPlace(), signal);
    expect(looked).toMatchObject({ ok: true, value: { isOpen: true } });
    if (!looked.ok) return;
    expect(
      told(await applyThunderbird(looked.value, { allowPlain: false }, openPlace(), signal)),
    ).toMatchObject({
      ok: false,
      problem: { field: 'thunderbird', message: expect.stringContaining('close') },
    });
    expect((await readdir(home.profile)).sort()).toEqual(['lock', 'prefs.js']);
    expect(await prefsNow()).toBe(somePrefs);
  });

  test('started in the last moment, it leaves no half-done change', async () => {
    const looked = await previewed();
    let asked = 0;
    const workstation = aWorkstation(home.home, { isAlive: () => ++asked > 1 });
    expect(await applyThunderbird(looked, { allowPlain: false }, workstation, signal)).toMatchObject({
      ok: false,
    });
    expect(asked).toBe(2);
    expect(await prefsNow()).toBe(somePrefs);
    expect((await readdir(home.profile)).sort()).toEqual(['lock', 'prefs.js']);
  });

  test('started in the very moment of the change: told, and the change can be undone', async () => {
    const looked = await previewed();
    let asked = 0;
    const workstation = aWorkstation(home.home, { isAlive: () => ++asked > 2 });
    expect(await applyThunderbird(looked, { allowPlain: false }, workstation, signal)).toMatchObject({
      ok: false,
    });
    expect(await readUndoRecord(home.profile)).toMatchObject({
      ok: true,
      value: { changes: looked.changes },
    });
  });
});

test('a file that changed since it was looked at is left as it is', async () => {
  const looked = await previewed();
  const changed = somePrefs.replace('port", 25)', 'port", 26)');
  await writeFile(home.prefsFile, changed);
  expect(await applyThunderbird(looked, { allowPlain: false }, home.workstation, signal)).toMatchObject({
    ok: false,
  });
  expect(await prefsNow()).toBe(changed);
  expect(await readdir(home.profile)).toEqual(['prefs.js']);
});

test('nothing to change is no change', async () => {
  await applyThunderbird(await previewed(), { allowPlain: false }, home.workstation, signal);
  const again = await previewed();
  expect(again.changes).toEqual([]);
  expect(await applyThunderbird(again, { allowPlain: false }, home.workstation, signal)).toMatchObject({
    ok: false,
  });
});

describe('refused, with nothing changed', () => {
  const odd = `${somePrefs}user_pref("broken";\n`;
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['no profile there', () => rm(home.prefsFile), /has no prefs\.js/],
    [
      'a line that cannot be read',
      () => writeFile(home.prefsFile, odd),
      /start Thunderbird and close it once/,
    ],
    ['no text', () => writeFile(home.prefsFile, Buffer.from([0xff, 0xfe, 0])), /something else than text/],
    [
      'a link',
      async () => {
        await writeFile(join(home.home, 'real.js'), somePrefs);
        await rm(home.prefsFile);
        await symlink(join(home.home, 'real.js'), home.prefsFile);
      },
      /is a link/,
    ],
    [
      'a user.js that would set it back',
      () => writeFile(join(home.profile, 'user.js'), 'user_pref("mail.smtpserver.smtp1.port", 25);\n'),
      /user\.js/,
    ],
    [
      'a user.js that is too large to read',
      () => writeFile(join(home.profile, 'user.js'), Buffer.alloc(8 * 1024 * 1024 + 1, ' ')),
      /user\.js cannot be used/,
    ],
    ['a user.js that is a folder', () => mkdir(join(home.profile, 'user.js')), /user\.js cannot be used/],
    [
      'a user.js that is a pipe',
      async () => execFileSync('mkfifo', [join(home.profile, 'user.js')]),
      /user\.js cannot be used/,
    ],
    [
      'a user.js that is no text',
      () => writeFile(join(home.profile, 'user.js'), Buffer.from([0xff, 0xfe, 0])),
      /user\.js holds something else than text/,
    ],
    [
      'an account that is gone',
      () => writeFile(home.prefsFile, somePrefs.replace('account1,account2', 'account2')),
      /not in Thunderbird any more/,
    ],
  ])('%s', async (_name, spoil, reason) => {
    await spoil();
    const before = await readFile(home.prefsFile).catch(() => null);
    expect(told(await preview())).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(reason) },
    });
    expect(await readFile(home.prefsFile).catch(() => null)).toEqual(before);
  });

  test.each<[string, (record: string, precious: string) => Promise<unknown>]>([
    ['a link', (record, precious) => symlink(precious, record)],
    ['a link to nothing', (record) => symlink(join(home.home, 'nothing'), record)],
    ['a folder', (record) => mkdir(record)],
    ['a pipe', async (record) => execFileSync('mkfifo', [record])],
  ])('where the record for undoing would go through %s', async (_name, plant) => {
    const precious = join(home.home, 'precious');
    await writeFile(precious, 'precious');
    await plant(join(home.profile, 'postway-undo.json'), precious);
    const looked = await previewed();
    expect(await applyThunderbird(looked, { allowPlain: false }, home.workstation, signal)).toMatchObject({
      ok: false,
      problem: { message: { values: { file: join(home.profile, 'postway-undo.json') } } },
    });
    expect(await readFile(precious, 'utf8')).toBe('precious');
    expect(await prefsNow()).toBe(somePrefs);
    expect((await readdir(home.profile)).sort()).toEqual(['postway-undo.json', 'prefs.js']);
    expect(await readdir(home.home)).not.toContain('nothing');
  });

  test('somebody else’s file', async () => {
    const workstation = aWorkstation(home.home, { userId: 4711 });
    expect(told(await previewThunderbird(target(), wanted, workstation, signal))).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('another user') },
    });
  });

  test('a user.js about other things is no obstacle, and is left alone', async () => {
    await writeFile(join(home.profile, 'user.js'), 'user_pref("mail.smtpserver.smtp2.port", 25);\n');
    expect(await preview()).toMatchObject({ ok: true });
  });
});

test('no line end or quote in host or user makes another preference, in the file as it is written', async () => {
  const user = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text));
  const hostile = fc.stringMatching(/^[");\\ user_pref('/*#,]{1,30}$/).filter((text) => text.trim() !== '');
  const before = parsePrefs(somePrefs).values;
  await fc.assert(
    fc.asyncProperty(fc.domain(), fc.oneof(user, hostile), async (host, username) => {
      await home.remove();
      home = await thunderbirdHome(
        somePrefs.replace('smtp1.username", "you@example.org"', 'smtp1.username", "old"'),
      );
      const looked = await previewed({ server: aServer({ host, username }), offered: null });
      expect(await applyThunderbird(looked, { allowPlain: false }, home.workstation, signal)).toMatchObject({
        ok: true,
      });
      const { values, oddities } = parsePrefs(await prefsNow());
      expect(oddities).toBe(0);
      expect([...values.keys()].sort()).toEqual([...before.keys()].sort());
      for (const [name, value] of before) {
        if (!name.startsWith('mail.smtpserver.smtp1.')) expect(values.get(name)).toEqual(value);
      }
      expect(values.get('mail.smtpserver.smtp1.username')).toBe(username);
      expect(readThunderbirdAccounts(values)[0]?.outgoing).toMatchObject({
        host: host.toLowerCase(),
        port: 587,
      });
    }),
    { numRuns: 40 },
  );
});

describe('without encryption, where it is encrypted today', () => {
  const secured = somePrefs.replace('smtp1.try_ssl", 0)', 'smtp1.try_ssl", 2)');
  const plain: Wanted = { server: aServer({ security: 'none' }), offered: ['PLAIN'] };
  beforeEach(() => writeFile(home.prefsFile, secured));

  test('is refused, names the danger and changes nothing', async () => {
    const looked = await previewed(plain);
    expect(looked.danger).toEqual({ kind: 'lowers', host: 'mail.example.org' });
    expect(
      told(await applyThunderbird(looked, { allowPlain: false }, home.workstation, signal)),
    ).toMatchObject({
      ok: false,
      problem: { code: 'refused', field: 'security', message: expect.stringContaining('read your password') },
    });
    expect(await prefsNow()).toBe(secured);
    expect(await readdir(home.profile)).toEqual(['prefs.js']);
  });

  test('is written where the person wants it all the same', async () => {
    const applied = await applyThunderbird(
      await previewed(plain),
      { allowPlain: true },
      home.workstation,
      signal,
    );
    expect(applied).toMatchObject({ ok: true });
    expect(await prefsNow()).toContain('smtp1.try_ssl", 0)');
  });
});
