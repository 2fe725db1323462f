import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has, needs } from '../support/needs.ts';
import { clearReport } from '../support/sample-reports.ts';
import { stateNamed } from '../support/screens.ts';
import { overhang } from './measured.ts';
import { axeFindings, focusedText, launchBrowser, openWindow } from './window.ts';

describe('beside the course', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('F1 opens help, larger text holds on every screen and after a reload, and what was typed is still there', async () => {
    const window = await openWindow(browser);
    const { page } = window;
    await page.getByLabel('Your mail address').fill('you@example.org');
    await page.keyboard.press('F1');
    await page.getByRole('heading', { level: 1, name: 'Help and about' }).waitFor();
    await page.getByRole('radio', { name: 'Largest' }).press('Space');
    await page.getByRole('button', { name: 'Libraries in it' }).click();
    await page.getByText(/^zod \d/).click();
    await page.getByText('Permission is hereby granted').filter({ visible: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overhang(page)).toBe(0);
    await page.getByRole('button', { name: 'Back to Postway' }).press('Enter');
    expect(await page.getByLabel('Your mail address').inputValue()).toBe('you@example.org');
    const rootSize = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    expect(await rootSize()).toBe('24px');
    await page.reload();
    await page.getByLabel('Your mail address').waitFor();
    expect(await rootSize()).toBe('24px');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a result is a key away from somebody else', async () => {
    const window = await openWindow(browser, { state: stateNamed('share-sheet') });
    const { page } = window;
    await page.keyboard.press('F1');
    await page.getByRole('heading', { level: 1, name: 'Help and about' }).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { level: 1, name: /Tell somebody else/ }).waitFor();
    await window.close();
  });

  test('an answer to “Did it arrive?” is there again after Help and a reload, and Escape closes what is open', async () => {
    const window = await openWindow(browser, { state: stateNamed('arrived-nothing') });
    const { page } = window;
    const answered = page.getByRole('heading', { level: 1, name: 'It says nothing, and does not arrive' });
    await answered.waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('heading', { level: 1, name: 'Help and about' }).waitFor();
    await page.keyboard.press('Escape');
    await answered.waitFor();
    await page.reload();
    await answered.waitFor();
    await page.keyboard.press('Escape');
    const asked = page.getByRole('heading', { level: 1, name: /Did it arrive/ });
    await asked.waitFor();
    await page.keyboard.press('Escape');
    await asked.waitFor();
    await window.close();
  });

  test('after “Clear and start again” the browser’s Back leads to no screen of before', async () => {
    const window = await openWindow(browser);
    const { page, backend } = window;
    const check = async () => {
      await page.getByLabel('Your mail address').fill('you@example.org');
      await page.getByRole('button', { name: 'Find out why' }).click();
      await page.getByRole('heading', { level: 1, name: /Trying the ways/ }).waitFor();
      backend.finish(clearReport);
      await page.getByRole('button', { name: 'Send a message and see' }).waitFor();
    };
    await check();
    await page.getByRole('button', { name: 'Send a message and see' }).click();
    await page.getByRole('button', { name: 'Yes, it arrived' }).click();
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('button', { name: 'Clear and start again' }).click();
    await check();
    const title = () => page.getByRole('heading', { level: 1 }).innerText();
    const seen: string[] = [];
    for (let times = 0; times < 5; times += 1) {
      await page.goBack();
      seen.push(await title());
    }
    expect(seen.at(-1)).toMatch(/Mail arrives/);
    expect(seen.filter((one) => /arrive\?|goes out again/.test(one) && !/Mail arrives/.test(one))).toEqual(
      [],
    );
    await window.close();
  });

  test('a screen that cannot be loaded says so, and is shown when asked again', async () => {
    const window = await openWindow(browser, {
      before: async (page) => {
        await page.route(/assets\/help-.*\.js/, (route) => route.abort());
      },
    });
    const { page } = window;
    await page.getByLabel('Your mail address').fill('you@example.org');
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await page.getByText('Postway made a mistake of its own').waitFor();
    // Told once, by the heading that has the focus.
    expect(await focusedText(page)).toMatch(/mistake of its own/);
    expect(await page.getByRole('alert').filter({ hasText: 'mistake' }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute(/assets\/help-.*\.js/);
    await page.getByRole('button', { name: 'Show the screen again' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Help and about' }).waitFor();
    await page.getByRole('button', { name: 'Back to Postway' }).click();
    expect(await page.getByLabel('Your mail address').inputValue()).toBe('you@example.org');
    await window.close();
  });
});
