import type { Page } from 'playwright-core';

/** As the desktop app opens, and a small laptop. */
export const windowSizes = [
  { width: 960, height: 780 },
  { width: 1366, height: 650 },
] as const;

/**
 * What has to be pressed or read at once and is not wholly within the window as a screen opens, one line each: its main button, the button
 * that stops a check, and in the coach the drawn windows.
 */
export function outOfView(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    window.scrollTo(0, 0);
    const wanted =
      '.question-actions .button-main, .dialog .button-main, .way-head .button, .coach .drawn, .coach .drawn-next';
    return [...document.querySelectorAll(wanted)].flatMap((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const hidden = Math.round(Math.max(bottom - window.innerHeight, -top));
      return hidden > 0 ? [`${hidden} px of ${element.className}: ${element.textContent?.slice(0, 40)}`] : [];
    });
  });
}

/** How many pixels the page is wider than its window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Begins to note what moves without having been asked to. Before the page is loaded. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { shifts: 0 };
    Object.assign(window, { noted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) noted.shifts += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The sum of layout shifts since the page was loaded (web.dev/cls). */
export function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { noted: { shifts: number } }).noted.shifts);
}
