import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { editPrefs, parsePrefs } from '../../shared/parse/prefs-js.ts';
import { readThunderbirdAccounts } from '../../shared/parse/thunderbird-accounts.ts';
import { said } from '../../shared/text/said.ts';
import { decodedUtf8, readBounded } from './bounded-file.ts';
import { dangerWords, type PlainDanger, plainDanger } from './plain-danger.ts';
import { hashOf, openPrefs, type PrefsFile, profileIsOpen, replacePrefs } from './prefs-file.ts';
import { type PrefChange, planThunderbirdChange, sharing, type Wanted } from './thunderbird-change.ts';
import { isProfileOpen } from './thunderbird-lock.ts';
import { maxPrefsBytes, unreadReason } from './thunderbird-profiles.ts';
import { removeUndoRecord, writeUndoRecord } from './undo-record.ts';
import type { Workstation } from './workstation.ts';

/** An address in a profile. */
export type Target = { readonly folder: string; readonly identity: string };

/** What would be changed, before anything is. */
export type Preview = {
  readonly target: Target;
  /** Empty when all is right already. */
  readonly changes: readonly PrefChange[];
  /** Other addresses that send through the same server entry, and change along. */
  readonly alsoUsedBy: readonly string[];
  /** Thunderbird has the profile open: it has to be closed first. */
  readonly isOpen: boolean;
  /** Mail would go unencrypted from now on although this server is known to encrypt; null where that is not so. */
  readonly danger: PlainDanger | null;
  readonly prefs: PrefsFile;
};

/** Looks what would have to change for an account, and changes nothing. */
export async function previewThunderbird(
  target: Target,
  wanted: Wanted,
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Result<Preview>> {
  const prefs = await openPrefs(target.folder, workstation);
  if (!prefs.ok) return prefs;
  const { values } = prefs.value.prefs;
  const accounts = readThunderbirdAccounts(values);
  const account = accounts.find(({ identity }) => identity === target.identity);
  if (!account) return fail('account', said('computer.refused.account-gone'), 'not-found');
  const changes = planThunderbirdChange(values, account, accounts, wanted);
  if (!changes.ok) return changes;
  const overruled = await refusedByUserFile(target.folder, changes.value);
  if (overruled !== null) return overruled;
  return ok({
    target,
    changes: changes.value,
    alsoUsedBy: sharing(account, accounts),
    isOpen: await isProfileOpen(target.folder, workstation, signal),
    danger: changes.value.length > 0 ? plainDanger(account, wanted.server) : null,
    prefs: prefs.value,
  });
}

/** A change that was made, and where the file from before is. */
export type Applied = { readonly changes: readonly PrefChange[]; readonly backup: string };

/** What the person has agreed to besides the change itself. */
export type Consent = { readonly allowPlain: boolean };

/**
 * Makes exactly the change that was looked at: with a copy of `prefs.js` beside it, in one step, and read again as proof. Refused, with
 * nothing changed, when Thunderbird is open, the file is no longer as it was, or there is a danger that was not agreed to.
 */
export async function applyThunderbird(
  { target, changes, prefs, danger }: Preview,
  { allowPlain }: Consent,
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Result<Applied>> {
  const { folder } = target;
  if (danger && !allowPlain) return fail('security', dangerWords(danger), 'refused');
  if (changes.length === 0) return fail('account', said('computer.refused.nothing-to-change'), 'refused');
  if (await isProfileOpen(folder, workstation, signal)) return profileIsOpen();
  const content = Buffer.from(editPrefs(prefs.text, changes), 'utf8');
  const meant = parsePrefs(content.toString('utf8')).values;
  if (changes.some(({ name, to }) => meant.get(name) !== to)) {
    throw new Error('the new prefs.js would not say what it should');
  }

  const at = new Date(workstation.clock.wallClock());
  const backup = `prefs-before-postway-${at.toISOString().replace(/\D+/g, '-').replace(/-$/, '')}.js`;
  const backupPath = join(folder, backup);
  const copied = await copyTo(backupPath, prefs.bytes);
  if (!copied.ok) return copied;
  const record = { schema: 'postway-undo/1', backup, before: prefs.hash, after: hashOf(content) } as const;
  const recorded = await writeUndoRecord(folder, { ...record, changes: [...changes] });
  if (!recorded.ok) {
    await rm(backupPath, { force: true });
    return recorded;
  }
  const replaced = await replacePrefs(prefs, folder, content, workstation, signal);
  if (!replaced.ok) {
    const now = await openPrefs(folder, workstation);
    if (now.ok && now.value.hash !== record.after) {
      await removeUndoRecord(folder); // nothing of ours is in the file
      await rm(backupPath, { force: true });
    }
    return replaced;
  }
  return ok({ changes, backup: backupPath });
}

/** Never over another backup; readable by its owner alone. */
async function copyTo(path: string, bytes: Buffer): Promise<Result<unknown>> {
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600, flush: true });
    return ok({});
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code !== 'EEXIST') await rm(path, { force: true }); // half a copy looks like a whole one
    if (code === null) throw error;
    return fail('profile', said('computer.refused.no-backup', { file: path, code }), 'refused');
  }
}

/** A person's own `user.js` is read at every start and would set these back. One that cannot be read may do so, and Thunderbird can. */
async function refusedByUserFile(
  folder: string,
  changes: readonly PrefChange[],
): Promise<Result<never> | null> {
  const file = join(folder, 'user.js');
  const read = await readBounded(file, maxPrefsBytes);
  if (read.kind === 'absent') return null;
  if (read.kind === 'refused') {
    const reason = unreadReason(read.why);
    return fail('profile', said('computer.refused.unreadable', { file, reason }), 'refused');
  }
  const text = decodedUtf8(read.bytes);
  if (text === null) return fail('profile', said('computer.refused.no-text', { file }), 'refused');
  const { values } = parsePrefs(text);
  const isOverruled = changes.some(({ name, to }) => values.has(name) && values.get(name) !== to);
  return isOverruled ? fail('profile', said('computer.refused.user-js', { file }), 'refused') : null;
}
