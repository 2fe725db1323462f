import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type RequestOptions, request } from 'node:http';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../needs.ts';
import { StrictEmitter, strict } from './strict.ts';
import { UtilityProcessDouble } from './utility-process.ts';
import { WebDouble } from './web.ts';
import { BrowserWindowDouble, type WindowOptions } from './window.ts';

const { version } = createRequire(import.meta.url)('../../../package.json') as { version: string };

type Loader = { _load(request: string, parent: { filename?: string } | null, isMain: boolean): unknown };
type MenuItem = {
  role?: string;
  label?: string;
  accelerator?: string;
  click?: () => void;
  submenu?: MenuItem[];
};
/** A question of the app's own in a dialog of the system's. */
export type Asked = {
  message: string;
  detail?: string;
  buttons: string[];
  defaultId?: number;
  cancelId?: number;
};
type SaveAnswer = { canceled: boolean; filePath: string };

export type LaunchOptions = {
  /** The built main bundle, such as `dist/main/index.cjs`. */
  readonly mainFile: string;
  /** What `app.requestSingleInstanceLock()` answers. */
  readonly hasLock?: boolean;
  /** A script that the engine's process runs before its own, such as one with a fault in it. */
  readonly inEngine?: string;
  /** The app is a packed one, with this folder of resources beside it. */
  readonly packedIn?: string;
  /** Where the app keeps what is its own; a folder that goes with the app without it. */
  readonly userData?: string;
  /** Chromium listens there for somebody else to drive it too. */
  readonly debuggingPort?: number;
};

/** An app under the double, in the shape of Playwright's own Electron launcher where the two agree. */
export type LaunchedApp = {
  /** The first window's page, once main has shown the window. */
  firstWindow(): Promise<Page>;
  readonly windows: readonly BrowserWindowDouble[];
  /** The options of every window so far, also of those that are gone. */
  windowsOpened(): readonly WindowOptions[];
  /** The processes that the app has forked and that still run. */
  readonly processes: ReadonlySet<UtilityProcessDouble>;
  readonly app: AppDouble;
  readonly web: WebDouble;
  readonly menu: () => readonly MenuItem[];
  /** What the person answers when the app asks where to save. */
  answerSaveDialog(answer: SaveAnswer): void;
  /** The names that were suggested so far when the app asked where to save. */
  savesAsked(): readonly string[];
  /** Which button the person presses in each question from now on, by its number. */
  answerQuestions(button: number): void;
  /** The questions so far. */
  questionsAsked(): readonly Asked[];
  /** A message as a page of our choosing would send it: a frame inside the window, or a page of somebody else. */
  sayAs(sender: { url: string; isMainFrame: boolean }, channel: string, ...values: unknown[]): void;
  /** Quits as the person would, and takes the double away. */
  close(): Promise<void>;
};

/**
 * Runs the real main bundle in this process with Electron's API played by this folder, and the real preload and window in
 * Debian's Chromium. What it cannot show: Electron's own sandbox and context isolation, native dialogs and menus, BoringSSL.
 */
export async function launchElectron({
  mainFile,
  hasLock = true,
  inEngine,
  packedIn,
  userData,
  debuggingPort,
}: LaunchOptions): Promise<LaunchedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'postway-electron-'));
  const browser = await chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`],
  });
  const context = await browser.newContext();
  const windows: BrowserWindowDouble[] = [];
  const opened: WindowOptions[] = [];
  const web = new WebDouble(() => windows.map((window) => window.webContents));
  await web.attach(context);

  const app = new AppDouble(folder, hasLock, () => windows, packedIn !== undefined, userData);
  const ipcMain = new StrictEmitter('ipcMain');
  let menu: readonly MenuItem[] = [];
  let saveAnswer: SaveAnswer | null = null;
  const savesAsked: string[] = [];
  const questions: Asked[] = [];
  let button = 0;
  const processes = new Set<UtilityProcessDouble>();
  let firstOpened: (window: BrowserWindowDouble) => void = () => undefined;
  const first = new Promise<BrowserWindowDouble>((resolve) => {
    firstOpened = resolve;
  });

  class BrowserWindow extends BrowserWindowDouble {
    constructor(options: WindowOptions) {
      super(context, options, (channel, event, values) => ipcMain.emit(channel, event, ...values));
      windows.push(this);
      opened.push(options);
      this.once('closed', () => {
        windows.splice(windows.indexOf(this), 1);
        if (windows.length === 0) app.emit('window-all-closed');
      });
      app.emit('web-contents-created', {}, this.webContents);
      firstOpened(this);
    }
    static getAllWindows(): readonly BrowserWindowDouble[] {
      return [...windows];
    }
    static fromWebContents(contents: object): BrowserWindowDouble | null {
      return windows.find((window) => window.webContents === contents) ?? null;
    }
  }

  const electron = strict('electron', {
    app,
    BrowserWindow,
    ipcMain,
    protocol: web.protocol,
    session: web.session,
    shell: web.shell,
    // Node's requests have the events and methods of Electron's that are used here.
    net: strict('net', { request: (options: RequestOptions) => request(options) }),
    autoUpdater: new StrictEmitter('autoUpdater'),
    utilityProcess: strict('utilityProcess', {
      fork: (file: string, argv: readonly string[]) => {
        const begun = new UtilityProcessDouble(file, argv, inEngine);
        processes.add(begun);
        begun.once('exit', () => processes.delete(begun));
        return begun;
      },
    }),
    screen: strict('screen', {
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
    }),
    nativeTheme: strict('nativeTheme', { shouldUseDarkColors: false }),
    Menu: strict('Menu', {
      buildFromTemplate: (items: MenuItem[]) => items,
      setApplicationMenu: (items: MenuItem[]) => {
        menu = items;
      },
    }),
    dialog: strict('dialog', {
      showSaveDialog: async (_window: object, { defaultPath }: { defaultPath: string }) => {
        savesAsked.push(defaultPath);
        if (saveAnswer === null) throw new Error('electron double: no answer is ready for showSaveDialog');
        return saveAnswer;
      },
      showMessageBox: async (...given: [...object[], Asked]) => {
        questions.push(given.at(-1) as Asked);
        return { response: button };
      },
    }),
  });

  const takeAway = putResources(packedIn);
  const unload = load(mainFile, electron);
  app.becomeReady();

  return {
    firstWindow: async () => {
      const window = await first;
      if (!window.isVisible()) await once(window, 'show');
      return window.webContents.page;
    },
    windows,
    windowsOpened: () => opened,
    processes,
    app,
    web,
    menu: () => menu,
    answerSaveDialog(answer) {
      saveAnswer = answer;
    },
    savesAsked: () => savesAsked,
    answerQuestions(pressed) {
      button = pressed;
    },
    questionsAsked: () => questions,
    sayAs({ url, isMainFrame }, channel, ...values) {
      const sender = windows[0]?.webContents;
      if (sender === undefined) throw new Error('electron double: there is no window');
      const frame = strict('frame', { url, parent: isMainFrame ? null : sender.mainFrame });
      ipcMain.emit(channel, strict('event', { sender, senderFrame: frame }), ...values);
    },
    async close() {
      app.quit();
      for (const one of processes) one.kill();
      await browser.close();
      unload();
      takeAway();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `process.resourcesPath`, which Node does not have. Returns what takes it away again. */
function putResources(folder: string | undefined): () => void {
  const electronProcess = process as { resourcesPath?: string };
  if (folder !== undefined) electronProcess.resourcesPath = folder;
  return () => {
    delete electronProcess.resourcesPath;
  };
}

/** Electron's `app`. */
export class AppDouble extends StrictEmitter {
  readonly isPackaged: boolean;
  isSandboxed = false;
  /** What the system says about where it is. */
  countryCode = 'DE';
  hasQuit = false;
  private readonly folder: string;
  private readonly userData: string | undefined;
  private readonly hasLock: boolean;
  private readonly windows: () => readonly BrowserWindowDouble[];
  private readonly ready: Promise<void>;
  private markReady: () => void = () => undefined;

  constructor(
    folder: string,
    hasLock: boolean,
    windows: () => readonly BrowserWindowDouble[],
    isPackaged: boolean,
    userData: string | undefined,
  ) {
    super('app');
    this.isPackaged = isPackaged;
    this.userData = userData;
    this.folder = folder;
    this.hasLock = hasLock;
    this.windows = windows;
    this.ready = new Promise((resolve) => {
      this.markReady = resolve;
    });
  }

  enableSandbox(): void {
    this.isSandboxed = true;
  }
  requestSingleInstanceLock(): boolean {
    return this.hasLock;
  }
  whenReady(): Promise<void> {
    return this.ready;
  }
  getPath(name: string): string {
    return name === 'userData' && this.userData !== undefined ? this.userData : join(this.folder, name);
  }
  getVersion(): string {
    return version;
  }
  getLocaleCountryCode(): string {
    return this.countryCode;
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-GB'];
  }
  becomeReady(): void {
    this.markReady();
    this.emit('ready');
  }
  quit(): void {
    if (this.hasQuit) return;
    this.hasQuit = true;
    this.emit('before-quit', {});
    for (const window of [...this.windows()]) window.close();
    this.emit('will-quit', {});
    this.emit('quit', {}, 0);
  }
}

/** Loads the bundle afresh, with `electron` answered by the double for that file alone. Returns what undoes it. */
function load(mainFile: string, electron: object): () => void {
  const loader = Module as unknown as Loader;
  const original = loader._load;
  loader._load = (request, parent, isMain) =>
    request === 'electron' && parent?.filename === mainFile
      ? electron
      : original.call(loader, request, parent, isMain);
  const require = createRequire(import.meta.url);
  const unload = (): void => {
    loader._load = original;
    delete require.cache[mainFile];
  };
  try {
    require(mainFile);
  } catch (error) {
    unload();
    throw error;
  }
  return unload;
}
