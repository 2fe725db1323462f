import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../shared/text/languages.ts';
import { speak } from '../../shared/text/speak.ts';
import { has, needs } from '../support/needs.ts';
import { eventsMidway, usableEvent } from '../support/sample-reports.ts';
import { screenStates } from '../support/screens.ts';
import { outOfView, overhang, shiftsOf, watchShifts, windowSizes } from './measured.ts';
import { axeFindings, launchBrowser, openWindow } from './window.ts';

describe('every screen in every state', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each(screenStates.map((state) => [state.name, state] as const))(
    '%s: accessible however it is shown, what is to be pressed in view, fits 320 pixels, keeps to the security policy',
    async (name, state) => {
      const window = await openWindow(browser, { state });
      const { page } = window;
      expect(await axeFindings(page)).toEqual([]);
      expect(await axeFindings(page, 'color-contrast-enhanced')).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' }); // changes colours and nothing else
      expect(await axeFindings(page, 'color-contrast', 'color-contrast-enhanced')).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      expect(await axeFindings(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });

      for (const size of windowSizes) {
        await page.setViewportSize(size);
        // The drawing takes its new size once the browser told its own.
        if (!isForScrolling(name)) await expect.poll(() => outOfView(page), { timeout: 5_000 }).toEqual([]);
      }
      // A narrow window, and the app's own at 200 %.
      for (const [width, height] of [
        [360, 740],
        [480, 390],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await overhang(page)).toBe(0);
        expect(await axeFindings(page)).toEqual([]);
      }
      // What is left of 1280 pixels at 400 % (WCAG 1.4.10).
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overhang(page)).toBe(0);

      const heading = await page.getByRole('heading', { level: 1 }).textContent();
      expect(await page.title()).toBe(`${heading} – Postway`);
      if (!state.unloaded && !state.isLost) expect(window.complaints).toEqual([]);
      await window.close();
    },
    60_000,
  );

  // English is above. The others are measured at night, or when somebody asks for one, as the journeys are.
  const asked = process.env.POSTWAY_JOURNEYS_IN;
  const others = languages.filter((one) => one !== 'en' && (asked === 'all' || asked === one));
  describe.each(others)('in %s', (language) => {
    beforeAll(() => speak(language));
    afterAll(() => speak('en'));

    test.each(screenStates.map((state) => [state.name, state] as const))(
      '%s: what is to be pressed in view, fits 320 pixels, says which language it is',
      async (name, state) => {
        const window = await openWindow(browser, { state, context: { locale: language } });
        const { page } = window;
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        for (const size of windowSizes) {
          await page.setViewportSize(size);
          if (!isForScrolling(name)) await expect.poll(() => outOfView(page), { timeout: 5_000 }).toEqual([]);
        }
        for (const width of [360, 320]) {
          await page.setViewportSize({ width, height: 640 });
          expect(await overhang(page)).toBe(0);
        }
        await window.close();
      },
      60_000,
    );
  });

  // The first click opens a menu, and no window is drawn of it.
  const clicks = screenStates.filter(({ name }) => /^coach-outlook-[2-7]$/.test(name));
  test.each(clicks.map((state) => [state.name, state] as const))(
    '%s: what is to be set is drawn large enough to be read on a small laptop',
    async (_, state) => {
      const viewport = { width: 1366, height: 650 };
      const window = await openWindow(browser, { state, context: { viewport } });
      const marked = window.page.locator('.drawn .is-marked, .drawn .is-next').first();
      // The size that is seen: the drawing is zoomed.
      const px = await marked.evaluate((element) => {
        const { width } = element.getBoundingClientRect();
        const drawn = element instanceof HTMLElement ? element.offsetWidth : width;
        return (Number.parseFloat(getComputedStyle(element).fontSize) * width) / drawn;
      });
      expect(px).toBeGreaterThanOrEqual(11.5);
      await window.close();
    },
  );

  test('nothing jumps while results stream in', async () => {
    const window = await openWindow(browser, { before: watchShifts });
    const { page, backend } = window;
    await page.setViewportSize({ width: 960, height: 780 });
    await page.getByLabel('Your mail address').fill('you@example.org');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Trying the ways/ }).waitFor();
    const before = await shiftsOf(page);
    for (const event of [...eventsMidway, usableEvent]) {
      backend.emit(event);
      await page.waitForTimeout(60); // each is drawn by itself
    }
    await page.getByText('This already works:').first().waitFor();
    const after = await shiftsOf(page);
    expect(after - before).toBeLessThan(0.02);
    await window.close();
  });
});

/** The page of all settings is one to scroll; in the others the person has opened something long above the button. */
function isForScrolling(name: string): boolean {
  return ['settings-', 'address-what-was-read', 'send-test-certificate'].some((one) => name.startsWith(one));
}
