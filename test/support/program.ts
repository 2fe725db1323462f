import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export type RunOptions = { input?: string; home?: string; environment?: Record<string, string> };
export type Ran = { readonly status: number | string; readonly stdout: string; readonly stderr: string };

/** Runs a real program to its end, with `input` on its standard input and an environment without anything of this computer's. */
export function runProgram(
  program: string,
  args: readonly string[],
  { input = '', home, environment = {} }: RunOptions = {},
): Promise<Ran> {
  const env = {
    PATH: process.env.PATH ?? '',
    LC_ALL: 'C.UTF-8',
    HOME: home ?? '/nonexistent',
    ...environment,
  };
  return new Promise((resolve) => {
    const child = execFile(program, args, { env, timeout: 20_000 }, (error, stdout, stderr) => {
      resolve({ status: error ? (error.code ?? 'killed') : 0, stdout, stderr });
    });
    child.stdin?.on('error', () => undefined).end(input);
  });
}

/** A folder of this test's own with these files in it, gone when the test ends. */
export async function aFolder(files: Readonly<Record<string, string>>): Promise<(name: string) => string> {
  const folder = await mkdtemp(join(tmpdir(), 'postway-client-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content, { mode: 0o600 });
  }
  return (name) => join(folder, name);
}
