/** Names through which page and double meet. The first is gone before the page's own code runs. */
export const toMainName = '__electronDoubleToMain';
export const toPageName = '__electronDoubleToPage';

/**
 * The script that Chromium runs before a page's own: it gives the real preload bundle the two modules a sandboxed
 * preload has, and takes away what the page must not see. In frames inside the page the preload does not run
 * (`nodeIntegrationInSubFrames` is off).
 */
export function preloadScript(preloadSource: string): string {
  return `(${beforePage.toString()})(
    ${JSON.stringify(toMainName)}, ${JSON.stringify(toPageName)},
    (require, module, exports) => { ${preloadSource}\n }
  );`;
}

type Listener = (event: object, ...values: unknown[]) => void;
type ToMain = (channel: string, values: unknown[]) => Promise<void>;
type Preload = (require: (id: string) => unknown, module: object, exports: object) => void;

/** Runs in the page; reaches nothing outside itself. */
function beforePage(toMainKey: string, toPageKey: string, preload: Preload): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const toMain = page[toMainKey] as ToMain;
  delete page[toMainKey];
  if (window.top !== window) return;

  const listeners = new Map<string, Set<Listener>>();
  const missing = (name: string, known: object): object =>
    new Proxy(known, {
      get(target, key, receiver) {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key, receiver);
        throw new Error(`electron double: ${name}.${key} is not implemented`);
      },
    });

  const ipcRenderer = missing('ipcRenderer', {
    send(channel: string, ...values: unknown[]) {
      // What cannot be copied (a function, a node of the page) throws here, as it does in Electron.
      void toMain(channel, structuredClone(values)).catch(() => undefined); // the page may be closing
    },
    on(channel: string, listener: Listener) {
      if (!listeners.has(channel)) listeners.set(channel, new Set());
      listeners.get(channel)?.add(listener);
    },
    removeListener(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
    },
  });
  const contextBridge = missing('contextBridge', {
    exposeInMainWorld(name: string, api: object) {
      Object.defineProperty(page, name, { value: Object.freeze({ ...api }), enumerable: true });
    },
  });
  Object.defineProperty(page, toPageKey, {
    value: (channel: string, values: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer }, ...values);
    },
  });

  const electron = missing('electron', { ipcRenderer, contextBridge });
  const requireInSandbox = (id: string): unknown => {
    if (id === 'electron') return electron;
    throw new Error(`module not found: ${id}`);
  };
  const module = { exports: {} };
  preload(requireInSandbox, module, module.exports);
}
