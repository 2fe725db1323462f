import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { editPrefs } from '../../shared/parse/prefs-js.ts';
import { said } from '../../shared/text/said.ts';
import { readBounded } from './bounded-file.ts';
import { hashOf, openPrefs, type PrefsFile, profileIsOpen, replacePrefs } from './prefs-file.ts';
import type { PrefChange } from './thunderbird-change.ts';
import { isProfileOpen } from './thunderbird-lock.ts';
import { maxPrefsBytes } from './thunderbird-profiles.ts';
import { readUndoRecord, removeUndoRecord, type UndoRecord } from './undo-record.ts';
import type { Workstation } from './workstation.ts';

/** What was put back. `whole`: the file is what it was, byte for byte; else Thunderbird had written other things since, which stayed. */
export type Undone = { readonly changes: readonly PrefChange[]; readonly isWhole: boolean };

/**
 * Takes the last change in a profile back. While `prefs.js` is as the change left it, the file from before comes back byte for byte.
 * Thunderbird writes the file anew each time it ends; then only the preferences that were changed are put back, and everything else
 * stays. Refused, with nothing changed, when one of them has been changed again since.
 */
export async function undoThunderbird(
  folder: string,
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Result<Undone>> {
  const record = await readUndoRecord(folder);
  if (!record.ok) return record;
  if (record.value === null) return fail('profile', said('computer.refused.nothing-to-undo'), 'not-found');
  if (await isProfileOpen(folder, workstation, signal)) return profileIsOpen();
  const prefs = await openPrefs(folder, workstation);
  if (!prefs.ok) return prefs;
  if (prefs.value.hash === record.value.before) {
    await removeUndoRecord(folder);
    return fail('profile', said('computer.refused.nothing-to-undo'), 'not-found');
  }

  const backup = await wholeBackup(folder, record.value, prefs.value);
  const content = backup ?? putBack(record.value, prefs.value);
  if (content === null) {
    const file = join(folder, record.value.backup);
    return fail('profile', said('computer.refused.changed-since', { file }), 'refused');
  }
  const replaced = await replacePrefs(prefs.value, folder, content, workstation, signal);
  if (!replaced.ok) return replaced;
  await removeUndoRecord(folder);
  if (backup !== null) await rm(join(folder, record.value.backup), { force: true }); // `prefs.js` is the same
  return ok({ changes: record.value.changes, isWhole: backup !== null });
}

async function wholeBackup(folder: string, record: UndoRecord, { hash }: PrefsFile): Promise<Buffer | null> {
  if (hash !== record.after) return null;
  const read = await readBounded(join(folder, record.backup), maxPrefsBytes);
  return read.kind === 'read' && hashOf(read.bytes) === record.before ? read.bytes : null;
}

function putBack({ changes }: UndoRecord, { text, prefs }: PrefsFile): Buffer | null {
  if (changes.some(({ name, to }) => prefs.values.get(name) !== to)) return null;
  const edits = changes.map(({ name, from }) => ({ name, to: from }));
  return Buffer.from(editPrefs(text, edits), 'utf8');
}
