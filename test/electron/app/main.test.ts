import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { say } from '../../../shared/text/index.ts';
import { loadWords } from '../../../shared/text/load-words.ts';
import { launchElectron } from '../../support/electron-double/launch.ts';
import { needs } from '../../support/needs.ts';
import { launched, mainFile } from './launched.ts';

describe('the app', () => {
  needs('chromium');
  const running = launched();

  test('opens one window on its own page, and shows it once there is something to see', async () => {
    const { windows, firstWindow } = running();
    expect(await (await firstWindow()).title()).toContain('Postway');
    expect(windows.map(({ webContents }) => webContents.getURL())).toEqual(['app://postway/index.html']);
    expect(windows[0]?.options).toMatchObject({ show: false });
    await expect.poll(() => windows[0]?.isVisible()).toBe(true);
  });

  test("is painted in the page's own colour from the first moment", () => {
    const tokens = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
    const [light] = [...tokens.matchAll(/--page: (#[0-9a-f]{6})/g)].map(([, colour]) => colour);
    expect(running().windows[0]?.options).toMatchObject({ backgroundColor: light });
  });

  test('loads its page without a complaint from the browser', async () => {
    const page = await running().firstWindow();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.reload();
    await page.getByRole('heading').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('has the menus that people know, with copy and zoom', () => {
    const roles = running()
      .menu()
      .flatMap((menu) => [menu.role, ...(menu.submenu ?? []).map((item) => item.role)]);
    expect(roles).toEqual(
      expect.arrayContaining([
        'fileMenu',
        'editMenu',
        'viewMenu',
        'windowMenu',
        'zoomIn',
        'zoomOut',
        'resetZoom',
      ]),
    );
  });

  test('opens the page of help from the menu, with its version and the licences of what is in it', async () => {
    const { menu, firstWindow } = running();
    const page = await firstWindow();
    const help = menu().find(({ role }) => role === 'help')?.submenu?.[0];
    expect(help).toMatchObject({ label: say('app.menu.help'), accelerator: 'F1' });
    help?.click?.();
    await page.getByRole('heading', { level: 1, name: say('help.title') }).waitFor();
    await page.getByRole('button', { name: say('help.libraries') }).click();
    await page.getByText(/^react \d/).waitFor();
  });

  test('has its own menu entries in the language that the window speaks', async () => {
    const page = await running().firstWindow();
    const labels = () =>
      running()
        .menu()
        .flatMap(({ submenu = [] }) => submenu.map(({ label }) => label));
    expect(labels()).toContain('Open a Report…');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
    const german = await loadWords('de');
    await expect.poll(labels).toContain(german('app.menu.open'));
    expect(labels()).not.toContain('Open a Report…');
    await page.getByRole('combobox').first().selectOption('en');
    await expect.poll(labels).toContain('Open a Report…');
  });

  test('brings its window to the front when it is started again', () => {
    const { app, windows } = running();
    let focused = 0;
    windows[0]?.once('focus', () => {
      focused += 1;
    });
    app.emit('second-instance', {}, [], '/');
    expect(focused).toBe(1);
    expect(windows).toHaveLength(1);
  });
});

describe('starting and ending', () => {
  needs('chromium');

  test('a second Postway ends without a window', async () => {
    const second = await launchElectron({ mainFile, hasLock: false });
    try {
      expect(second.app.hasQuit).toBe(true);
      expect(second.windows).toEqual([]);
    } finally {
      await second.close();
    }
  });

  test.skipIf(process.platform === 'darwin')('closing the window ends the app', async () => {
    const app = await launchElectron({ mainFile });
    try {
      await app.firstWindow();
      app.windows[0]?.close();
      await expect.poll(() => app.app.hasQuit).toBe(true);
    } finally {
      await app.close();
    }
  });

  test('an Electron API that nobody wrote for the double fails loudly', async () => {
    const app = await launchElectron({ mainFile });
    try {
      expect(() => Reflect.get(app.app, 'getGPUInfo')).toThrow(
        'electron double: app.getGPUInfo is not implemented',
      );
    } finally {
      await app.close();
    }
  });
});
