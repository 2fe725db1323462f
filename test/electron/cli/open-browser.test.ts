import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBrowser } from '../../../electron/cli/open-browser.ts';

const address = 'http://127.0.0.1:40000/open/secret-token';

describe.skipIf(process.platform === 'win32')('openBrowser', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'postway-test-'));
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Stands in for the desktop's opener: notes its arguments, keeps what it was given to open, ends as told. */
  function desktop(status: number): void {
    const opener = join(folder, 'xdg-open');
    const keep = `cp "\${1#file://}" "${folder}/page"; ls -l "\${1#file://}" > "${folder}/mode"`;
    writeFileSync(opener, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/argv"\n${keep}\nexit ${status}\n`);
    chmodSync(opener, 0o755);
  }

  test('shows the address in the browser, and to nobody else on this computer', async () => {
    desktop(0);
    expect(await openBrowser(address, 'linux')).toBe(true);
    const argv = readFileSync(join(folder, 'argv'), 'utf8');
    expect(argv).toMatch(/^file:\/\/\S+\.html\n$/);
    expect(argv).not.toContain('secret-token'); // every user can read the arguments of every process
    expect(readFileSync(join(folder, 'page'), 'utf8')).toContain(`content="0;url=${address}"`);
    expect(readFileSync(join(folder, 'mode'), 'utf8')).toMatch(/^-rw-------/);
    rmSync(dirname(fileURLToPath(argv.trim())), { recursive: true, force: true });
  });

  test('says so and leaves nothing behind when the desktop cannot', async () => {
    desktop(3);
    expect(await openBrowser(address, 'linux')).toBe(false);
    expect(existsSync(dirname(fileURLToPath(readFileSync(join(folder, 'argv'), 'utf8').trim())))).toBe(false);
  });

  test('says so when there is no desktop at all', async () => {
    vi.stubEnv('PATH', folder);
    expect(await openBrowser(address, 'linux')).toBe(false);
  });
});
