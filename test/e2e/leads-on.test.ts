import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has, needs } from '../support/needs.ts';
import { stateNamed } from '../support/screens.ts';
import { button, heading, launchBrowser, openWindow } from './window.ts';

describe('where a way ended before', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('whoever runs a server is led to its files', async () => {
    const { page, complaints, close } = await openWindow(browser, { state: stateNamed('coach-program') });
    await page.getByLabel('A server, website or own program').check();
    await button(page, 'All settings and files').click();
    await heading(page, /Use these settings|settings/i).waitFor();
    // The first file stands in view, and the device is the one that was chosen.
    await page.getByRole('heading', { name: /As a file/ }).waitFor();
    await page.getByText('Postfix (relay host)', { exact: true }).first().waitFor();
    expect(await page.getByLabel('A server, website or own program').isChecked()).toBe(true);
    const place = await page.getByText('Postfix (relay host)', { exact: true }).first().boundingBox();
    expect(place?.y).toBeLessThan(1000);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a report that was saved is not asked to be saved before starting again', async () => {
    const { page, close } = await openWindow(browser, { state: stateNamed('arrived-yes') });
    await button(page, 'Start again').click();
    await page.getByText(/Save the report first/).waitFor();
    await button(page, 'Keep everything').click();
    await button(page, 'Save this report').click();
    await page.getByText(/^Saved as /).waitFor();
    await button(page, 'Start again').click();
    await page.getByText('The report that you saved stays.').waitFor();
    expect(await page.getByText(/Save the report first/).count()).toBe(0);
    await close();
  });
});
