import { expect, test } from 'vitest';
import { run } from '../../../../electron/cli/run.ts';
import type { Served, Services } from '../../../../electron/cli/services.ts';
import { fakeContext, fakeShell } from '../fake-shell.ts';

const address = 'http://127.0.0.1:40000/#token';

/** Runs `serve` and presses Ctrl-C once the window is announced. */
async function served(argv: string[], wanted: Parameters<typeof fakeShell>[0] = {}, isOpened = true) {
  const fake = fakeShell(wanted);
  const seen = { options: [] as unknown[], opened: [] as string[], closed: 0 };
  const services: Partial<Services> = {
    serve: async (options) => {
      seen.options.push(options);
      return {
        ok: true,
        address,
        ended: new Promise<void>(() => undefined),
        close: async () => {
          seen.closed += 1;
        },
      };
    },
    openBrowser: async (target) => {
      seen.opened.push(target);
      return isOpened;
    },
  };
  const ending = run(['serve', ...argv], fakeContext(fake.shell, services));
  while (fake.stderr() === '') await new Promise((resolve) => setImmediate(resolve));
  fake.interrupt();
  const status = await ending;
  return { ...seen, status, stdout: fake.stdout(), stderr: fake.stderr() };
}

test('prints the address alone on stdout, ends on Ctrl-C and closes the window', async () => {
  expect(await served([])).toMatchObject({
    options: [{ port: 0, practice: null }],
    status: 0,
    stdout: `${address}\n`,
    closed: 1,
    opened: [],
  });
});

test('listens where it was told', async () => {
  expect((await served(['--language', 'pt_BR'])).options).toMatchObject([{ language: 'pt-BR' }]);
  expect((await served(['--port', '8025'])).options).toEqual([
    { port: 8025, practice: null, language: null },
  ]);
});

test.each<[string, Parameters<typeof fakeShell>[0], string[], boolean]>([
  ['at a desktop', { isTerminal: true, environment: { DISPLAY: ':0' } }, [], true],
  ['under Wayland', { isTerminal: true, environment: { WAYLAND_DISPLAY: 'wayland-0' } }, [], true],
  ['on a Mac', { isTerminal: true, platform: 'darwin' }, [], true],
  ['not without a screen', { isTerminal: true }, [], false],
  [
    'not over SSH',
    { isTerminal: true, platform: 'darwin', environment: { SSH_CONNECTION: 'a b' } },
    [],
    false,
  ],
  ['not in a script', { environment: { DISPLAY: ':0' } }, [], false],
  ['in a script that asks for it', { environment: { DISPLAY: ':0' } }, ['--open'], true],
])('opens the browser: %s', async (_name, wanted, argv, isOpened) => {
  const { opened, stderr } = await served(argv, wanted);
  expect(opened).toEqual(isOpened ? [address] : []);
  expect(stderr).toContain(isOpened ? 'Opened in your browser' : 'Open this address in a browser');
});

test('says to open the address when the browser could not be opened', async () => {
  const { stderr } = await served(['--open'], {}, false);
  expect(stderr).toContain('Open this address in a browser');
});

test('ends when the window ends by itself', async () => {
  const fake = fakeShell();
  const ended: Served = { ok: true, address, ended: Promise.resolve(), close: async () => undefined };
  expect(await run(['serve'], fakeContext(fake.shell, { serve: async () => ended }))).toBe(0);
  expect(fake.stderr()).toContain('Postway has ended');
});

test.each([
  ['port-taken', 'in use by another program'],
  ['port-forbidden', 'above 1023'],
] as const)('%s is told with what to do', async (reason, words) => {
  const fake = fakeShell();
  const status = await run(
    ['serve', '--port', '80'],
    fakeContext(fake.shell, { serve: async () => ({ ok: false, reason }) }),
  );
  expect({ status, stdout: fake.stdout() }).toEqual({ status: 1, stdout: '' });
  expect(fake.stderr()).toContain('--port: ');
  expect(fake.stderr()).toContain(words);
});

test.each(['70000', 'abc', '-'])('--port %s is wrong use', async (port) => {
  const fake = fakeShell();
  expect(await run(['serve', '--port', port], fakeContext(fake.shell))).toBe(2);
  expect(fake.stderr()).toContain('postway serve: --port: ');
});
