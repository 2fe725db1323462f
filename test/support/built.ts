import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The built command line of a test file; `dist/` is built first when a source has changed. It runs from a copy, so that a build
 * started meanwhile takes nothing away from under it.
 */
export function builtCommandLine() {
  const copy = mkdtempSync(join(tmpdir(), 'postway-built-'));
  const commandLine = join(copy, 'dist', 'cli', 'postway.mjs');
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [`${root}build/build.mjs`, '--if-stale'], { cwd: root });
    for (const part of ['cli', 'renderer']) {
      cpSync(join(root, 'dist', part), join(copy, 'dist', part), { recursive: true });
    }
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  return {
    /** Where it is, for a program that has to start it elsewhere. */
    path: commandLine,
    start: (argv: readonly string[], options?: Options) => start([commandLine, ...argv], options),
    run: (argv: readonly string[], options?: Options) => start([commandLine, ...argv], options).ended,
  };
}

type Options = {
  /** Standard input, whole; without it there is none. */
  readonly stdin?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

export type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** The command line as a process of its own, under way. */
export type Started = {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Resolves with everything written so far to that stream, once it contains `text`; rejects when the process ends first. */
  until(stream: 'stdout' | 'stderr', text: string): Promise<string>;
  signal(name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void;
  /** Stops reading its standard output, as `| head` does. */
  closeStdout(): void;
};

function start(argv: readonly string[], { stdin, environment }: Options = {}): Started {
  const child = spawn(process.execPath, [...argv], {
    // What belongs to the machine that runs the tests must not colour the result.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
      for (const look of waiting) look();
    });
  }
  child.stdin.on('error', () => undefined); // a command that does not read its input closes it
  child.stdin.end(stdin ?? '');
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, ...written }));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    until: (stream, text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!written[stream].includes(text)) return;
          waiting.delete(look);
          resolve(written[stream]);
        };
        waiting.add(look);
        look();
        ended.then(({ status, stderr }) => reject(new Error(`ended with ${status}: ${stderr}`)), reject);
      }),
    signal: (name) => void child.kill(name),
    closeStdout: () => void child.stdout.destroy(),
  };
}
