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

  test('is explained, taken over, and goes with the check', async () => {
    const { page, backend, complaints, close } = await openWindow(browser);
    const address = page.getByLabel('Your mail address');
    await address.fill('0x800CCC0E');
    await page.getByText('No connection to the mail server was made').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/error-typed.png` });

    await page.getByRole('button', { name: 'Take this into the check' }).click();
    await expect.poll(() => address.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Leave this out' }).waitFor();
    await address.fill('you@example.org');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/error-taken.png` });
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 1, name: /today|now/i }).waitFor();
    await page
      .getByRole('button', { name: /check|continue/i })
      .first()
      .click();
    await expect
      .poll(() => backend.requests().at(-1))
      .toMatchObject({ subject: 'you@example.org', error: '0x800CCC0E' });
    expect(complaints).toEqual([]);
    await close();
  });
});
