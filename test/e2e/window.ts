import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { type FakeBackend, fakeBackend } from '../support/fake-backend.ts';
import { chromiumPath } from '../support/needs.ts';
import {
  headingOf,
  type ScreenState,
  shown,
  shownAsHeadline,
  storageOf,
  windowFolder,
} from '../support/screens.ts';
import { serveWindow } from '../support/window-server.ts';

/** Starts Chromium. Call it only where `has('chromium')`. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? '' });
}

export type OpenWindow = {
  readonly page: Page;
  readonly backend: FakeBackend;
  /** Whatever the page complained about: exceptions, console errors, violations of its security policy. */
  readonly complaints: string[];
  dropConnections(): () => void;
  close(): Promise<void>;
};

type OpenOptions = {
  /** Begins in that state; the window begins empty without it. */
  readonly state?: ScreenState;
  readonly backend?: FakeBackend;
  readonly context?: BrowserContextOptions;
  /** Done with the page before it loads. */
  readonly before?: (page: Page) => Promise<void>;
};

/** Opens the built window against a backend that does what the test says. */
export async function openWindow(browser: Browser, options: OpenOptions = {}): Promise<OpenWindow> {
  const { state } = options;
  const backend = options.backend ?? state?.backend?.() ?? fakeBackend();
  const server = await serveWindow(windowFolder, backend.handlers);
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options.context,
  });
  if (state) {
    await context.addInitScript((storage) => {
      if (sessionStorage.length > 0) return; // a reload finds what the window itself saved
      for (const [key, value] of Object.entries(storage)) sessionStorage.setItem(key, value);
    }, storageOf(state));
  }
  const page = await context.newPage();
  if (state?.unloaded) await page.route(state.unloaded, (route) => route.abort());
  await options.before?.(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(server.url);
  if (state) {
    for (const name of state.press ?? []) {
      await page
        .getByRole('button', { name: shown(name), exact: true })
        .first()
        .click();
    }
    await page.getByRole('heading', { level: 1, name: headingOf(state) }).waitFor();
    if (state.isLost) await server.close();
    if (state.later) {
      const asItIs = page.getByText(shown(state.later));
      await asItIs
        .or(page.getByText(shownAsHeadline(state.later)))
        .first()
        .waitFor();
    }
  }
  return {
    page,
    backend,
    complaints,
    dropConnections: server.dropConnections,
    async close() {
      await context.close();
      if (!state?.isLost) await server.close();
    },
  };
}

/** The screen's one heading, where it says that. */
export function heading(page: Page, name: RegExp): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/** The button that says exactly that. */
export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** The text of what has the focus. */
export function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** What axe finds wrong with the page as it is now, one line a finding; by all of its rules, or by those. */
export async function axeFindings(page: Page, ...rules: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { axe: injected } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await injected.run({
      resultTypes: ['violations'],
      ...(only.length > 0 && { runOnly: [...only] }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
    );
  }, rules);
}
