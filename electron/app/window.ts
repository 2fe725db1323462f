import { BrowserWindow, nativeTheme } from 'electron';
import { pageAddress } from './page-address.ts';
import { reportBug } from './report-bug.ts';

/** The one window; `lock-down.ts` takes away what its page may not do. Shown when there is something to see. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Postway',
    width: 960,
    height: 780,
    minWidth: 360,
    minHeight: 480,
    show: false,
    // The first paint, before the page's own colours arrive: `--page` of renderer/ui/tokens.css.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#11151b' : '#f4f6f9',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Downloads dictionaries from the network, and there is nothing to spell here.
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL(pageAddress).catch((error: unknown) => {
    if (!window.isDestroyed()) reportBug(error); // closed before it had loaded is no fault
  });
  return window;
}

/** Brings the window to the front, or opens it again where closing it did not end the app (macOS). */
export function showWindow(preload: string): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) {
    openWindow(preload);
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}
