import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has, needs } from '../support/needs.ts';
import { stateNamed } from '../support/screens.ts';
import { overhang, windowSizes } from './measured.ts';
import { axeFindings, button, focusedText, launchBrowser, openWindow } from './window.ts';

describe('a mail program’s windows, drawn', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const drawing = (page: Page, title: string) => page.getByRole('figure', { name: `"${title}"` });

  test('Outlook’s Advanced: its groups and labels in order, values in place, what changes and what comes next in words', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-outlook-advanced') });
    const { page } = window;
    const figure = drawing(page, 'Internet Email Settings');
    const tabs = figure.getByRole('list', { name: 'Tabs' }).getByRole('listitem');
    expect(await tabs.allInnerTexts()).toEqual([
      'General',
      'Outgoing Server',
      expect.stringMatching(/^Advanced/),
    ]);
    const ports = figure.getByRole('group', { name: 'Server Port Numbers' }).getByRole('listitem');
    expect(await ports.allTextContents()).toEqual([
      expect.stringMatching(/^Incoming server \(IMAP\):as it isUse Defaults \(number\)/),
      expect.stringMatching(/^Use the following type of encrypted connection:as it is/),
      expect.stringMatching(/^Set this as number 2Outgoing server \(SMTP\):587 \(number\) change this/),
      expect.stringMatching(/^Set this as number 1Use the following.*STARTTLS.*drop-down list.*change this/),
    ]);
    expect(await figure.getByRole('listitem').filter({ hasText: 'Next click' }).innerText()).toMatch(/^OK/);
    await window.close();
  });

  test('is a picture to screen readers: nothing in it can be filled in or pressed but Copy', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-outlook-server') });
    const { page } = window;
    const figure = drawing(page, 'Change Account');
    for (const role of ['textbox', 'combobox', 'checkbox', 'radio', 'tab', 'slider', 'spinbutton'] as const) {
      expect(await figure.getByRole(role).count()).toBe(0);
    }
    expect(await figure.getByRole('button').allTextContents()).toEqual(['Copy']);
    await window.close();
  });

  test('by keyboard, from click to click, with a tick for each that a reload keeps', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-change') });
    const { page } = window;
    const next = async () => {
      await button(page, 'Done, show the next click').focus();
      await page.keyboard.press('Enter');
    };
    await page.getByRole('heading', { name: 'Step 1 of 7: First, at Example Mail' }).waitFor();
    await next();
    await drawing(page, 'Mail Setup').waitFor();
    expect(await focusedText(page)).toBe('Step 2 of 7: Open the mail set-up');
    await next();
    await drawing(page, 'Account Settings').waitFor();
    expect(await focusedText(page)).toBe('Step 3 of 7: Choose your account');
    await button(page, 'Back one').focus();
    await page.keyboard.press('Enter');
    expect(await focusedText(page)).toBe('Step 2 of 7: Open the mail set-up');
    expect(await page.getByLabel('Step 2 is done').isChecked()).toBe(true);
    await page.reload();
    await drawing(page, 'Account Settings').waitFor();
    expect(await page.getByLabel('Step 3 is done').isChecked()).toBe(false);
    await button(page, 'Show all steps').click();
    for (const [number, isDone] of [true, true, false].entries()) {
      expect(await page.getByLabel(`Step ${number + 1} is done`).isChecked()).toBe(isDone);
    }
    await window.close();
  });

  test('the value to type is copied from where it is typed', async () => {
    const window = await openWindow(browser, {
      state: stateNamed('settings-thunderbird-dialog'),
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = window;
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const figure = drawing(page, 'SMTP Server');
    await figure.getByRole('button', { name: 'Copy Port' }).click();
    await expect.poll(clipboard).toBe('587');
    await figure.getByRole('button', { name: 'Copy Server Name' }).click();
    await expect.poll(clipboard).toBe('mail.example.org');
    await window.close();
  });

  test('speaks the language and knows the version that were chosen, also after a reload', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-outlook-advanced') });
    const { page } = window;
    await page.getByLabel('Version of your program').selectOption('Outlook 2016');
    await page.getByLabel('Language of your program').selectOption('日本語');
    const figure = drawing(page, 'インターネット電子メール設定');
    await figure.getByText('使用する暗号化接続の種類(C):').first().waitFor();
    expect(await figure.locator('[lang=ja]').count()).toBe(1);
    await page.reload();
    await drawing(page, 'インターネット電子メール設定').waitFor();
    await page.getByLabel('Language of your program').selectOption('Italiano');
    await page
      .getByText('We do not know all words of these windows in Italian')
      .filter({ visible: true })
      .waitFor();
    await drawing(page, 'Internet E-mail Settings').waitFor();
    await window.close();
  });

  test('begins in the language of the browser', async () => {
    const window = await openWindow(browser, {
      state: stateNamed('settings-thunderbird-dialog'),
      context: { locale: 'it-CH' }, // a language of Thunderbird's that is none of ours: only the drawing speaks it
    });
    await drawing(window.page, 'Server SMTP').waitFor();
    await window.close();
  });

  test.each(['coach-outlook-4', 'coach-outlook-6', 'coach-thunderbird-3', 'coach-apple-mail-iphone-2'])(
    '%s: what is typed, and what stays as it is, stands on one line in every window, and no word is cut',
    async (name) => {
      const window = await openWindow(browser, { state: stateNamed(name) });
      const { page } = window;
      for (const viewport of [...windowSizes, { width: 360, height: 740 }]) {
        await page.setViewportSize(viewport);
        const broken = await page.locator('.drawn').evaluateAll((drawings) =>
          drawings
            .flatMap((drawn) => [...drawn.querySelectorAll('.is-marked .drawn-value, .drawn-value.is-words')])
            .filter((value) => new Set([...value.getClientRects()].map(({ top }) => top)).size > 1)
            .map((value) => value.textContent),
        );
        expect(broken, `${viewport.width} px`).toEqual([]);
        expect(await overhang(page)).toBe(0);
      }
      await window.close();
    },
  );

  test('can be used at 200 % zoom, which leaves 400 pixels of 800', async () => {
    const window = await openWindow(browser, { state: stateNamed('settings-outlook-server') });
    const { page } = window;
    await page.setViewportSize({ width: 400, height: 600 });
    const figure = drawing(page, 'Change Account');
    const cut = await figure.evaluate((one) =>
      [...one.querySelectorAll('.drawn-value, .drawn-label, .drawn-button')]
        .filter(
          (part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline',
        )
        .map((part) => part.textContent),
    );
    expect(cut).toEqual([]);
    const box = await figure.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(400);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await axeFindings(page)).toEqual([]);
    await window.close();
  });

  test('shows where to look, without anything to copy, when today’s settings are asked for', async () => {
    const window = await openWindow(browser, { state: stateNamed('address-ways') });
    const { page } = window;
    await page.getByRole('button', { name: 'Where do I find this in Outlook' }).click();
    const marked = drawing(page, 'Internet Email Settings').locator('.is-marked');
    await marked.first().waitFor();
    expect(await marked.allInnerTexts()).toEqual([
      expect.stringContaining('Outgoing server (SMTP)'),
      expect.stringContaining('encrypted connection'),
    ]);
    expect(await page.getByRole('figure').getByRole('button').count()).toBe(0);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});
