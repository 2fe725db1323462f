import { describe, expect, test } from 'vitest';
import { signInPage } from '../../../shared/discover/known-pages.ts';
import { needs } from '../../support/needs.ts';
import { launched } from './launched.ts';

describe('a page in the window', () => {
  needs('chromium');
  const running = launched();
  const own = 'app://postway/index.html';

  test('cannot leave for another address', async () => {
    const { firstWindow, web, windows } = running();
    const page = await firstWindow();
    await page.evaluate(() => {
      setTimeout(() => location.assign('https://elsewhere.example/'));
    });
    await expect.poll(() => web.log.refusedNavigations).toContain('https://elsewhere.example/');
    expect(windows[0]?.webContents.getURL()).toBe(own);
  });

  test('cannot open a window', async () => {
    const { firstWindow, web, windows } = running();
    const page = await firstWindow();
    await page.evaluate(() => void window.open('https://popup.example/'));
    await expect.poll(() => web.log.refusedWindows).toContain('https://popup.example/');
    expect(windows).toHaveLength(1);
  });

  test('opens the few pages that are written down in a browser, and no window', async () => {
    const { firstWindow, web, windows } = running();
    const page = await firstWindow();
    await page.evaluate((url) => void window.open(url), signInPage);
    await expect.poll(() => web.log.openedInBrowser).toEqual([signInPage]);
    expect(windows).toHaveLength(1);
  });

  test('cannot reach the network, even if its own policy were gone', () => {
    const { web } = running();
    expect(web.isCancelled('https://elsewhere.example/')).toBe(true);
    expect(web.isCancelled('http://127.0.0.1:25/')).toBe(true);
    expect(web.isCancelled('file:///etc/passwd')).toBe(true);
    expect(web.isCancelled('app://postway.elsewhere/index.html')).toBe(true);
    expect(web.isCancelled(own)).toBe(false);
  });

  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem'])(
    'is not granted %s',
    (permission) => {
      expect(running().web.isGranted(permission)).toBe(false);
    },
  );

  test('may put text on the clipboard, for the copy buttons', () => {
    expect(running().web.isGranted('clipboard-sanitized-write')).toBe(true);
  });

  test('cannot download', () => {
    const { web } = running();
    let prevented = false;
    web.session.defaultSession.emit('will-download', {
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(true);
  });

  test('runs in the sandbox, apart from Node and from the preload', () => {
    const { app, windows } = running();
    expect(app.isSandboxed).toBe(true);
    expect(windows[0]?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    });
  });

  test('is given no setting but those that were thought about', () => {
    // Among those that are not here: experimentalFeatures, enableBlinkFeatures, additionalArguments, offscreen.
    expect(Object.keys(running().windows[0]?.options.webPreferences ?? {}).sort()).toEqual([
      'allowRunningInsecureContent',
      'contextIsolation',
      'navigateOnDragDrop',
      'nodeIntegration',
      'nodeIntegrationInSubFrames',
      'nodeIntegrationInWorker',
      'preload',
      'sandbox',
      'spellcheck',
      'webSecurity',
      'webviewTag',
    ]);
  });

  test('cannot embed another page', () => {
    const contents = running().windows[0]?.webContents;
    let prevented = false;
    contents?.emit('will-attach-webview', {
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(true);
  });
});
