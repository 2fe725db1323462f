import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has, needs } from '../support/needs.ts';
import { screenStates } from '../support/screens.ts';
import { axeFindings, launchBrowser, openWindow } from './window.ts';

describe('every screen in every state', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each(screenStates.map((state) => [state.name, state] as const))(
    '%s: accessible in light and dark, fits 320 pixels, keeps to the security policy',
    async (_name, state) => {
      const window = await openWindow(browser, { state });
      const { page } = window;
      expect(await axeFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' }); // changes colours and nothing else
      expect(await axeFindings(page, 'color-contrast')).toEqual([]);

      // 320 CSS pixels are also what is left of 1280 at 400 % zoom (WCAG 1.4.10).
      await page.setViewportSize({ width: 320, height: 640 });
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang).toBe(0);

      const heading = await page.getByRole('heading', { level: 1 }).textContent();
      expect(await page.title()).toBe(`${heading} – Postway`);
      expect(window.complaints).toEqual([]);
      await window.close();
    },
  );
});
