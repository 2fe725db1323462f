import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openByPage } from '../../../electron/serve/opening-page.ts';

const address = 'http://127.0.0.1:4711/open/AbC-_1';

test.skipIf(process.platform === 'win32')(
  'the page leads to the address and is its owner’s alone',
  async () => {
    let path = '';
    const isOpen = await openByPage(address, async (page) => {
      path = page;
      expect(await readFile(page, 'utf8')).toContain(`content="0;url=${address}"`);
      expect((await stat(page)).mode & 0o777).toBe(0o600);
      expect((await stat(dirname(page))).mode & 0o777).toBe(0o700);
      return true;
    });
    expect(isOpen).toBe(true);
    // The browser may still have to read it; it goes with this process at the latest.
    expect(existsSync(path)).toBe(true);
  },
);

test('what no browser opened is gone at once, also when opening failed', async () => {
  const paths: string[] = [];
  expect(await openByPage(address, async (page) => !paths.push(page))).toBe(false);
  const failing = openByPage(address, async (page) => {
    paths.push(page);
    throw new Error('no desktop');
  });
  await expect(failing).rejects.toThrow('no desktop');
  expect(paths.map((path) => existsSync(dirname(path)))).toEqual([false, false]);
});
