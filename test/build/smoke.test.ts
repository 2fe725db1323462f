import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { workFolder } from '../support/work-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = workFolder('smoke-test');

/** A folder like that of a packed app, with a program in it; the resources say where new versions are. */
function packed(name: string, script: string): { program: string; updates: string } {
  const folder = join(work, name);
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const updates = join(folder, 'resources/app-update.yml');
  writeFileSync(updates, 'url: https://postway.example/updates\n');
  const program = join(folder, 'postway');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return { program, updates };
}

function smoke(program: string): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['build/smoke.mjs', program], { cwd: root });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        output += text.toString();
      });
    child.once('close', (status) => resolve({ status, output }));
  });
}

describe.runIf(process.platform === 'linux')('the smoke test of a release', () => {
  needs('chromium');

  test('goes from the first screen to a look for a new version, and leaves the program as it was', async () => {
    const double = join(root, 'test/support/electron-double/program.mjs');
    const { program, updates } = packed(
      'good',
      `exec '${process.execPath}' '${double}' "$(dirname "$0")/resources" "$@"`,
    );
    const { status, output } = await smoke(program);
    expect(output.trim().split('\n')).toEqual([
      'the first screen: well',
      'a practice check, to its verdict: well',
      'an export, on the clipboard: well',
      'a look for a new version: well',
    ]);
    expect(status).toBe(0);
    expect(readFileSync(updates, 'utf8')).toContain('postway.example');
  }, 90_000);

  test('fails for a program that ends', async () => {
    const { program } = packed('broken', 'exit 3');
    const { status, output } = await smoke(program);
    expect(status).not.toBe(0);
    expect(output).toContain('the app ended with 3');
  }, 30_000);
});
