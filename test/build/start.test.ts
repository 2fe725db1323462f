import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { workFolder } from '../support/work-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = workFolder('start');

type Environment = Record<string, string>;
type Started = {
  readonly child: ChildProcess;
  /** Resolves with everything printed so far once it matches. */
  printed(pattern: RegExp): Promise<string>;
  readonly ended: Promise<{ code: number | null; output: string }>;
};

/** `npm start` as a process of its own, without a display unless the environment gives one. */
function start(environment: Environment): Started {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, POSTWAY_WINDOW: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [join(root, 'build/start.mjs')], {
    env: { ...rest, ...environment },
    detached: true,
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      output += text.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  const printed = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(output)) resolve(output);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended before it printed ${pattern}:\n${output}`)));
    });
  return { child, printed, ended };
}

/** Ctrl-C in a terminal reaches every process of the group. */
function interrupt({ child }: Started): void {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
}

/** An Electron that notes what it was asked to run and ends with a code. */
function fakeElectron(name: string, code: number): { folder: string; asked: () => string } {
  const folder = mkdtempSync(join(work, name));
  const note = join(folder, 'asked');
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\nprintf %s "$1" > '${note}'\nexit ${code}\n`);
  chmodSync(join(folder, 'electron'), 0o755);
  return { folder, asked: () => readFileSync(note, 'utf8') };
}

const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/;

describe.runIf(process.platform === 'linux')('npm start', () => {
  test('opens the browser window when asked to, prints its address, and ends with Ctrl-C', async () => {
    const started = start({ POSTWAY_WINDOW: 'browser' });
    const output = await started.printed(address);
    expect(output).toContain('Opening Postway in the browser: POSTWAY_WINDOW asks for it.\n');
    const url = new URL(output.match(address)?.[0] ?? '');
    expect((await fetch(url, { redirect: 'manual' })).status).toBeLessThan(400);
    interrupt(started);
    expect((await started.ended).code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('says in one line that there is no display', async () => {
    const started = start({});
    const output = await started.printed(address);
    expect(output).toContain('Opening Postway in the browser: this terminal has no display.\n');
    interrupt(started);
    await started.ended;
  });

  test('runs the built app in Electron where there is one', async () => {
    const electron = fakeElectron('works', 0);
    const { code, output } = await start({
      POSTWAY_WINDOW: 'electron',
      ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
    }).ended;
    expect({ code, output }).toEqual({ code: 0, output: '' });
    expect(electron.asked()).toBe(`${root}dist/main`);
  });

  test('says so when Electron ends at once', async () => {
    const electron = fakeElectron('fails', 7);
    const { code, output } = await start({
      POSTWAY_WINDOW: 'electron',
      ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
    }).ended;
    expect({ code, output }).toEqual({
      code: 1,
      output: 'Electron cannot be used: Electron ended at once with 7.\n',
    });
  });

  test('says so when Electron is not there and cannot be fetched', async () => {
    const { code, output } = await start({
      POSTWAY_WINDOW: 'electron',
      ELECTRON_OVERRIDE_DIST_PATH: join(work, 'nothing here'),
      // Port 1 of this computer answers nobody.
      ELECTRON_MIRROR: 'http://127.0.0.1:1/',
      electron_config_cache: join(work, 'cache'),
    }).ended;
    expect(code).toBe(1);
    expect(output).toContain('Electron cannot be used: Electron could not be fetched.\n');
  });

  test('refuses a wish that it does not know', async () => {
    const { code, output } = await start({ POSTWAY_WINDOW: 'window' }).ended;
    expect(code).toBe(2);
    expect(output).toBe('POSTWAY_WINDOW says "window"; it can say browser or electron.\n');
  });
});
