import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createBackend } from '../../electron/backend/backend.ts';
import { serve } from '../../electron/serve/serve.ts';
import { windowFolder } from './screens.ts';

export type ServedWindow = {
  readonly page: Page;
  readonly url: string;
  readonly bugs: readonly unknown[];
  /** Whatever the page complained about: exceptions, console errors, violations of its security policy. */
  readonly complaints: readonly string[];
  /** Every frame of its WebSocket. */
  readonly frames: { readonly sent: readonly string[]; readonly received: readonly string[] };
  close(): Promise<void>;
};

/** The built window in a browser, over the real loopback server, with the real backend; in that practice situation when one is named. */
export async function servedWindow(browser: Browser, practice: string | null = null): Promise<ServedWindow> {
  const bugs: unknown[] = [];
  const reportBug = (bug: unknown) => bugs.push(bug);
  const describe = { version: '0.1.0', platform: 'linux', isDesktop: false, practice };
  const backend = createBackend({ describe, reportBug });
  const ending = new AbortController();
  const { handlers } = backend;
  const serving = await serve({ handlers, rendererDir: windowFolder, signal: ending.signal, reportBug });
  if (!serving.ok) expect.unreachable();
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  const frames = { sent: [] as string[], received: [] as string[] };
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => frames.sent.push(String(payload)));
    socket.on('framereceived', ({ payload }) => frames.received.push(String(payload)));
  });
  await page.goto(serving.url);
  return {
    page,
    url: serving.url,
    bugs,
    complaints,
    frames,
    async close() {
      await context.close();
      ending.abort();
      await serving.closed;
      await backend.close();
    },
  };
}
