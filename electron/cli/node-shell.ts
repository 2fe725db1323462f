import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Result, wrong } from '../../shared/model/problem.ts';
import { said } from '../../shared/text/said.ts';
import { interruptions } from './interruptions.ts';
import { outputTo } from './output.ts';
import { readText } from './read-text.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

/** The terminal, files and signals of this process. Made once. */
export function nodeShell(): Shell {
  return {
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    environment: process.env,
    platform: process.platform,
    isStdinPiped: process.stdin.isTTY !== true,
    async readStdin(maxChars, charset) {
      const text = await readText(process.stdin, maxChars, charset);
      return text.ok && text.value.trim() === '' ? wrong('report', said('cli.wrong.stdin-empty')) : text;
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
        return await readText(createReadStream(path), maxChars, charset);
      } catch (error) {
        return fileProblem(path, error);
      }
    },
    async writeFile(path, content, overwrite) {
      if (!overwrite && (await isOrdinaryFile(path))) {
        return wrong('file', said('cli.wrong.file-exists', { file: safeText(path, 200) }), 'refused');
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

/** A device such as /dev/stdout holds nothing that could be lost. */
async function isOrdinaryFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ?? false;
}

function fileProblem(path: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  const file = safeText(path, 200);
  if (code === 'ENOENT') return wrong('file', said('cli.wrong.file-missing', { file }), 'not-found');
  if (code === 'EISDIR') return wrong('file', said('cli.wrong.file-is-folder', { file }));
  if (code === 'EACCES' || code === 'EPERM') return wrong('file', said('cli.wrong.file-forbidden', { file }));
  return wrong('file', said('cli.wrong.file-failed', { file, code }));
}
