import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has, needs } from '../support/needs.ts';
import { axeFindings, launchBrowser, openWindow } from './window.ts';

describe('an error message in the address field', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('is explained, taken as what it is, and goes with the check', async () => {
    const { page, backend, complaints, close } = await openWindow(browser);
    const address = page.getByLabel('Your mail address');
    await address.fill('0x800CCC0E');
    await page.getByText('No connection to the mail server was made').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await address.press('Enter');
    await page.getByRole('link', { name: /That is an error message/ }).waitFor();
    expect(await address.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Leave this out' }).waitFor();
    await address.fill('you@example.org');
    await address.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Trying the ways/ }).waitFor();
    await expect
      .poll(() => backend.requests().at(-1))
      .toMatchObject({ subject: 'you@example.org', error: '0x800CCC0E' });
    expect(complaints).toEqual([]);
    await close();
  });

  test('no check is said to look at what it cannot see', async () => {
    const { page, close } = await openWindow(browser);
    const address = page.getByLabel('Your mail address');
    const looked = page.getByText('The check looks at this first.');
    const unseen = page.getByText(/No check can see this/);
    for (const text of [
      '552 5.2.2 Mailbox full',
      '550 5.1.1 User unknown',
      '535 5.7.8 authentication failed',
    ]) {
      await address.fill(text);
      await page.getByText(/Most probable first/).waitFor();
      await unseen.waitFor();
      expect(await looked.count()).toBe(0);
      await address.fill('');
      await unseen.waitFor({ state: 'detached' });
    }
    await address.fill('0x800CCC0E');
    await looked.waitFor();
    await close();
  });
});
