import { randomUUID } from 'node:crypto';
import { constants, openSync } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';

/** Reports and settings are nobody else's business. */
const ownerOnly = 0o600;
/** How long a reader of a pipe may take to come, and how often it is looked for, in ms. */
const pipeMs = 10_000;
const lookMs = 100;

/**
 * Writes a whole file or nothing: into a new file beside it, to the disk, then in its place, readable by its owner alone. A link keeps
 * pointing where it did. What is no ordinary file, such as `/dev/stdout`, is written to directly; a pipe that nobody has begun to read after
 * `pipeMs` is refused. A place that cannot be written is a Problem.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
): Promise<Result<Record<never, never>>> {
  try {
    const kind = await kindOf(path);
    if (kind === 'folder') return refused(path, 'EISDIR');
    if (kind === 'pipe') await writeToPipe(path, content);
    else if (kind === 'special') await writeDirectly(path, content);
    else await replace(kind === 'file' ? await realpath(path) : path, content);
    return ok({});
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refused(path, error.code);
  }
}

async function replace(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', ownerOnly);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeDirectly(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}

/** Without the flag, opening a pipe that nobody reads would keep a thread of Node's, and with it the process, whatever signals come. */
async function writeToPipe(path: string, content: string | Uint8Array): Promise<void> {
  const fd = await pipeWithReader(path);
  await new Promise<void>((resolve, reject) => {
    const pipe = new Socket({ fd, readable: false, writable: true });
    pipe.once('error', reject);
    pipe.end(content, resolve);
  });
}

async function pipeWithReader(path: string): Promise<number> {
  for (let waitedMs = 0; ; waitedMs += lookMs) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (!isSystemError(error) || error.code !== 'ENXIO' || waitedMs >= pipeMs) throw error;
    }
    await sleep(lookMs);
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'pipe' | 'special' | 'nothing'> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    if (found.isFIFO()) return 'pipe';
    return found.isFile() ? 'file' : 'special';
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return 'nothing';
    throw error;
  }
}

type FileSentence = `backend.save-${'no-folder' | 'not-allowed' | 'full' | 'is-folder'}`;

const sentences = new Map<string, FileSentence>([
  ['ENOENT', 'backend.save-no-folder'],
  ['ENOTDIR', 'backend.save-no-folder'],
  ['EACCES', 'backend.save-not-allowed'],
  ['EPERM', 'backend.save-not-allowed'],
  ['EROFS', 'backend.save-not-allowed'],
  ['ENOSPC', 'backend.save-full'],
  ['EDQUOT', 'backend.save-full'],
  ['EISDIR', 'backend.save-is-folder'],
]);

function refused(path: string, code: string): Result<never> {
  const key = sentences.get(code);
  const message = key ? said(key, { file: path }) : said('backend.save-failed', { file: path, code });
  return fail('file', message, 'refused');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
