import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { type Prefs, parsePrefs } from '../../shared/parse/prefs-js.ts';
import { said } from '../../shared/text/said.ts';
import { decodedUtf8, readBounded } from './bounded-file.ts';
import { writeFileAtomically } from './files.ts';
import { isProfileOpen } from './thunderbird-lock.ts';
import { maxPrefsBytes, unreadReason } from './thunderbird-profiles.ts';
import type { Workstation } from './workstation.ts';

/** A `prefs.js` that may be changed. */
export type PrefsFile = {
  readonly path: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly prefs: Prefs;
  /** SHA-256 in hex: whether it is still the same file. */
  readonly hash: string;
};

/**
 * Reads a profile's `prefs.js` in order to change it. Refused is whatever Thunderbird might read differently from us, and what is not
 * this person's own ordinary file.
 */
export async function openPrefs(folder: string, workstation: Workstation): Promise<Result<PrefsFile>> {
  const path = join(folder, 'prefs.js');
  const refused = (key: `computer.refused.${'link' | 'other-user' | 'no-text' | 'odd-lines'}`) =>
    fail('profile', said(key, { file: path }), 'refused');
  const link = await lstat(path).catch(() => null);
  if (link === null) return fail('profile', said('computer.refused.no-prefs', { folder }), 'not-found');
  if (link.isSymbolicLink()) return refused('computer.refused.link');
  if (workstation.userId !== null && link.uid !== workstation.userId)
    return refused('computer.refused.other-user');
  const read = await readBounded(path, maxPrefsBytes);
  if (read.kind !== 'read') {
    const reason = unreadReason(read.kind === 'absent' ? 'failed' : read.why);
    return fail('profile', said('computer.refused.unreadable', { file: path, reason }), 'refused');
  }
  const text = decodedUtf8(read.bytes);
  if (text === null) return refused('computer.refused.no-text');
  const prefs = parsePrefs(text);
  if (prefs.oddities > 0) return refused('computer.refused.odd-lines');
  return ok({ path, bytes: read.bytes, text, prefs, hash: hashOf(read.bytes) });
}

/** Puts a new text in place of a `prefs.js` that is still as it was read, and proves it by reading again. */
export async function replacePrefs(
  before: PrefsFile,
  folder: string,
  content: Buffer,
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Result<PrefsFile>> {
  const now = await openPrefs(folder, workstation);
  if (!now.ok) return now;
  if (now.value.hash !== before.hash) return changedMeanwhile(before.path);
  if (await isProfileOpen(folder, workstation, signal)) return profileIsOpen();
  const written = await writeFileAtomically(before.path, content);
  if (!written.ok) return written;
  const after = await openPrefs(folder, workstation);
  if (!after.ok) return after;
  // Started in the very moment, Thunderbird may have read the old text, and will write that when it ends.
  const isIntact =
    after.value.hash === hashOf(content) && !(await isProfileOpen(folder, workstation, signal));
  return isIntact ? after : changedMeanwhile(before.path);
}

/** Why a profile that Thunderbird has open is left alone. */
export function profileIsOpen(): Result<never> {
  return fail('thunderbird', said('computer.refused.open'), 'refused');
}

function changedMeanwhile(file: string): Result<never> {
  return fail('profile', said('computer.refused.changed-meanwhile', { file }), 'refused');
}

/** SHA-256 in hex. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
