import '../support/speak-english.ts';
import type { Browser, Page } from 'playwright-core';
import { button, heading, launchBrowser, openWindow } from '../e2e/window.ts';
import { blockedReport, eventsMidway, usableEvent } from '../support/sample-reports.ts';
import { median } from './measured.ts';

/** Medians in milliseconds. */
export type WindowFigures = {
  /** From asking for the window's address until its one field can be typed into. */
  readonly usableMs: number;
  /** The same browser with a page on which nothing stands. */
  readonly emptyPageMs: number;
  /** The longest time in which the window could not react, up to the first screen and then up to the verdict; 0 below 50 ms. */
  readonly longestTaskMs: { readonly first: number; readonly verdict: number };
};

/** What the built window takes in Chromium, each time in a context that has not seen it; the backend answers at once. */
export async function measureWindow(runs: number): Promise<WindowFigures> {
  const browser = await launchBrowser();
  try {
    const taken = {
      usable: [] as number[],
      empty: [] as number[],
      first: [] as number[],
      verdict: [] as number[],
    };
    for (let run = 0; run < runs; run += 1) {
      const once = await oneWindow(browser);
      taken.usable.push(once.usableMs);
      taken.first.push(once.longestTaskMs.first);
      taken.verdict.push(once.longestTaskMs.verdict);
      taken.empty.push(once.emptyPageMs);
    }
    return {
      usableMs: median(taken.usable),
      emptyPageMs: median(taken.empty),
      longestTaskMs: { first: median(taken.first), verdict: median(taken.verdict) },
    };
  } finally {
    await browser.close();
  }
}

async function oneWindow(browser: Browser): Promise<WindowFigures> {
  let asked = 0;
  const window = await openWindow(browser, {
    before: async (page) => {
      await noteLongTasks(page);
      asked = performance.now();
    },
  });
  const { page, backend } = window;
  const field = page.getByLabel('Your mail address');
  await field.waitFor();
  const usableMs = performance.now() - asked;
  const first = await longestTask(page);

  await field.fill('you@example.org');
  await button(page, 'Find out why').click();
  await heading(page, /Trying the ways/).waitFor();
  for (const event of [...eventsMidway, usableEvent]) {
    backend.emit(event);
    await page.waitForTimeout(20);
  }
  backend.finish(blockedReport);
  await heading(page, /port 25/).waitFor();
  const verdict = await longestTask(page);

  const emptyPageMs = await emptyPage(browser);
  await window.close();
  return { usableMs, emptyPageMs, longestTaskMs: { first, verdict } };
}

async function emptyPage(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  const asked = performance.now();
  await page.goto('http://127.0.0.1/');
  const tookMs = performance.now() - asked;
  await page.close();
  return tookMs;
}

/** Before the page is loaded. */
async function noteLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Of the page so far; browsers tell of none below 50 ms (w3.org/TR/longtasks). */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
}
