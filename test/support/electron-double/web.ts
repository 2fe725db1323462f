import type { BrowserContext, Frame, Request, Route } from 'playwright-core';
import { fromChromium } from './addresses.ts';
import { StrictEmitter, strict } from './strict.ts';
import type { WebContentsDouble } from './window.ts';

type Answer<T> = (answer: T) => void;
type SchemeHandler = (request: globalThis.Request) => Response | Promise<Response>;
type PermissionRequest = (contents: object, permission: string, answer: Answer<boolean>) => void;
type PermissionCheck = (contents: object | null, permission: string) => boolean;
type BeforeRequest = (details: { url: string }, answer: Answer<{ cancel?: boolean }>) => void;

/** What became of the page's wishes, for tests to look at. */
export type WebLog = {
  readonly refusedNavigations: string[];
  readonly refusedWindows: string[];
  readonly openedInBrowser: string[];
};

/** Electron's `session` and `protocol`: how a page's requests reach main's handlers and nothing else. */
export class WebDouble {
  readonly log: WebLog = { refusedNavigations: [], refusedWindows: [], openedInBrowser: [] };
  readonly schemes: { scheme: string; privileges: Record<string, boolean> }[] = [];
  permissionRequest: PermissionRequest | null = null;
  permissionCheck: PermissionCheck | null = null;
  private readonly handlers = new Map<string, SchemeHandler>();
  private beforeRequest: BeforeRequest = (_details, answer) => answer({});
  private readonly contents: () => readonly WebContentsDouble[];

  constructor(contents: () => readonly WebContentsDouble[]) {
    this.contents = contents;
  }

  readonly protocol = strict('protocol', {
    registerSchemesAsPrivileged: (schemes: WebDouble['schemes']) => void this.schemes.push(...schemes),
    handle: (scheme: string, handler: SchemeHandler) => void this.handlers.set(scheme, handler),
  });

  readonly shell = strict('shell', {
    openExternal: async (url: string) => void this.log.openedInBrowser.push(url),
  });

  readonly session = strict('session', {
    fromPartition: () => strict('session', {}),
    defaultSession: Object.assign(new StrictEmitter('session'), {
      setPermissionRequestHandler: (handler: PermissionRequest) => {
        this.permissionRequest = handler;
      },
      setPermissionCheckHandler: (handler: PermissionCheck) => {
        this.permissionCheck = handler;
      },
      setDevicePermissionHandler: () => undefined,
      webRequest: strict('webRequest', {
        onBeforeRequest: (handler: BeforeRequest) => {
          this.beforeRequest = handler;
        },
      }),
    }),
  });

  /** From now on Chromium asks here for everything; nothing reaches a network. */
  async attach(context: BrowserContext): Promise<void> {
    await context.route('**/*', (route, request) => this.answer(route, request));
    // A popup that main did not allow is closed before it shows anything (in Electron it never exists).
    context.on('page', async (page) => {
      if ((await page.opener()) !== null) await page.close();
    });
  }

  /** What main's scheme answers to an address. */
  async ask(address: string, method: string): Promise<Response> {
    const handler = this.handlers.get(new URL(address).protocol.slice(0, -1));
    if (handler === undefined) throw new Error(`electron double: no scheme answers ${address}`);
    return handler(new Request(address, { method }));
  }

  /** Whether main lets a page's request for this address go out at all. */
  isCancelled(url: string): boolean {
    let cancelled = false;
    this.beforeRequest({ url }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return cancelled;
  }

  /** Whether main grants a permission to the page, asked in both of Electron's ways; they must agree. */
  isGranted(permission: string): boolean {
    const contents = this.contents()[0];
    if (!contents || !this.permissionRequest || !this.permissionCheck) {
      throw new Error('electron double: nobody decides about permissions');
    }
    let granted = false;
    this.permissionRequest(contents, permission, (answer) => {
      granted = answer;
    });
    if (granted !== this.permissionCheck(contents, permission)) {
      throw new Error(`electron double: request and check disagree about ${permission}`);
    }
    return granted;
  }

  private async answer(route: Route, request: Request): Promise<void> {
    const url = fromChromium(request.url());
    const frame = frameOf(request);
    const contents = frame && (await this.contentsOf(frame));
    if (!frame || !contents) {
      const opener = this.contents()[0];
      if (opener?.windowOpenHandler({ url }).action !== 'allow') this.log.refusedWindows.push(url);
      await route.abort();
      return;
    }
    if (request.isNavigationRequest() && !this.mayNavigate(contents, frame, request.url())) {
      this.log.refusedNavigations.push(url);
      // 204 leaves the page where it is; aborting would put an error page in its place.
      await route.fulfill({ status: 204 });
      return;
    }
    if (this.isCancelled(url)) {
      await route.abort();
      return;
    }
    const response = await this.ask(url, request.method());
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  private mayNavigate(contents: WebContentsDouble, frame: Frame, chromiumUrl: string): boolean {
    const url = fromChromium(chromiumUrl);
    const isMainFrame = frame.parentFrame() === null;
    let prevented = false;
    const event = strict('event', {
      url,
      isMainFrame,
      isSameDocument: false,
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!contents.expected.delete(chromiumUrl)) {
      contents.emit('will-frame-navigate', event);
      if (isMainFrame) contents.emit('will-navigate', event, url);
    }
    if (!prevented && isMainFrame) contents.awaitsNavigation = true;
    return !prevented;
  }

  private async contentsOf(frame: Frame): Promise<WebContentsDouble | null> {
    for (const contents of this.contents()) {
      if ((await contents.page) === frame.page()) return contents;
    }
    return null;
  }
}

/** The first request of a popup belongs to no frame yet, and Playwright throws when asked for it. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
