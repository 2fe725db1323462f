import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { exitStatus } from './exit-status.ts';
import { interruptions } from './interruptions.ts';
import { outputTo } from './output.ts';
import { linesOf } from './read-lines.ts';
import { readText } from './read-text.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

/** The terminal, files and signals of this process. Made once. */
export function nodeShell(): Shell {
  return {
    stdout: outputTo(process.stdout, endUnwritten),
    stderr: outputTo(process.stderr, () => undefined), // there is no other place to say so
    environment: process.env,
    platform: process.platform,
    isStdinPiped: process.stdin.isTTY !== true,
    async readStdin(maxChars, charset) {
      const text = await readText(process.stdin, maxChars, charset);
      return text.ok && text.value.trim() === '' ? fail('report', said('cli.wrong.stdin-empty')) : text;
    },
    readSecret: async () => {
      const { readSecret } = await import('./read-secret.ts');
      return readSecret(process.stdin);
    },
    readAnswer: async (question) => {
      const { readAnswer } = await import('./read-answer.ts');
      return readAnswer(question, process.stdin, process.stderr);
    },
    async readFile(path, maxChars, charset) {
      try {
        return await readText(await streamOf(path), maxChars, charset);
      } catch (error) {
        return fileProblem(path, error);
      }
    },
    async readLines(path, maxChars, signal) {
      try {
        const stream = path === '-' ? process.stdin : await streamOf(path);
        return ok(linesOf(stream, maxChars, signal));
      } catch (error) {
        return fileProblem(path, error);
      }
    },
    async writeFile(path, content, overwrite) {
      if (!overwrite && (await isOrdinaryFile(path))) {
        return fail('file', said('cli.wrong.file-exists', { file: safeText(path, 200) }), 'refused');
      }
      const { writeFileAtomically } = await import('../computer/files.ts');
      return writeFileAtomically(path, content);
    },
    onInterrupt: interruptions(process),
    now: () => performance.now(),
    every(ms, callback) {
      const timer = setInterval(callback, ms);
      return () => clearInterval(timer);
    },
  };
}

/** One line, and a status of its own: the command may have gone well, and whoever asked has nothing of it. */
export function endUnwritten(code: string): void {
  process.stderr.write(`postway: ${say('cli.not-written', { code })}\n`);
  process.exit(exitStatus.notWritten);
}

/**
 * Opens whatever the path names. A pipe that nobody writes to is waited for like a connection: a blocking read of it would keep one of
 * Node's threads, and with it the process, whatever signals come.
 */
async function streamOf(path: string): Promise<Readable> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // Windows does not know the flag
  const found = await file.stat();
  if (found.isDirectory()) {
    await file.close();
    throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  }
  if (!found.isFIFO()) return file.createReadStream();
  const stream = new Socket({ fd: file.fd, readable: true, writable: false });
  kept.add(file); // its descriptor is the stream's now, and must not be closed when nobody refers to the file any more
  return stream;
}
const kept = new Set<unknown>();

/** A device such as /dev/stdout holds nothing that could be lost. */
async function isOrdinaryFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ?? false;
}

function fileProblem(path: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  const file = safeText(path, 200);
  if (code === 'ENOENT') return fail('file', said('cli.wrong.file-missing', { file }), 'not-found');
  if (code === 'EISDIR') return fail('file', said('cli.wrong.file-is-folder', { file }));
  if (code === 'EACCES' || code === 'EPERM') return fail('file', said('cli.wrong.file-forbidden', { file }));
  return fail('file', said('cli.wrong.file-failed', { file, code }));
}
