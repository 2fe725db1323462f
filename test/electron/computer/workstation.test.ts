import { homedir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { thisComputer } from '../../../electron/computer/workstation.ts';

vi.mock('node:os', { spy: true });

const { signal } = new AbortController();
const node = process.execPath;

test('knows which processes live, and its own addresses', () => {
  const workstation = thisComputer();
  expect(workstation.isAlive(process.pid)).toBe(true);
  expect(workstation.isAlive(2 ** 30)).toBe(false);
  expect(workstation.ownAddresses()).toContain('127.0.0.1');
});

test('a program’s output and status come back; no shell reads the words', async () => {
  const script = 'process.stdout.write(process.argv[1]); process.exitCode = 3';
  const printed = await thisComputer().run(node, ['-e', script, '$(id) && %PATH%'], signal);
  expect(printed).toEqual({ status: 3, stdout: Buffer.from('$(id) && %PATH%') });
});

test('a program that is not there is told apart from one that was ended', async () => {
  expect(await thisComputer().run('/nowhere/reg.exe', [], signal)).toBeNull();
  const endless = 'setInterval(() => process.stdout.write("x".repeat(1e6)), 1)';
  expect(await thisComputer().run(node, ['-e', endless], signal)).toMatchObject({ status: null });
});

test('cancelling ends the program at once', async () => {
  const stop = new AbortController();
  const running = thisComputer().run(node, ['-e', 'setInterval(() => {}, 1000)'], stop.signal);
  stop.abort();
  expect(await running).toMatchObject({ status: null });
});

test('a user whom the system does not know has no folder of their own, and that is no fault', () => {
  vi.mocked(homedir).mockImplementationOnce(() => {
    throw new Error('uv_os_homedir returned ENOENT');
  });
  expect(thisComputer().home).toBe('/nonexistent');
});
