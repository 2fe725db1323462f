import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';
import { decodedUtf8, readBounded } from './bounded-file.ts';
import { writeFileAtomically } from './files.ts';
import { changedSettings } from './thunderbird-change.ts';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const value = z.union([z.string().check(z.maxLength(1000)), z.int(), z.boolean()]);

/** What is kept beside `prefs.js` to undo a change: which preferences, from what to what, and the whole file from before. */
export const UndoRecord = z.object({
  schema: z.literal('postway-undo/1'),
  /** Names a file in the same folder. */
  backup: z.string().check(z.regex(/^prefs-before-postway-[\d-]{1,40}\.js$/)),
  /** SHA-256 of `prefs.js` before and after the change. */
  before: hash,
  after: hash,
  changes: z
    .array(
      z.object({
        name: z.string().check(z.regex(/^mail\.smtpserver\.[\w-]{1,60}\.\w{1,20}$/)),
        setting: z.enum(changedSettings),
        from: z.nullable(value),
        to: value,
      }),
    )
    .check(z.minLength(1), z.maxLength(changedSettings.length)),
});
export type UndoRecord = Readonly<z.infer<typeof UndoRecord>>;

const fileName = 'postway-undo.json';
const maxRecordBytes = 64 * 1024;

/** The record in a profile's folder, or null when there is none. One that Postway did not write is a Problem. */
export async function readUndoRecord(folder: string): Promise<Result<UndoRecord | null>> {
  const path = join(folder, fileName);
  const read = await readBounded(path, maxRecordBytes);
  if (read.kind === 'absent') return ok(null);
  const text = read.kind === 'read' ? decodedUtf8(read.bytes) : null;
  const parsed = UndoRecord.safeParse(text === null ? null : jsonOrNull(text));
  if (parsed.success) return ok(parsed.data);
  return fail('profile', said('computer.refused.bad-record', { file: path }), 'refused');
}

/** Keeps the record, in place of an older one. Refused where the name stands for a link, whose target would be overwritten, or a pipe. */
export async function writeUndoRecord(folder: string, record: UndoRecord): Promise<Result<unknown>> {
  const path = join(folder, fileName);
  const found = await lstat(path).catch(() => null);
  if (found !== null && !found.isFile()) {
    return fail(
      'profile',
      said(found.isSymbolicLink() ? 'computer.refused.link' : 'computer.refused.bad-record', { file: path }),
      'refused',
    );
  }
  return writeFileAtomically(path, `${JSON.stringify(record, null, 2)}\n`);
}

/** Forgets the record: there is nothing to undo any more. */
export async function removeUndoRecord(folder: string): Promise<void> {
  await rm(join(folder, fileName), { force: true });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
