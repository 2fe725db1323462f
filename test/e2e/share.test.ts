import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { fakeBackend } from '../support/fake-backend.ts';
import { has, needs } from '../support/needs.ts';
import { stateNamed } from '../support/screens.ts';
import { button, heading, launchBrowser, openWindow } from './window.ts';

describe('for somebody else', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const save = async (page: Page, what: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save: ${what}` }).press('Enter'),
    ]);
    return readFile((await download.path()) ?? '');
  };

  test('what names the person is shown first and left out of every file, until they say otherwise', async () => {
    const window = await openWindow(browser, {
      state: stateNamed('share-letter'),
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = window;
    await page.getByText('Left out: your mail address (you@example.org)').waitFor();
    expect(await page.getByLabel('Who reads it?').inputValue()).toBe('internet-provider');
    await page.getByRole('button', { name: 'Copy the text' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied. Paste it' }).waitFor();
    expect(await page.getByRole('button', { name: 'Copy the text' }).count()).toBe(1);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Subject: Ports 25, 26 and 2525 at mail\.example\.org.*\n\nDear support team,/);

    for (const what of ['Text', 'Page (HTML)', 'Report for Postway', 'Picture (SVG)']) {
      const text = (await save(page, what)).toString('utf8');
      expect(text).toContain('587');
      expect(text).not.toContain('you@example.org');
      expect(text).not.toContain('192.168.1.0');
    }
    const png = await save(page, 'Picture (PNG)');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1920); // the width

    await page.getByRole('checkbox', { name: 'Leave out what names me' }).press('Space');
    await page.getByText('Still in it: your mail address').waitFor();
    expect((await save(page, 'Text')).toString('utf8')).toContain('The account is you@example.org.');
    await page.getByLabel('Who reads it?').selectOption('helper');
    expect((await save(page, 'Text')).toString('utf8')).toContain('Mail report: you@example.org');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('from a comparison, the letter and the sheet tell of the other check', async () => {
    const window = await openWindow(browser, { state: stateNamed('comparison-network') });
    const { page } = window;
    await button(page, 'Tell somebody else').press('Enter');
    const text = page.locator('.shared-text');
    await text.getByText('The same, from another network:').waitFor();
    expect(await text.innerText()).toMatch(/2026-11-27 23:58:\d\d +mail\.example\.org:25 .*: works/);
    await page.getByLabel('Who reads it?').selectOption('helper');
    await text.getByText('UTC: It is the network of the first check, not the mail server.').waitFor();
    await window.close();
  });

  test('who looks at Help, or loads the window anew, finds the reader and the ticked box as they were', async () => {
    const window = await openWindow(browser, { state: stateNamed('share-letter') });
    const { page } = window;
    const reader = page.getByLabel('Who reads it?');
    const box = page.getByRole('checkbox', { name: 'Leave out what names me' });
    await reader.selectOption('administrator');
    await box.press('Space');
    const asChosen = async () => {
      await page.getByText('Still in it: your mail address').waitFor();
      expect(await reader.inputValue()).toBe('administrator');
      expect(await box.isChecked()).toBe(false);
    };
    await button(page, 'Help').press('Enter');
    await heading(page, /Help/).waitFor();
    await button(page, 'Back').press('Enter');
    await asChosen();
    await page.reload();
    await asChosen();
    await window.close();
  });

  test('what is copied or saved twice is told twice', async () => {
    const window = await openWindow(browser, {
      state: stateNamed('share-letter'),
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = window;
    await page.evaluate(() => {
      const told: string[] = [];
      const look = () => {
        const words = [
          ...document.querySelectorAll('.question-actions [role=status], .shared-files [role=status]'),
        ]
          .map((one) => one.textContent)
          .join('');
        if (words !== (told.at(-1) ?? '')) told.push(words);
      };
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      Object.assign(globalThis, { told });
    });
    const timesTold = (words: string) =>
      page.evaluate(
        (wanted) =>
          (globalThis as unknown as { told: string[] }).told.filter((one) => one.includes(wanted)).length,
        words,
      );
    for (const times of [1, 2]) {
      await save(page, 'Text');
      await expect.poll(() => timesTold('postway-report.txt')).toBe(times);
    }
    await page.getByRole('button', { name: 'Copy the text' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const before = await timesTold('Copied');
    await page.keyboard.press('Enter');
    await expect.poll(() => timesTold('Copied')).toBeGreaterThan(before);
    await window.close();
  });

  test('paper holds the sheet and not the window', async () => {
    const window = await openWindow(browser, { state: stateNamed('share-sheet') });
    const { page } = window;
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Copy the text' }).isVisible()).toBe(false);
    expect(await page.getByText('What was tried (times in UTC)').last().isVisible()).toBe(true);
    await window.close();
  });

  test('in the app the PDF is made by the backend, from the report as it is shown', async () => {
    const asked: Report[] = [];
    const backend = fakeBackend({
      app: { isDesktop: true },
      saveSheet: async ({ report }) => {
        asked.push(report);
        return ok({ saved: true });
      },
    });
    const window = await openWindow(browser, { state: stateNamed('share-sheet'), backend });
    await window.page.getByRole('button', { name: 'Save: PDF' }).click();
    await window.page.getByText('Saved as a PDF').waitFor();
    expect(JSON.stringify(asked)).not.toContain('you@example.org');
    await window.close();
  });
});
