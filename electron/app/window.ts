import { BrowserWindow, nativeTheme, screen } from 'electron';
import { pageAddress } from './page-address.ts';
import type { KeptPreferences } from './preferences.ts';
import { reportBug } from './report-bug.ts';
import { placeToOpen } from './window-place.ts';

/** The one window; `lock-down.ts` takes away what its page may not do. Shown when there is something to see. */
export function openWindow(preload: string, preferences: KeptPreferences): BrowserWindow {
  const known = preferences.get();
  const window = new BrowserWindow({
    title: 'Postway',
    ...placeToOpen(
      known,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
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
  window.once('ready-to-show', () => {
    if (known.isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () =>
    preferences.set({ place: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
  window.loadURL(pageAddress).catch((error: unknown) => {
    if (!window.isDestroyed()) reportBug(error); // closed before it had loaded is no fault
  });
  return window;
}

/** Brings the window to the front, or opens it again where closing it did not end the app (macOS). */
export function showWindow(preload: string, preferences: KeptPreferences): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) {
    openWindow(preload, preferences);
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}
