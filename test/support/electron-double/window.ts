import { readFileSync } from 'node:fs';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { fromChromium, toChromium } from './addresses.ts';
import { preloadScript, toMainName, toPageName } from './in-page.ts';
import { StrictEmitter, strict } from './strict.ts';

export type WindowOptions = {
  readonly show?: boolean;
  readonly webPreferences?: { readonly preload?: string; readonly javascript?: boolean } & Record<
    string,
    unknown
  >;
} & Record<string, unknown>;
type PrintOptions = { pageSize?: 'A4' | 'Letter'; generateTaggedPDF?: boolean };
type Opener = (details: { url: string }) => { action: 'allow' | 'deny' };
/** One message from a page, as main's `ipcMain` hears it. */
export type SentByPage = (channel: string, event: object, values: unknown[]) => void;

/** Electron's `WebContents` over a page of Chromium. */
export class WebContentsDouble extends StrictEmitter {
  readonly mainFrame: { readonly url: string; readonly parent: null };
  readonly page: Promise<Page>;
  /** Addresses that `loadURL` asked for: those navigations are main's own and are not put to `will-navigate`. */
  readonly expected = new Set<string>();
  /** A new page is on its way; a change of the address without one is a jump inside the page. */
  awaitsNavigation = false;
  windowOpenHandler: Opener = () => ({ action: 'allow' });
  private currentPage: Page | null = null;
  private destroyed = false;
  private sending: Promise<void> = Promise.resolve();

  constructor(context: BrowserContext, options: WindowOptions, heard: SentByPage) {
    super('webContents');
    const getURL = (): string => this.getURL();
    this.mainFrame = strict('mainFrame', {
      get url() {
        return getURL();
      },
      parent: null,
    });
    this.page = this.open(context, options.webPreferences, heard);
    this.page.catch(() => this.markDestroyed()); // the app ended before its window was there
  }

  getURL(): string {
    return this.currentPage === null ? '' : fromChromium(this.currentPage.url());
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  /** The options that main may give, in Playwright's words; anything else is not known here. */
  async printToPDF({ pageSize, generateTaggedPDF, ...more }: PrintOptions): Promise<Buffer> {
    if (Object.keys(more).length > 0)
      throw new Error(`electron double: printToPDF with ${Object.keys(more)}`);
    const page = await this.page;
    return page.pdf({ format: pageSize ?? 'Letter', tagged: generateTaggedPDF ?? false });
  }
  setWindowOpenHandler(handler: Opener): void {
    this.windowOpenHandler = handler;
  }

  /** Messages arrive in the order they were sent; one to a page that is going away is lost, as in Electron. */
  send(channel: string, ...values: unknown[]): void {
    if (this.destroyed) throw new Error('Object has been destroyed');
    const copy: unknown[] = structuredClone(values);
    this.sending = this.sending.then(async () => {
      const page = await this.page;
      await page
        .evaluate(
          ([name, to, what]) => {
            const deliver = (globalThis as unknown as Record<string, (c: string, v: unknown[]) => void>)[
              name
            ];
            deliver?.(to, what);
          },
          [toPageName, channel, copy] as const,
        )
        .catch(() => undefined);
    });
  }

  /** What Electron says a message comes from. A frame inside the page has a parent. */
  frameFor(frame: Frame): object {
    if (frame.parentFrame() === null) return this.mainFrame;
    return strict('frame', { url: fromChromium(frame.url()), parent: this.mainFrame });
  }

  markDestroyed(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('destroyed');
  }

  private async open(
    context: BrowserContext,
    { preload, javascript = true }: NonNullable<WindowOptions['webPreferences']> = {},
    heard: SentByPage,
  ): Promise<Page> {
    const page = await context.newPage();
    if (!javascript) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    }
    this.currentPage = page;
    page.on('close', () => this.markDestroyed());
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    page.on('framenavigated', (frame) => {
      if (frame.parentFrame() !== null || !this.awaitsNavigation) return;
      this.awaitsNavigation = false;
      this.emit('did-navigate', {}, this.getURL());
    });
    page.on('load', () => this.emit('did-finish-load'));
    if (preload !== undefined) {
      await page.exposeBinding(toMainName, ({ frame }, channel: string, values: unknown[]) => {
        const event = strict('event', { sender: this, senderFrame: this.frameFor(frame) });
        heard(channel, event, values);
      });
      await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
    }
    return page;
  }
}

/** Electron's `BrowserWindow`: the options as given, and a page. */
export class BrowserWindowDouble extends StrictEmitter {
  readonly webContents: WebContentsDouble;
  readonly options: WindowOptions;
  private visible: boolean;

  constructor(context: BrowserContext, options: WindowOptions, heard: SentByPage) {
    super('BrowserWindow');
    this.options = options;
    this.visible = options.show !== false;
    this.webContents = new WebContentsDouble(context, options, heard);
    this.webContents.once('destroyed', () => this.emit('closed'));
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.webContents.page;
    this.webContents.expected.add(toChromium(address));
    await page.goto(toChromium(address), { waitUntil: 'load' });
    this.emit('ready-to-show');
  }
  show(): void {
    this.visible = true;
    this.emit('show');
  }
  focus(): void {
    this.emit('focus');
  }
  isVisible(): boolean {
    return this.visible;
  }
  isMaximized(): boolean {
    return false;
  }
  getNormalBounds(): object {
    return { x: 40, y: 50, width: 960, height: 780 };
  }
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }
  /** As `close`, and nobody is asked. */
  destroy(): void {
    void this.webContents.page.then(
      (page) => page.close(),
      () => undefined,
    );
  }
  close(): void {
    this.emit('close', {});
    // `closed` follows when Chromium has closed it, or at once when the page was never there.
    void this.webContents.page.then(
      (page) => page.close(),
      () => undefined,
    );
  }
}
