import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  readUndoRecord,
  removeUndoRecord,
  type UndoRecord,
  writeUndoRecord,
} from '../../../electron/computer/undo-record.ts';
import { emptyHome, type Home } from '../../support/thunderbird-home.ts';

let home: Home;
beforeEach(async () => {
  home = await emptyHome();
});
afterEach(() => home.remove());

const record: UndoRecord = {
  schema: 'postway-undo/1',
  backup: 'prefs-before-postway-2026-11-25-22-30-00-123.js',
  before: 'a'.repeat(64),
  after: 'b'.repeat(64),
  changes: [{ name: 'mail.smtpserver.smtp1.port', setting: 'port', from: null, to: 587 }],
};

test('what is kept comes back, until it is forgotten', async () => {
  expect(await readUndoRecord(home.home)).toEqual({ ok: true, value: null });
  await writeUndoRecord(home.home, record);
  expect(await readUndoRecord(home.home)).toEqual({ ok: true, value: record });
  await removeUndoRecord(home.home);
  expect(await readUndoRecord(home.home)).toEqual({ ok: true, value: null });
});

test('a record of any size is read within bounds', async () => {
  await home.write('postway-undo.json', ' '.repeat(1_000_000));
  expect(await readUndoRecord(home.home)).toMatchObject({ ok: false, problem: { field: 'profile' } });
});
